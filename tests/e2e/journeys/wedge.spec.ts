import { type Page } from '@playwright/test';
import { look, sizes } from '../look';
import { expect, test } from '../server';
import { label } from '../shop';
import { signIn } from '../staff';
import { locale, say, within } from '../words';

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

test('it may end a code with Enter, with Tab or with nothing', async ({ page, shop }) => {
  const { gtin } = label(shop);
  for (const end of ['Enter', 'Tab', '']) {
    await page.goto('/s/hongdae/map');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await scan(page, gtin.slice(1), end);
    await expect(page).toHaveURL(new RegExp(`/s/hongdae/p/${gtin}`));
  }
});

test('a ticket that is scanned stands in no address before its own, and a product is told as scanned', async ({ page, shop }) => {
  const { gtin } = label(shop);
  const token = await hold(shop.url, gtin);
  const seen: string[] = [];
  page.on('framenavigated', (frame) => seen.push(frame.url()));
  await page.goto('/s/hongdae');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await scan(page, `${shop.url}/r/${token}`);
  await expect(page).toHaveURL(new RegExp(`/r/${token}$`));
  expect(seen.filter((url) => url.includes('code=') || (url.includes(token) && !url.endsWith(`/r/${token}`)))).toEqual([]);
  await page.goto('/s/hongdae');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const told = page.waitForRequest((request) => request.url().endsWith('/beacons'));
  await scan(page, gtin.slice(1));
  expect((await told).postDataJSON().beacons).toEqual([{ kind: 'scan', gtin }]);
});

test('at the desk it types into the field, whatever ends its codes', async ({ page }) => {
  await page.setViewportSize(sizes.desk);
  await signIn(page, 'en', '/desk/pickups?tab=waiting', 'jisu');
  await page.goto('/desk/pickups?tab=waiting');
  const field = page.getByLabel(say('en', 'desk.scan.code'));
  for (const end of ['Enter', 'Tab', '']) {
    await page.goto('/desk/pickups?tab=waiting');
    await field.waitFor();
    await scan(page, '7K2M9QXA', end);
    await expect(page.getByText(within('en', 'common.problem.wrong_code')).first()).toBeVisible();
    await expect(field).toHaveValue('7K2M9QXA');
    await expect(field).toBeFocused();
  }
});

/** A hold's token, over the interface. */
async function hold(url: string, gtin: string): Promise<string> {
  const product = await (await fetch(`${url}/api/v1/stores/hongdae/products/${gtin}`)).json();
  const variant = product.variants.find((variant: { gtin: string }) => variant.gtin === gtin).id;
  const reply = await fetch(`${url}/api/v1/stores/hongdae/reservations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ lines: [{ variant, quantity: 1 }], acceptPartial: false }),
  });
  return (await reply.json()).token;
}

/** Keys as they come from a scanner, in one go: Playwright's own wait for the page between two of them. A field that has the focus takes them. */
async function scan(page: Page, code: string, end = 'Enter'): Promise<void> {
  await page.evaluate(
    ([keys, end]) => {
      const press = (key: string) => {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
        if (key.length === 1 && document.activeElement instanceof HTMLInputElement) document.execCommand('insertText', false, key);
      };
      for (const key of keys) press(key);
      if (end) press(end as string);
    },
    [[...code], end] as const,
  );
}
