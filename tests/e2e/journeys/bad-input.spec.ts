import { look, sizes } from '../look';
import { expect, startShop, test } from '../server';
import { available, label } from '../shop';
import { locale, say, within, type Language } from '../words';

test.use({ viewport: sizes.phone });

/** Somebody else's hold, over the interface. */
async function take(url: string, gtin: string, quantity: number): Promise<void> {
  const product = await (await fetch(`${url}/api/v1/stores/hongdae/products/${gtin}`)).json();
  const variant = product.variants.find((variant: { gtin: string }) => variant.gtin === gtin).id;
  const reply = await fetch(`${url}/api/v1/stores/hongdae/reservations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ lines: [{ variant, quantity }], acceptPartial: false }),
  });
  expect(reply.status).toBe(200);
}

for (const language of ['ko', 'en'] as const satisfies Language[]) {
  test.describe(language, () => {
    test.use({ locale: locale[language] });

    test('a product outside the range is said so, with search beside it', async ({ page }) => {
      await page.goto('/s/hongdae/p/08809999999997');
      await expect(page.getByRole('heading', { name: say(language, 'scan.range.title') })).toBeVisible();
      await look(page, 'not-in-range');
      await page.getByLabel(say(language, 'scan.range.label')).fill('mug');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/search\?q=mug/);
      await expect(page.getByText(within(language, 'browse.search.results', { count: 2 }))).toBeVisible();
    });

    test('a wrong check digit names the one that was expected', async ({ page }) => {
      await page.goto('/01/08801234500259');
      await expect(page.getByRole('heading', { name: say(language, 'scan.wrong.title') })).toBeVisible();
      await expect(page.locator('main')).toContainText('8');
      await look(page, 'wrong-check-digit');
    });

    test('the last unit that somebody else took is not claimed again', async ({ page }) => {
      const shop = await startShop();
      const { gtin } = label(shop);
      const free = await available(shop, gtin);
      await page.goto(`${shop.url}/s/hongdae/reserve?g=${gtin}`);
      const hold = page.getByRole('button', { name: say(language, 'reserve.hold.press', { count: 1 }) });
      await hold.waitFor();
      // The page must not hear of it before the press: that is the race.
      await page.route('**/events*', (route) => route.abort());
      await page.reload();
      await hold.waitFor();
      await take(shop.url, gtin, free);
      await hold.click();
      await expect(page.getByText(within(language, 'reserve.short.gone'))).toBeVisible();
      await look(page, 'gone', 'refused');
      expect(await available(shop, gtin)).toBe(0);
      await shop.stop();
    });
  });
}

test('without a connection what was typed stays, and the same press works later', async ({ browser }) => {
  const shop = await startShop();
  const { gtin } = label(shop);
  const context = await browser.newContext({ baseURL: shop.url, locale: locale.en, viewport: sizes.phone });
  const page = await context.newPage();
  await page.goto(`/s/hongdae/reserve?g=${gtin}`);
  await page.getByRole('button', { name: say('en', 'reserve.hold.press', { count: 1 }) }).click();
  const name = page.getByLabel(within('en', 'reserve.nickname'));
  await name.fill('Acorn');
  await context.setOffline(true);
  await page.getByRole('button', { name: say('en', 'reserve.confirm') }).click();
  await expect(page.getByText(within('en', 'common.problem.offline_act')).first()).toBeVisible();
  await expect(name).toHaveValue('Acorn');
  await look(page, 'confirm', 'offline');
  await context.setOffline(false);
  await page.getByRole('button', { name: say('en', 'reserve.confirm') }).click();
  await expect(page).toHaveURL(/\/r\/[0-9a-f]{32}$/);
  await shop.stop();
});

test('another language changes the words in place and keeps what was typed', async ({ page }) => {
  await page.goto('/s/hongdae/scan');
  const number = page.getByRole('textbox');
  await number.fill('880123450');
  for (const language of ['ko', 'en', 'ko'] as const) {
    await page.getByRole('button', { name: say(language, 'common.language.name') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(language, 'scan.title'));
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(number).toHaveValue(/880123450/);
  }
});
