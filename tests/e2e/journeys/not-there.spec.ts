import { accessible } from '../accessible';
import { look, sizes } from '../look';
import { expect, startShop, test } from '../server';
import { available, check, label } from '../shop';
import { signIn } from '../staff';
import { locale, say, within, type Language } from '../words';

// A shopper stands at the shelf and does not see it: says so, staff looks, and the answer comes to the same screen.
for (const language of ['ko', 'en'] as const satisfies Language[]) {
  test(`what a shopper cannot find is counted, and the shopper reads what was found (${language})`, async ({ browser }) => {
    const shop = await startShop();
    const { path, gtin } = label(shop);
    const before = await available(shop, gtin);
    const setting = { baseURL: shop.url, locale: locale[language], colorScheme: 'light' as const };
    const phone = await (await browser.newContext({ ...setting, viewport: sizes.phone, hasTouch: true })).newPage();
    const other = await (await browser.newContext({ ...setting, viewport: sizes.phone })).newPage();
    const desk = await (await browser.newContext({ ...setting, viewport: sizes.phone })).newPage();
    const tab = desk.getByRole('tab', { name: within(language, 'desk.tab.count') });
    await signIn(desk, language, '/desk/pickups', 'jisu');
    await expect(tab).toHaveText(/0$/);

    await test.step('one press, and what happens next stands there', async () => {
      await phone.goto(path);
      const press = phone.getByRole('button', { name: within(language, 'missing.act') });
      await press.scrollIntoViewIfNeeded();
      await look(phone, 'before');
      await press.click();
      await expect(phone.getByRole('status').filter({ hasText: say(language, 'missing.looking') })).toBeVisible();
      await expect(press).toHaveAttribute('aria-disabled', 'true');
      await expect(press).toContainText(within(language, 'missing.told'));
      await look(phone, 'asked');
      await accessible(phone);
      await expect(phone.getByText(say(language, 'missing.checking'))).toBeVisible();
      expect(await available(shop, gtin)).toBe(before);
    });

    await test.step('somebody else is told that it is being checked', async () => {
      await other.goto(path);
      await expect(other.getByText(say(language, 'missing.checking'))).toBeVisible();
      await look(other, 'checking');
      await expect(other.getByRole('button', { name: within(language, 'missing.act') })).toHaveAttribute('aria-disabled', 'true');
    });

    await test.step('the desk hears of it, with the place in words', async () => {
      await expect(tab).toHaveText(/1$/);
      await tab.click();
      await expect(desk.getByText(within(language, 'desk.count.asked_once'))).toBeVisible();
      await expect(desk.getByText(within(language, 'desk.count.expected', { count: before }))).toBeVisible();
      await look(desk, 'to-count');
      await accessible(desk);
    });

    await test.step('one less is counted, with the keyboard', async () => {
      await desk.getByRole('button', { name: say(language, 'common.stepper.less') }).focus();
      await desk.keyboard.press('Enter');
      await desk.keyboard.press('Tab');
      await desk.keyboard.press('Tab');
      const here = desk.getByRole('button', { name: within(language, 'desk.count.here', { count: before - 1 }) });
      await expect(here).toBeFocused();
      for (const button of await desk.getByRole('tabpanel').getByRole('button').all()) {
        expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(56);
      }
      await desk.keyboard.press('Enter');
      await expect(desk.getByText(within(language, 'desk.count.done', { count: before - 1 }))).toBeVisible();
      await expect(tab).toHaveText(/0$/);
      await expect(tab).toBeFocused();
      await look(desk, 'counted');
      await accessible(desk);
    });

    await test.step('the shopper reads who looked, and the figure is theirs', async () => {
      await expect(phone.getByText(within(language, 'missing.found', { count: before - 1 }))).toBeVisible();
      await look(phone, 'answered');
      await accessible(phone);
      await phone.evaluate(() => scrollTo(0, 0));
      await expect(phone.getByText(say(language, 'missing.witness'))).toBeVisible();
      await look(phone, 'witness');
      await expect(other.getByText(say(language, 'missing.witness'))).toBeVisible();
      expect(await available(shop, gtin)).toBe(before - 1);
      expect(check(shop)).toMatch(/^\d+ invariants hold/);
    });
    await shop.stop();
  });
}

test('two who count the same at once: one counts, the other is told', async ({ browser }) => {
  const shop = await startShop();
  const { gtin } = label(shop);
  const setting = { baseURL: shop.url, locale: locale.en, viewport: sizes.desk };
  await fetch(`${shop.url}/api/v1/stores/hongdae/products/${gtin}/missing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: '{}',
  });
  const desks = [];
  for (const login of ['jisu', 'hyun']) {
    const desk = await (await browser.newContext(setting)).newPage();
    // Neither hears of the other in time: that is the race.
    await desk.route('**/events*', (route) => route.abort());
    await signIn(desk, 'en', '/desk/pickups?tab=count', login);
    await desk.goto('/desk/pickups?tab=count');
    await desk.getByRole('button', { name: /none here/i }).waitFor();
    desks.push(desk);
  }
  await desks[0].getByRole('button', { name: /none here/i }).click();
  await expect(desks[0].getByText(within('en', 'desk.count.done', { count: 0 }))).toBeVisible();
  await desks[1].getByRole('button', { name: /none here/i }).click();
  await expect(desks[1].getByText(say('en', 'desk.trouble.counted'))).toBeVisible();
  await expect(desks[1].getByText(within('en', 'desk.count.done', { count: 0 }))).toBeVisible();
  await look(desks[1], 'too-late', 'refused');
  expect(await available(shop, gtin)).toBe(0);
  expect(check(shop)).toMatch(/^\d+ invariants hold/);
  await shop.stop();
});
