import { accessible } from '../accessible';
import { tabTo } from '../keyboard';
import { look, sizes } from '../look';
import { makeReady, reserve, staff, stocked, ticket, variants } from '../reservation';
import { expect, startShop, test } from '../server';
import { locale, say, within, type Language } from '../words';

const settings: [keyof typeof sizes, Language, 'light' | 'dark'][] = [
  ['phone', 'ko', 'light'],
  ['phoneSmall', 'en', 'dark'],
];

for (const [size, language, theme] of settings) {
  test.describe(`${size} ${language} ${theme}`, () => {
    test.use({ viewport: sizes[size], locale: locale[language], colorScheme: theme });

    test('who is asked about something missing chooses another one that is there', async ({ page, shop }) => {
      const act = await staff(shop);
      const [gtin, instead] = await stocked(shop, 2);
      const token = await reserve(shop, gtin);
      await page.goto(`/r/${token}`);
      await expect(page.getByRole('heading', { name: say(language, 'reserve.state.placed.title') })).toBeVisible();
      const [variant, substitute] = await variants(shop, [gtin, instead]);
      await act(token, 'accept');
      await act(token, 'short', { variant, quantity: 1, because: 'in-hand', substitutes: [substitute] });
      await expect(page.getByRole('heading', { name: say(language, 'reserve.state.asks.title') })).toBeVisible();
      await expect(page.getByText(within(language, 'reserve.decide.in_hand'))).toBeVisible();
      await page.locator('.substitute img').first().waitFor();
      await look(page, 'asks');
      await accessible(page);
      const take = page.getByRole('button', { name: say(language, 'reserve.decide.take') });
      await tabTo(page, take);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: say(language, 'reserve.state.picking.title') })).toBeVisible();
      await expect(page.locator('.ticket-line')).toHaveCount(2);
      await look(page, 'picking');
      expect((await ticket(shop, token)).lines.map((line) => line.gtin)).toContain(instead);
    });

    test('what is ready waits longer once, and is called off after a question', async ({ page, shop }) => {
      const [gtin] = await stocked(shop, 1);
      const token = await reserve(shop, gtin);
      await makeReady(shop, token);
      await page.goto(`/r/${token}`);
      await expect(page.getByRole('heading', { name: say(language, 'reserve.state.ready.title') })).toBeVisible();
      await look(page, 'ready');
      const extend = page.getByRole('button', { name: say(language, 'reserve.extend') });
      await extend.click();
      await expect(extend).toHaveCount(0);
      await page.getByRole('button', { name: say(language, 'reserve.cancel') }).click();
      await look(page, 'cancel');
      await accessible(page);
      await page.getByRole('button', { name: say(language, 'reserve.cancel_no') }).click();
      expect((await ticket(shop, token)).state).toBe('ready');
      await page.getByRole('button', { name: say(language, 'reserve.cancel') }).click();
      await page.getByRole('button', { name: say(language, 'reserve.cancel_yes') }).click();
      await expect(page.getByRole('heading', { name: say(language, 'reserve.state.cancelled.title') })).toBeVisible();
      await look(page, 'cancelled');
    });

    test('this phone remembers its reservations until it is told to forget', async ({ page, shop }) => {
      const [one, other] = await stocked(shop, 2);
      await page.goto('/s/hongdae');
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      await expect(page.getByRole('link', { name: say(language, 'reserve.mine.see') })).toHaveCount(0);
      const tokens = [await reserve(shop, one), await reserve(shop, other)];
      for (const token of tokens) {
        await page.goto(`/r/${token}`);
        await expect(page.getByRole('heading', { name: say(language, 'reserve.state.placed.title') })).toBeVisible();
      }
      await page.goto('/s/hongdae');
      await page.getByRole('link', { name: say(language, 'reserve.mine.see') }).click();
      await expect(page).toHaveURL(/\/r$/);
      const rows = page.locator('.tickets__one');
      await expect(rows).toHaveCount(2);
      await makeReady(shop, tokens[0]);
      await expect(page.getByText(say(language, 'reserve.state.ready.title'))).toBeVisible();
      await look(page, 'mine');
      await accessible(page);
      await rows.first().getByRole('button', { name: say(language, 'reserve.mine.forget') }).click();
      await expect(rows).toHaveCount(1);
      await page.reload();
      await expect(rows).toHaveCount(1);
      await rows.first().getByRole('button').click();
      await expect(page.getByText(say(language, 'reserve.mine.none'))).toBeVisible();
      await look(page, 'mine', 'empty');
      expect((await ticket(shop, tokens[1])).state).toBe('placed');
    });

    test('the code is shown large without a network, and after a reload, too', async ({ browser }) => {
      const shop = await startShop();
      const setting = { baseURL: shop.url, locale: locale[language], viewport: sizes[size], colorScheme: theme };
      const context = await browser.newContext(setting);
      const page = await context.newPage();
      const [gtin] = await stocked(shop, 1);
      const token = await reserve(shop, gtin);
      await makeReady(shop, token);
      const { code } = await ticket(shop, token);
      const shown = `${code!.slice(0, 4)}-${code!.slice(4)}`;
      await page.goto(`/r/${token}`);
      const open = page.getByRole('link', { name: say(language, 'reserve.show_large') });
      await open.waitFor();
      await page.evaluate(async () => navigator.serviceWorker.ready);
      await page.waitForFunction(() => localStorage.getItem('vitrine.tickets'));
      await context.setOffline(true);
      await open.click();
      const large = page.getByRole('dialog');
      await expect(large.getByText(shown)).toBeVisible();
      await expect(large.getByRole('img', { name: say(language, 'reserve.qr') })).toBeVisible();
      await look(page, 'large', 'offline');
      await accessible(page);
      await page.keyboard.press('Escape');
      await expect(large).toHaveCount(0);
      await expect(page).toHaveURL(new RegExp(`/r/${token}$`));
      await open.click();
      await expect(large.getByText(shown)).toBeVisible();
      await page.goBack();
      await expect(large).toHaveCount(0);
      await page.reload();
      await expect(page.getByText(within(language, 'reserve.as_of'))).toBeVisible();
      await expect(page.locator('.panel__code')).toHaveText(shown);
      await look(page, 'ticket', 'offline');
      await page.goto(`/r/${token}?show=1`);
      await expect(large.getByText(shown)).toBeVisible();
      await page.goto('/r');
      await expect(page.locator('.tickets__one')).toHaveCount(1);
      await look(page, 'mine', 'offline');
      await context.setOffline(false);
      await page.goto(`/r/${token}`);
      await expect(page.getByText(within(language, 'reserve.as_of'))).toHaveCount(0);
      await context.close();
      await shop.stop();
    });

    test('how an order ended stands on its ticket, with what may be done next', async ({ page, shop }) => {
      const [one, two] = await stocked(shop, 2);
      const [called, kept] = [await reserve(shop, one), await reserve(shop, two)];
      await (await staff(shop, 'sora'))(called, 'reject', { reason: '진열품이 파손됐어요' });
      await page.goto(`/r/${called}`);
      await expect(page.getByRole('heading', { name: say(language, 'reserve.state.rejected.title') })).toBeVisible();
      await expect(page.getByText(/진열품이 파손됐어요/)).toBeVisible();
      await look(page, 'rejected');
      await accessible(page);
      await makeReady(shop, kept);
      await (await staff(shop))(kept, 'collect', { code: (await ticket(shop, kept)).code, refused: [] });
      await page.goto(`/r/${kept}`);
      await expect(page.getByRole('heading', { name: say(language, 'reserve.state.collected.title') })).toBeVisible();
      await look(page, 'collected');
      await accessible(page);
    });

    test('a hold runs by the shop\'s clock, whatever this phone\'s clock says', async ({ page, shop }) => {
      const [gtin] = await stocked(shop, 1);
      await page.clock.install({ time: Date.now() + 40 * 60_000 });
      await page.goto(`/s/hongdae/reserve?g=${gtin}`);
      await page.getByRole('button', { name: say(language, 'reserve.hold.press') }).click();
      await expect(page.locator('.countdown')).toContainText(/\b(9:\d\d|10:00)\b/);
      await look(page, 'wrong-clock');
      // Running out is the shop's to say, too.
      await page.clock.fastForward('05:00');
      await page.getByRole('button', { name: say(language, 'reserve.hold.longer') }).click();
      await expect(page.locator('.countdown')).toContainText(/\b(9:\d\d|10:00)\b/);
    });
  });
}
