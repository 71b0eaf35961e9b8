import { accessible } from '../accessible';
import { tabTo } from '../keyboard';
import { look, sizes } from '../look';
import { expect, test } from '../server';
import { locale, say, within, type Language } from '../words';

// Three of a list, side by side, by keyboard alone.
for (const [size, language, theme] of [['phone', 'ko', 'light'], ['kiosk', 'en', 'dark']] as [keyof typeof sizes, Language, 'light' | 'dark'][]) {
  test.describe(`${size} ${language}`, () => {
    test.use({ viewport: sizes[size], locale: locale[language], colorScheme: theme });

    test('three products are compared by keyboard', async ({ page }) => {
      await page.goto('/s/hongdae/search?q=');
      const marks = page.getByRole('main').getByRole('button', { name: within(language, 'compare.mark_of') });
      for (const index of [0, 1, 2]) {
        await tabTo(page, marks.nth(index));
        await page.keyboard.press('Space');
        await expect(marks.nth(index)).toHaveAttribute('aria-pressed', 'true');
      }
      await look(page, 'marked');
      await accessible(page);
      await tabTo(page, page.getByRole('link', { name: say(language, 'compare.go', { count: 3 }) }));
      await page.keyboard.press('Enter');

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(language, 'compare.title'));
      await expect(page.getByRole('columnheader')).toHaveCount(3);
      const price = page.getByRole('rowheader', { name: say(language, 'compare.price') });
      const brand = page.getByRole('rowheader', { name: say(language, 'compare.brand') });
      await expect(price).toBeVisible();
      await expect(brand).toBeVisible();
      await look(page, 'three');
      await accessible(page);

      await tabTo(page, page.getByRole('button', { name: say(language, 'compare.only_differing') }));
      await page.keyboard.press('Space');
      await expect(brand).toHaveCount(0);
      await expect(price).toBeVisible();
      await look(page, 'differences');

      await tabTo(page, page.getByRole('button', { name: within(language, 'compare.remove') }).first());
      await page.keyboard.press('Enter');
      await expect(page.getByRole('columnheader')).toHaveCount(2);
      await expect(page).toHaveURL(/\/compare\?g=\d{14},\d{14}$/);
      await page.reload();
      await expect(page.getByRole('columnheader')).toHaveCount(2);
      await accessible(page);
    });
  });
}

test.describe('marks', () => {
  test.use({ viewport: sizes.phone, locale: locale.en });

  test('a product that this store does not have leaves the others standing', async ({ page }) => {
    await page.goto('/s/hongdae/compare?g=08801234500258,9506000134352,nonsense');
    await expect(page.getByRole('columnheader')).toHaveCount(2);
    await expect(page.getByText(say('en', 'compare.missing'))).toBeVisible();
    await expect(page.getByRole('columnheader', { name: /overshirt/ })).toBeVisible();
    await page.goto('/s/hongdae/compare');
    await expect(page.getByText(say('en', 'compare.none'))).toBeVisible();
    await accessible(page);
  });

  test('the fifth mark is refused in words, and a mark outlives the next label', async ({ page }) => {
    await page.goto('/s/hongdae/search?q=');
    const marks = page.getByRole('main').getByRole('button', { name: within('en', 'compare.mark_of') });
    const told = page.waitForResponse((reply) => reply.url().endsWith('/stores/hongdae/beacons'));
    for (const index of [0, 1, 2, 3, 4]) await marks.nth(index).click();
    await expect(page.getByRole('status')).toHaveText(say('en', 'compare.full'));
    await expect(marks.nth(4)).toHaveAttribute('aria-pressed', 'false');
    // What is wished for is told once each, in one batch that names nobody.
    expect(await (await told).json()).toEqual({ counted: 4 });
    await page.goto('/s/hongdae/p/08801234500258');
    await expect(page.getByRole('link', { name: say('en', 'compare.go', { count: 4 }) })).toBeVisible();
    await page.getByRole('button', { name: say('en', 'compare.clear') }).click();
    await expect(page.getByRole('link', { name: within('en', 'compare.go') })).toHaveCount(0);
  });
});
