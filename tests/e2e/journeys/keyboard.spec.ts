import { accessible } from '../accessible';
import { seen, tabTo } from '../keyboard';
import { look, sizes } from '../look';
import { expect, test } from '../server';
import { locale, say, within, type Language } from '../words';

// One visit without a mouse: a search, its product, what four stars say of it, and the product beside another one.
const asked = { ko: { typed: '오버셔츠', other: '티' }, en: { typed: 'overshirt', other: 'tee' } } as const;

for (const language of ['ko', 'en'] as const satisfies Language[]) {
  for (const size of ['phone', 'kiosk'] as const) {
    test(`from a word to a comparison by keyboard alone (${language}, ${size})`, async ({ browser, shop }) => {
      const colorScheme = (language === 'ko') === (size === 'phone') ? 'light' : 'dark';
      const context = await browser.newContext({ baseURL: shop.url, locale: locale[language], viewport: sizes[size], colorScheme });
      const page = await context.newPage();
      if (size === 'kiosk') await page.addInitScript(() => localStorage.setItem('vitrine.surface', 'kiosk'));
      const words = asked[language];
      const box = page.getByRole('combobox', { name: within(language, 'browse.search.label') });
      const heading = page.getByRole('heading', { level: 1 });
      const things = page.getByRole('listbox').getByRole('option').filter({ has: page.locator('.price') });

      await test.step('the first Tab leads past the header, the next ones to the search', async () => {
        await page.goto('/s/hongdae');
        await expect(heading).toBeAttached();
        await page.keyboard.press('Tab');
        await expect(page.getByRole('link', { name: say(language, 'common.skip') })).toBeFocused();
        await page.keyboard.press('Enter');
        await tabTo(page, page.getByRole('link', { name: say(language, 'home.find') }));
        await look(page, 'home');
        await accessible(page);
        await page.keyboard.press('Enter');
        await expect(box).toBeFocused();
        await seen(page);
      });

      await test.step('an arrow takes the product from the hints', async () => {
        await page.keyboard.type(words.typed);
        await expect(things.first()).toBeVisible();
        await page.keyboard.press('ArrowDown');
        for (let presses = 0; presses < 8 && (await things.first().getAttribute('aria-selected')) !== 'true'; presses += 1) {
          await page.keyboard.press('ArrowDown');
        }
        await expect(things.first()).toHaveAttribute('aria-selected', 'true');
        await expect(box).toBeFocused();
        await look(page, 'hints');
        await accessible(page);
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(/\/p\/\d{14}/);
        await expect(heading).toBeFocused();
        await look(page, 'product');
        await accessible(page);
      });

      await test.step('a bar of the histogram filters, keeps the focus, and lets go', async () => {
        const bar = page.getByRole('button', { name: within(language, 'reviews.stars', { number: 4 }) }).first();
        const total = await page.locator('.review').count();
        await tabTo(page, bar);
        await page.keyboard.press('Space');
        await expect(bar).toHaveAttribute('aria-pressed', 'true');
        await expect(page).toHaveURL(/[?&]stars=4/);
        await expect(page.getByText(within(language, 'reviews.found')).first()).toBeAttached();
        await expect.poll(() => page.locator('.review').count()).toBeGreaterThan(0);
        await expect(bar).toBeFocused();
        await seen(page);
        // The acts at a phone's foot lie over whatever stands there: all five bars are looked at.
        await bar.evaluate((element) => element.scrollIntoView({ block: 'center' }));
        await look(page, 'four-stars');
        await accessible(page);
        await page.keyboard.press('Space');
        await expect(page).not.toHaveURL(/stars=/);
        await expect(bar).toBeFocused();
        await expect(page.locator('.review')).toHaveCount(total);
      });

      await test.step('it is marked, and another one beside it', async () => {
        const mark = page.getByRole('button', { name: within(language, 'compare.mark_of') }).first();
        await page.keyboard.press('Control+Home');
        await tabTo(page, mark);
        await page.keyboard.press('Space');
        await expect(mark).toHaveAttribute('aria-pressed', 'true');
        await look(page, 'marked');
        await tabTo(page, page.getByRole('link', { name: say(language, 'compare.go', { count: 1 }) }));
        await page.keyboard.press('Enter');
        await expect(heading).toBeFocused();
        await expect(page.getByRole('columnheader')).toHaveCount(1);
        await look(page, 'one-column');
        await accessible(page);
        await tabTo(page, page.getByRole('link', { name: say(language, 'compare.add') }));
        await page.keyboard.press('Enter');
        await expect(heading).toBeFocused();
        await tabTo(page, box);
        await page.keyboard.type(words.other);
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(words.other)}`));
        const other = page.getByRole('main').getByRole('button', { name: within(language, 'compare.mark_of') }).first();
        await tabTo(page, other);
        await page.keyboard.press('Space');
        await expect(other).toHaveAttribute('aria-pressed', 'true');
      });

      await test.step('they stand side by side, and only what differs when asked', async () => {
        await tabTo(page, page.getByRole('link', { name: say(language, 'compare.go', { count: 2 }) }));
        await page.keyboard.press('Enter');
        await expect(heading).toBeFocused();
        await expect(page.getByRole('columnheader')).toHaveCount(2);
        await look(page, 'two-columns');
        await accessible(page);
        const only = page.getByRole('button', { name: say(language, 'compare.only_differing') });
        await tabTo(page, only);
        await page.keyboard.press('Space');
        await expect(only).toHaveAttribute('aria-pressed', 'true');
        await expect(only).toBeFocused();
        await look(page, 'differences');
        await accessible(page);
      });
      await context.close();
    });
  }
}
