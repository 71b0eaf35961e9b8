import { type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seeing } from '../camera';
import { sizes } from '../look';
import { expect, test } from '../server';
import { gtins } from '../shop';
import { locale } from '../words';

/** What the page saw and showed, in milliseconds of its clock. */
type Noted = { seen: number[]; shown: { at: number; number: string }[] };

/** Each once: the camera is still opening, and the worker still loading, at the first. */
const CODES = 26;

/** From the first frame with a code that the video presents until its product's name is painted. */
async function note(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: Noted = { seen: [], shown: [] };
    Object.assign(window, { noted });
    const corner = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    let before = true;
    const follow = (video: HTMLVideoElement) => {
      const frame = () => {
        const at = performance.now();
        corner.drawImage(video, 4, video.videoHeight - 20, 16, 16, 0, 0, 1, 1);
        const is_there = corner.getImageData(0, 0, 1, 1).data[0] > 127;
        if (is_there && !before) noted.seen.push(at);
        before = is_there;
        video.requestVideoFrameCallback(frame);
      };
      video.requestVideoFrameCallback(frame);
    };
    let video: HTMLVideoElement | null = null;
    let last = '';
    new MutationObserver(() => {
      const found = document.querySelector('video');
      if (found && found !== video) follow((video = found));
      // The name beside the number: the product has come, and not only its code.
      const number = document.querySelector('[role=status] b + .small')?.textContent;
      if (!number || number === last) return;
      last = number;
      requestAnimationFrame(() => setTimeout(() => noted.shown.push({ at: performance.now(), number })));
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

test('a code in view becomes a product on screen', async ({ shop }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-film-'));
  // Bars of 13 digits and labels in turn.
  const sold = (await gtins(shop)).filter((gtin) => /^0[1-9]/.test(gtin)).slice(0, CODES);
  expect(sold.length).toBeGreaterThan(20);
  const kinds = new Map(sold.map((gtin, index) => [gtin.replace(/^0+/, ''), index % 2 ? 'QR' : 'EAN-13']));
  const browser = await seeing(folder, sold.map((gtin, index) => (index % 2 ? `${shop.url}/01/${gtin}` : gtin.slice(1))));
  try {
    const context = await browser.newContext({ baseURL: shop.url, viewport: sizes.phone, locale: locale.ko, permissions: ['camera'] });
    const page = await context.newPage();
    await note(page);
    await page.goto('/s/hongdae/scan');
    const noted = () => page.evaluate(() => (window as unknown as { noted: Noted }).noted);
    await expect.poll(async () => (await noted()).seen.length, { timeout: 120_000 }).toBeGreaterThan(CODES);
    const { seen, shown } = await noted();
    const waits = seen.slice(1, -1).map((at, index) => {
      const next = shown.find((card) => card.at > at && card.at < seen[index + 2]);
      return next && { kind: kinds.get(next.number)!, ms: next.at - at };
    });
    for (const kind of ['EAN-13', 'QR', undefined]) {
      const ms = waits.flatMap((wait) => (wait && (!kind || wait.kind === kind) ? [wait.ms] : [])).sort((one, other) => one - other);
      const at = (part: number) => ms[Math.min(ms.length - 1, Math.floor(ms.length * part))]?.toFixed(0);
      console.log(`in view to product on screen, ${kind ?? 'all'}: ${ms.length} codes, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
    }
    console.log(`in view to product on screen, missed while in view: ${waits.filter((wait) => !wait).length} of ${waits.length}`);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
