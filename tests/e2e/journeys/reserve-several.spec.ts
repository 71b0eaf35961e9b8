import { accessible } from '../accessible';
import { tabTo } from '../keyboard';
import { look, sizes } from '../look';
import { hold, stocked } from '../reservation';
import { expect, startShop, test } from '../server';
import { available } from '../shop';
import { locale, say, within, type Language } from '../words';

// A whole list is kept in one hold; what went meanwhile is asked about, not assumed.
for (const [size, language, theme] of [
  ['phone', 'ko', 'light'],
  ['phoneSmall', 'en', 'dark'],
] as [keyof typeof sizes, Language, 'light' | 'dark'][]) {
  test.describe(`${size} ${language} ${theme}`, () => {
    test.use({ viewport: sizes[size], locale: locale[language], colorScheme: theme });

    test('a list is reserved as far as it is there, once the visitor agrees', async ({ browser }) => {
      const shop = await startShop();
      const context = await browser.newContext({ baseURL: shop.url, locale: locale[language], viewport: sizes[size], colorScheme: theme });
      const page = await context.newPage();
      const [one, other] = await stocked(shop, 2);
      const [has, others] = await Promise.all([available(shop, one), available(shop, other)]);

      await test.step('the list leads to one form', async () => {
        for (const gtin of [one, other]) {
          await page.goto(`/s/hongdae/p/${gtin}`);
          const mark = page.getByRole('main').getByRole('button', { name: say(language, 'list.add') });
          await mark.click();
          await expect(mark).toHaveAttribute('aria-pressed', 'true');
        }
        await page.goto('/s/hongdae/list');
        await page.getByRole('link', { name: say(language, 'list.keep', { count: 2 }) }).click();
        await expect(page).toHaveURL(new RegExp(`/reserve\\?g=${one},${other}$`));
        await expect(page.locator('.reserve__good')).toHaveCount(2);
        await look(page, 'several');
        await accessible(page);
      });

      await test.step('the address says how many, and a reload keeps it', async () => {
        const more = page.locator('.reserve__good').first().getByRole('button', { name: say(language, 'common.stepper.more') });
        await more.click();
        await more.click();
        await expect(page).toHaveURL(new RegExp(`/reserve\\?g=${one}:3,${other}$`));
        await page.route('**/events*', (route) => route.abort());
        await page.reload();
        await expect(page.getByRole('button', { name: say(language, 'reserve.hold.press', { count: 4 }) })).toBeVisible();
      });

      await test.step('somebody was faster: the page asks, and nothing is held', async () => {
        await hold(shop, one, has - 2);
        await page.getByRole('button', { name: say(language, 'reserve.hold.press', { count: 4 }) }).click();
        await expect(page.getByText(within(language, 'reserve.short.some'))).toBeVisible();
        expect(await available(shop, other)).toBe(others);
        await look(page, 'asked', 'refused');
        await accessible(page);
      });

      await test.step('the visitor agrees by key, and all that is there is held at once', async () => {
        const agree = page.getByRole('button', { name: say(language, 'reserve.short.agree', { count: 3 }) });
        await tabTo(page, agree);
        await page.keyboard.press('Enter');
        await expect(page.getByText(within(language, 'reserve.hold.partly', { requested: 4, held: 3 })).first()).toBeVisible();
        await expect(page.locator('.reserve__promise')).not.toBeEmpty();
        await look(page, 'held');
        await accessible(page);
        expect(await available(shop, one)).toBe(0);
      });

      await test.step('a reload goes on with the hold, and the ticket has both lines', async () => {
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        await page.reload();
        const name = page.getByLabel(within(language, 'reserve.nickname'));
        await name.fill('Acorn');
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(/\/r\/[0-9a-f]{32}$/);
        await expect(page.locator('.ticket-line')).toHaveCount(2);
        await look(page, 'ticket');
      });
      await context.close();
      await shop.stop();
    });
  });
}

test('a hold that ran out is one press away from the next, with everything still typed', async ({ browser }) => {
  const shop = await startShop();
  const context = await browser.newContext({ baseURL: shop.url, locale: locale.en, viewport: sizes.phone });
  const page = await context.newPage();
  const [gtin] = await stocked(shop, 1);
  await page.goto(`/s/hongdae/reserve?g=${gtin}`);
  await page.getByRole('button', { name: say('en', 'reserve.hold.press', { count: 1 }) }).click();
  const name = page.getByLabel(within('en', 'reserve.nickname'));
  await name.fill('Acorn');
  await look(page, 'cap');
  // Its time is over: the shop says so at the press.
  await page.route('**/api/v1/reservation/confirm', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: '', title: '', status: 409, detail: '', code: 'hold-expired', request: 'x' }),
    }),
  );
  await page.getByRole('button', { name: say('en', 'reserve.confirm') }).click();
  await expect(page.getByText(within('en', 'reserve.hold.expired'))).toBeVisible();
  await look(page, 'expired', 'refused');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.getByRole('button', { name: say('en', 'reserve.hold.press', { count: 1 }) }).click();
  await expect(name).toHaveValue('Acorn');
  await page.getByRole('button', { name: say('en', 'reserve.confirm') }).click();
  await expect(page).toHaveURL(/\/r\/[0-9a-f]{32}$/);
  await context.close();
  await shop.stop();
});

test('a store that takes no reservations says why and until when, and the numbers stay', async ({ browser, shop }) => {
  const page = await (await browser.newContext({ baseURL: shop.url, locale: locale.en, viewport: sizes.phone })).newPage();
  const [gtin] = await stocked(shop, 1);
  await page.route('**/api/v1/stores/hongdae/reservations', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: '', title: '', status: 422, detail: '', code: 'paused', request: 'x', params: { reason: 'stocktaking', words: 'B1', until: '2030-12-01T05:00:00Z' } }),
    }),
  );
  await page.goto(`/s/hongdae/reserve?g=${gtin}:2`);
  await page.getByRole('button', { name: /2/ }).last().click();
  await expect(page.getByText(within('en', 'pause.reason.stocktaking')).first()).toBeVisible();
  await expect(page.getByText(/14:00/)).toBeVisible();
  await expect(page).toHaveURL(/:2$/);
  await look(page, 'paused', 'refused');
});

test('an address with nothing to reserve says so', async ({ page }) => {
  await page.goto('/s/hongdae/reserve?g=x,1');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.empty')).toBeVisible();
});
