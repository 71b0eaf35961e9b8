import { accessible } from '../accessible';
import { look, sizes } from '../look';
import { expect, startShop, test } from '../server';
import { available, check, label } from '../shop';
import { locale, say, within, type Language } from '../words';

// The whole way: a shelf label's link on a phone, the product, a hold, a ticket; at the desk accept, scan, ready, hand over.
for (const language of ['ko', 'en'] as const satisfies Language[]) {
  test(`a shelf label becomes a collected reservation (${language})`, async ({ browser }) => {
    const shop = await startShop();
    const { path, gtin } = label(shop);
    const before = await available(shop, gtin);
    const setting = { baseURL: shop.url, locale: locale[language], colorScheme: 'light' as const };
    const phone = await (await browser.newContext({ ...setting, viewport: sizes.phone, hasTouch: true })).newPage();
    const desk = await (await browser.newContext({ ...setting, viewport: sizes.desk })).newPage();

    await test.step('the label opens the product', async () => {
      await phone.goto(path);
      await expect(phone).toHaveURL(new RegExp(`/s/hongdae/p/${gtin}`));
      await expect(phone.getByText(within(language, 'product.as_of_now')).first()).toBeVisible();
      await look(phone, 'product');
      await accessible(phone);
    });

    await test.step('one is held, then confirmed', async () => {
      await phone.getByRole('link', { name: within(language, 'product.keep_size') }).click();
      await phone.getByRole('button', { name: say(language, 'reserve.hold.press', { count: 1 }) }).waitFor();
      await look(phone, 'reserve-quantity');
      await phone.getByRole('button', { name: say(language, 'reserve.hold.press', { count: 1 }) }).click();
      await phone.getByLabel(within(language, 'reserve.nickname')).fill('도토리');
      await look(phone, 'reserve-name');
      await accessible(phone);
      expect(await available(shop, gtin)).toBe(before - 1);
      await phone.getByRole('button', { name: say(language, 'reserve.confirm') }).click();
    });

    const code = await test.step('the ticket shows a code', async () => {
      await expect(phone).toHaveURL(/\/r\/[0-9a-f]{32}$/);
      await expect(phone.getByRole('heading', { name: say(language, 'reserve.state.placed.title') })).toBeVisible();
      await look(phone, 'ticket-placed');
      await accessible(phone);
      const shown = await phone.locator('main').innerText();
      return /\b([0-9A-Z]{4}-[0-9A-Z]{4})\b/.exec(shown)![1];
    });

    await test.step('staff signs in and sees it', async () => {
      await desk.goto('/desk/pickups');
      await desk.getByLabel(say(language, 'desk.sign_in.login')).fill('jisu');
      await desk.getByLabel(say(language, 'desk.sign_in.password')).fill('onmaru-demo');
      await look(desk, 'sign-in');
      await desk.getByRole('button', { name: say(language, 'desk.sign_in.go') }).click();
      await desk.getByRole('link', { name: /도＊리/ }).waitFor();
      await look(desk, 'queue');
      await accessible(desk);
    });

    await test.step('it is accepted, scanned, ready', async () => {
      await desk.getByRole('link', { name: /도＊리/ }).click();
      await desk.getByRole('button', { name: say(language, 'desk.act.accept') }).click();
      await expect(phone.getByRole('heading', { name: say(language, 'reserve.state.picking.title') })).toBeVisible();
      const scan = desk.getByLabel(say(language, 'desk.scan.item'));
      await scan.fill('8801234512381');
      await scan.press('Enter');
      await expect(desk.getByText(within(language, 'desk.trouble.not_on_order')).first()).toBeVisible();
      await look(desk, 'scan-refused');
      await scan.fill(gtin);
      await scan.press('Enter');
      await desk.getByLabel(say(language, 'desk.bin.label')).fill('A-3');
      await look(desk, 'bin');
      await desk.getByRole('button', { name: say(language, 'desk.act.ready') }).click();
      await expect(phone.getByRole('heading', { name: say(language, 'reserve.state.ready.title') })).toBeVisible();
      await look(phone, 'ticket-ready');
      await accessible(phone);
    });

    await test.step('the code is checked and it is handed over', async () => {
      await desk.getByRole('link', { name: new RegExp(`^${say(language, 'desk.tab.waiting').source.slice(1, -1)}`) }).or(desk.getByRole('tab', { name: within(language, 'desk.tab.waiting') })).first().click();
      const field = desk.getByLabel(say(language, 'desk.scan.code'));
      await field.fill('7K2M 9QXA');
      await field.press('Enter');
      await expect(desk.getByText(within(language, 'common.problem.wrong_code')).first()).toBeVisible();
      await look(desk, 'wrong-code');
      await field.fill(code);
      await field.press('Enter');
      await desk.getByRole('button', { name: say(language, 'desk.act.collect') }).waitFor();
      await look(desk, 'hand-over');
      await accessible(desk);
      await desk.getByRole('button', { name: say(language, 'desk.act.collect') }).click();
      await expect(phone.getByRole('heading', { name: say(language, 'reserve.state.collected.title') })).toBeVisible();
      await look(phone, 'ticket-collected');
    });

    await test.step('the stock is right and the books are clean', async () => {
      expect(await available(shop, gtin)).toBe(before - 1);
      expect(check(shop)).toMatch(/^\d+ invariants hold/);
    });
    await shop.stop();
  });
}
