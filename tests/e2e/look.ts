import { test, type Page } from '@playwright/test';
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** The sizes of experience.md, by surface: `test.use({ viewport: sizes.phone })`. A desk is a phone, too. */
export const sizes = {
  phone: { width: 390, height: 844 },
  phoneSmall: { width: 360, height: 740 },
  phoneLarge: { width: 430, height: 932 },
  kiosk: { width: 1080, height: 1920 },
  kioskWide: { width: 1920, height: 1080 },
  kioskSmall: { width: 768, height: 1024 },
  studio: { width: 1440, height: 900 },
  studioSmall: { width: 1280, height: 720 },
  tablet: { width: 1024, height: 768 },
  desk: { width: 820, height: 1180 },
} as const;

const folder = path.resolve(__dirname, '../../target/journeys');
const seen = new Map<string, number>();

/**
 * Takes a picture of the screen for a person to look at:
 * `target/journeys/<journey>/<NN-name>-<size>-<language>-<theme>.png`, with a line in `manifest.jsonl`.
 * `state` says what is special about it: `slow`, `failed`, `empty`, `stale`, …
 */
export async function look(page: Page, name: string, state = 'ready'): Promise<void> {
  const journey = path.basename(test.info().file, '.spec.ts');
  const { language, theme } = await page.evaluate(() => ({
    language: document.documentElement.lang || 'none',
    theme: document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
  }));
  const size = sizeOf(page);
  const number = (seen.get([journey, size, language, theme].join()) ?? 0) + 1;
  seen.set([journey, size, language, theme].join(), number);
  const file = path.join(journey, `${String(number).padStart(2, '0')}-${name}-${size}-${language}-${theme}.png`);
  mkdirSync(path.join(folder, journey), { recursive: true });
  await page.screenshot({ path: path.join(folder, file), animations: 'disabled' });
  const line = { file, journey, screen: name, size, language, theme, state, test: test.info().title };
  appendFileSync(path.join(folder, 'manifest.jsonl'), `${JSON.stringify(line)}\n`);
}

/** A size by its name, or its numbers when it has none. */
function sizeOf(page: Page): string {
  const viewport = page.viewportSize() ?? { width: 0, height: 0 };
  const known = Object.entries(sizes).find(([, size]) => size.width === viewport.width && size.height === viewport.height);
  return known ? known[0] : `${viewport.width}x${viewport.height}`;
}
