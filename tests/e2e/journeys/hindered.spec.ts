import type { Page } from '@playwright/test';
import { accessible } from '../accessible';
import { hinder, within } from '../hinder';
import { look, sizes } from '../look';
import { expect, test } from '../server';
import { label } from '../shop';
import { signIn } from '../staff';
import { locale, say, type Language } from '../words';

/** It is said in words; once answers come again, so does the page. */
async function toldAndOver(page: Page, language: Language, name: string, state: 'slow' | 'failed', stop: () => Promise<void>): Promise<void> {
  const words = page.getByText(say(language, state === 'slow' ? 'common.load.slow' : 'common.load.again')).first();
  await expect(words).toBeVisible();
  await look(page, `${name}-${state}`, state);
  await accessible(page);
  await stop();
  // A page that hears from the shop again may have asked by itself.
  await expect(async () => {
    if (state === 'failed' && (await words.count())) await words.click({ timeout: 1_000 });
    await expect(words).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
}

// A shop whose answers are slow or broken says so in words, with a way on, and stays usable; when they come again, so does the page.
for (const [size, language, colorScheme] of [['phone', 'ko', 'dark'], ['kiosk', 'en', 'light']] as [keyof typeof sizes, Language, 'light' | 'dark'][]) {
  test.describe(`${size} ${language}`, () => {
    test.use({ viewport: sizes[size], locale: locale[language], colorScheme });

    test('slow and broken answers are told in words', async ({ page, shop }) => {
      const { gtin } = label(shop);
      const home = '/s/hongdae/scan';
      const ways = { search: '/s/hongdae/search?q=', product: `/s/hongdae/p/${gtin}`, compare: `/s/hongdae/compare?g=${gtin},08801234500500` };
      for (const state of ['slow', 'failed'] as const) {
        for (const [name, path] of Object.entries(ways)) {
          await test.step(`${name} ${state}`, async () => {
            await page.goto(home);
            await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
            const stop = await hinder(page, state);
            await within(page, path);
            await toldAndOver(page, language, name, state, stop);
          });
        }
        await test.step(`reviews ${state}`, async () => {
          const stop = await hinder(page, state, /reviews/);
          await page.goto(ways.product);
          await page.locator('#reviews').scrollIntoViewIfNeeded();
          await page.evaluate(() => scrollBy(0, 400));
          await expect(page.getByText(say(language, state === 'slow' ? 'common.load.slow' : 'common.load.again')).first()).toBeVisible();
          await look(page, `reviews-${state}`, state);
          await accessible(page);
          await stop();
        });
      }
    });
  });
}

for (const [size, language, colorScheme] of [['phone', 'ko', 'light'], ['desk', 'en', 'dark']] as [keyof typeof sizes, Language, 'light' | 'dark'][]) {
  test.describe(`desk ${size} ${language}`, () => {
    test.use({ viewport: sizes[size], locale: locale[language], colorScheme });

    test('the desk says when its lists are slow or broken', async ({ page }) => {
      await signIn(page, language, '/desk/pickups', 'jisu');
      const lists = { pickups: /\/api\/.*\/pickups$/, calls: /\/api\/.*\/calls$/, stock: /\/api\/.*\/shortfalls$/ };
      const ways = { pickups: '/desk/pickups', calls: '/desk/pickups', stock: '/desk/pickups?tab=stock' };
      // How a wait looks is told once for all of them.
      const states = { pickups: ['slow', 'failed'], calls: ['failed'], stock: ['slow', 'failed'] } as const;
      for (const name of ['pickups', 'calls', 'stock'] as const) {
        for (const state of states[name]) {
          await test.step(`${name} ${state}`, async () => {
            const stop = await hinder(page, state, lists[name]);
            await page.goto(ways[name]);
            await toldAndOver(page, language, `desk-${name}`, state, stop);
          });
        }
      }
    });
  });
}
