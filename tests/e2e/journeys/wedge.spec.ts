import { type Page } from '@playwright/test';
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
      await scan(page, gtin.slice(1));
      await expect(page).toHaveURL(new RegExp(`/s/hongdae/p/${gtin}`));
    }
    await page.goBack();
    await expect(page).toHaveURL(/\/compare$/);

    await scan(page, '8801234500257');
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

/** Keys as they come from a scanner, in one go: Playwright's own wait for the page between two of them. */
async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate((keys) => {
    for (const key of keys) (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, [...code, 'Enter']);
}
