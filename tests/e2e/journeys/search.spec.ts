import { accessible } from '../accessible';
import { look, sizes } from '../look';
import { expect, test } from '../server';
import { locale, say, within, type Language } from '../words';

// By keys alone: type, take a hint, narrow, open a product; then what was sought is remembered, and words that find nothing lead on.
const asked = {
  ko: { typed: '머그', initials: 'ㅁㄱ', wrong: '린네엔', near: '린넨' },
  en: { typed: 'mug', initials: 'mu', wrong: 'linnenn', near: 'linen' },
} as const;

for (const language of ['ko', 'en'] as const satisfies Language[]) {
  for (const size of ['phone', 'kiosk'] as const) {
    test(`search by keys alone, from a word to a product (${language}, ${size})`, async ({ browser, shop }) => {
      const context = await browser.newContext({ baseURL: shop.url, locale: locale[language], viewport: sizes[size], colorScheme: language === 'ko' ? 'light' : 'dark' });
      const page = await context.newPage();
      const words = asked[language];
      const options = page.getByRole('listbox').getByRole('option');
      await page.goto('/s/hongdae/search#search');
      const box = page.getByRole('combobox', { name: within(language, 'browse.search.label') });
      await expect(box).toBeFocused();

      await test.step('what is typed brings hints, and arrows go through them', async () => {
        await expect(box).toHaveAttribute('aria-expanded', 'false');
        await page.keyboard.insertText(words.typed);
        await expect(options.filter({ has: page.locator('.price') }).first()).toBeVisible();
        await expect(box).toHaveAttribute('aria-expanded', 'true');
        await page.keyboard.press('ArrowUp');
        await expect(box).toHaveAttribute('aria-activedescendant', /hint-\d/);
        await page.keyboard.press('Home');
        await expect(options.first()).toHaveAttribute('aria-selected', 'true');
        await look(page, 'hints');
        await accessible(page);
        await page.keyboard.press('Escape');
        await expect(box).toHaveAttribute('aria-expanded', 'false');
        await expect(box).toHaveValue(words.typed);
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(words.typed)}`));
      });

      await test.step('a filter narrows, stands in the address, and goes', async () => {
        const filters = page.getByRole('button', { name: within(language, 'browse.search.filter') }).first();
        await filters.focus();
        await page.keyboard.press('Enter');
        const stars = page.getByRole('radio', { name: within(language, 'browse.search.stars_up', { stars: 4 }) });
        await stars.focus();
        await page.keyboard.press('Space');
        await expect(page).toHaveURL(/stars=4/);
        await look(page, 'filters');
        await accessible(page);
        await page.keyboard.press('Escape');
        await page.reload();
        const chosen = page.getByRole('button', { name: say(language, 'browse.search.without') });
        await expect(chosen).toBeVisible();
        await look(page, 'narrowed');
        await accessible(page);
        await chosen.focus();
        await page.keyboard.press('Enter');
        await expect(page).not.toHaveURL(/stars/);
      });

      await test.step('a hint leads to its product', async () => {
        await box.focus();
        await box.fill('');
        await page.keyboard.insertText(words.initials);
        await expect(options.filter({ has: page.locator('.price') }).first()).toBeVisible();
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(/\/p\/\d{14}/);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      });

      await test.step('a phone remembers, a screen of the shop does not', async () => {
        await page.goto('/s/hongdae/search');
        await expect(page.locator('.card').first()).toBeVisible();
        const recent = page.getByRole('heading', { name: say(language, 'browse.search.recent') });
        await expect(recent).toHaveCount(size === 'phone' ? 1 : 0);
        if (size === 'phone') {
          await look(page, 'recent');
          await accessible(page);
          await page.getByRole('button', { name: say(language, 'browse.search.forget_all') }).press('Enter');
          await expect(recent).toHaveCount(0);
        }
      });

      await test.step('words that find nothing lead to words that do', async () => {
        await page.goto(`/s/hongdae/search?q=${encodeURIComponent(words.wrong)}`);
        const near = page.getByRole('link', { name: say(language, 'browse.search.near', { words: words.near }) });
        await expect(near).toBeVisible();
        await look(page, 'near', 'empty');
        await accessible(page);
        await near.press('Enter');
        await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(words.near)}`));
        await expect(box).toHaveValue(words.near);
      });
      await context.close();
    });
  }
}

test('a half-made syllable is searched for, and the key that ends it sends nothing', async ({ browser, shop }) => {
  const page = await (await browser.newContext({ baseURL: shop.url, locale: 'ko-KR', viewport: sizes.phone })).newPage();
  await page.goto('/s/hongdae/search#search');
  await expect(page.locator('#search')).toBeFocused();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: '머ㄱ', selectionStart: 2, selectionEnd: 2 });
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await page.locator('#search').dispatchEvent('keydown', { key: 'ArrowDown', isComposing: true });
  await expect(page.locator('#search')).not.toHaveAttribute('aria-activedescendant', /.+/);
  await keyboard.send('Input.insertText', { text: '머그' });
  await expect(page.locator('#search')).toHaveValue('머그');
  await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent('머그')}`));
});
