import type { Page } from '@playwright/test';
import { accessible } from '../accessible';
import { look, sizes } from '../look';
import { expect, startShop, test } from '../server';
import { signIn } from '../staff';
import { locale, say, type Language } from '../words';

type Setting = { size: { width: number; height: number }; language: Language; theme: 'light' | 'dark' };

// Every screen of the studio at its sizes, in both languages and themes: for axe, and for a person to look at afterwards.
const settings: Setting[] = [
  { size: sizes.studio, language: 'ko', theme: 'light' },
  { size: sizes.studioSmall, language: 'en', theme: 'dark' },
  { size: sizes.tablet, language: 'en', theme: 'light' },
  { size: sizes.tablet, language: 'ko', theme: 'dark' },
  // 1440 × 900 at 200 %.
  { size: { width: 720, height: 450 }, language: 'en', theme: 'light' },
];
const screens = ['', '/imports', '/collections', '/collections/new', '/reviews', '/connections', '/sought'];

for (const { size, language, theme } of settings) {
  test(`every screen of the studio is there and accessible (${size.width} ${language} ${theme})`, async ({ browser }) => {
    const shop = await startShop();
    const page = await (await browser.newContext({ baseURL: shop.url, viewport: size, locale: locale[language], colorScheme: theme })).newPage();
    await signIn(page, language, '/studio', 'admin');
    await fill(page);
    const list = (await (await page.request.get('/api/v1/stores/hongdae/curation')).json()) as { collections: { id: string }[] };
    for (const path of [...screens, `/collections/${list.collections[0].id}`]) {
      await test.step(`${path} full`, async () => {
        await page.goto(`/studio${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
        await expect(page.locator('.bone')).toHaveCount(0);
        await shown(page, path, 'ready');
      });
    }
    for (const [state, words] of [['slow', 'common.load.slow'], ['failed', 'common.load.again']] as const) {
      const stop = await hinder(page, state);
      for (const path of ['', '/imports', '/collections', '/reviews', '/connections', '/sought']) {
        await test.step(`${path} ${state}`, async () => {
          await page.goto(`/studio${path}`);
          await expect(page.getByText(say(language, words)).first()).toBeVisible();
          await shown(page, path, state);
        });
      }
      await stop();
    }
    await page.context().close();
    await shop.stop();
  });
}

async function shown(page: Page, path: string, state: string): Promise<void> {
  const name = path.replace(/^\//, '').replace(/\/[0-9a-f-]{36}/, '-one').replace('/', '-') || 'studio';
  await look(page, `${name}-${state}`, state);
  await accessible(page);
  // Nothing is cut off at the side.
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

/** Something for each screen to show: an import with a refused row, a key, a webhook, a search in vain. */
async function fill(page: Page): Promise<void> {
  await page.goto('/studio/imports');
  const rows = 'SKU,Name,Price\nA-1,A very long name of a product that nobody can read at once,12000\nA-2,,cheap\n';
  await page.locator('input[type=file]').setInputFiles({ name: 'spring-collection-of-the-online-shop.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await page.locator('.preview button').first().click();
  await expect(page.locator('.import__state')).toBeVisible();
  await page.request.get('/api/v1/stores/hongdae/products?q=snow%20globe&done=true');
}

/** Answers do not come, or say that something broke. */
async function hinder(page: Page, state: 'slow' | 'failed'): Promise<() => Promise<void>> {
  const asked = /\/api\/v1\/(?!session)/;
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  await page.route(asked, async (route) => {
    if (state === 'slow') await ended;
    const problem = { type: 'about:blank', title: 'internal', status: 500, code: 'internal', detail: '', params: {}, request: 'r-1' };
    await route.fulfill({ status: 500, contentType: 'application/problem+json', json: problem }).catch(() => {});
  });
  return async () => {
    end();
    await page.unroute(asked);
  };
}
