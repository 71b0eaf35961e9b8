import { look, sizes } from '../look';
import { expect, test } from '../server';
import { label } from '../shop';
import { locale, say } from '../words';

// A USB scanner types like a keyboard, only faster, and presses Enter.
test.describe('kiosk ko', () => {
  test.use({ viewport: sizes.kiosk, locale: locale.ko, colorScheme: 'light' });

  test('a scanner that types leads to the product from any page, and steals nothing from a field', async ({ page, shop }) => {
    const { gtin } = label(shop);
    for (const from of ['/s/hongdae', '/s/hongdae/map', '/s/hongdae/compare']) {
      await page.goto(from);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.keyboard.type(`${gtin.slice(1)}`);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`/s/hongdae/p/${gtin}`));
    }
    await page.goBack();
    await expect(page).toHaveURL(/\/compare$/);

    await page.keyboard.type('8801234500257');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(/8/);
    await look(page, 'wrong-digit');

    await page.goto('/s/hongdae/scan');
    const field = page.getByLabel(say('ko', 'scan.label'));
    await field.focus();
    await page.keyboard.type(gtin.slice(1));
    await expect(field).toHaveValue(gtin.slice(1));
    await expect(page).toHaveURL(/\/scan$/);
  });
});
