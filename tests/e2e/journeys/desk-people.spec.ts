import type { Browser, Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accessible } from '../accessible';
import { startShopWithClock } from '../clock';
import { tabTo } from '../keyboard';
import { look, sizes } from '../look';
import { goods, makeReady, place, ticket } from '../reservation';
import { expect, startShop, test, type Shop } from '../server';
import { check } from '../shop';
import { signIn } from '../staff';
import { locale, say, within, type Language } from '../words';

type Setting = { language: Language; size: keyof typeof sizes; colorScheme: 'light' | 'dark' };
const settings: Setting[] = [
  { language: 'ko', size: 'phone', colorScheme: 'light' },
  { language: 'en', size: 'desk', colorScheme: 'dark' },
];

/** Somebody of the store at the desk, on a device of their own. */
async function at(browser: Browser, shop: Shop, setting: Setting, login: string, tab = ''): Promise<Page> {
  const { language, size, colorScheme } = setting;
  const context = await browser.newContext({ baseURL: shop.url, locale: locale[language], viewport: sizes[size], colorScheme });
  const page = await context.newPage();
  await page.clock.install();
  await signIn(page, language, `/desk/pickups${tab}`, login);
  return page;
}

for (const setting of settings) {
  const { language, size } = setting;

  test(`an order that nobody takes is said again, then to the manager (${language}, ${size})`, async ({ browser }) => {
    const shop = await startShopWithClock(mkdtempSync(path.join(tmpdir(), 'nudge-')));
    const [one] = await goods(shop, 1);
    const order = await place(shop, [{ variant: one.variant, quantity: 1 }], '도토리');
    const [staff, manager] = [await at(browser, shop, setting, 'jisu'), await at(browser, shop, setting, 'sora')];
    const step = (page: Page, name: 'staff' | 'manager') => page.locator(`.nudge[data-step=${name}]`);
    await expect(staff.getByRole('link', { name: /도＊리/ })).toBeVisible();
    await expect(staff.locator('.nudge')).toHaveCount(0);

    shop.move('+6m');
    for (const page of [staff, manager]) await page.clock.fastForward('06:00');
    for (const page of [staff, manager]) {
      await expect(step(page, 'staff')).toHaveText(within(language, 'desk.nudge.staff', { count: 6 }));
      await expect(page.locator('[aria-live=polite]').filter({ hasText: within(language, 'desk.nudge.staff') })).toHaveCount(1);
    }
    await look(staff, 'nudge');
    await accessible(staff);

    shop.move('+16m');
    for (const page of [staff, manager]) await page.clock.fastForward('10:00');
    await expect(step(manager, 'manager')).toHaveText(within(language, 'desk.nudge.manager', { count: 16 }));
    await expect(step(staff, 'staff')).toHaveText(within(language, 'desk.nudge.staff', { count: 16 }));
    await look(manager, 'nudge-manager');
    await accessible(manager);

    await tabTo(manager, step(manager, 'manager'));
    await manager.keyboard.press('Enter');
    await manager.getByRole('button', { name: say(language, 'desk.act.accept') }).click();
    for (const page of [staff, manager]) await expect(page.locator('.nudge')).toHaveCount(0);
    await expect.poll(async () => (await ticket(shop, order.token)).state).toBe('picking');
    await shop.stop();
  });

  test(`two take one order: it is one's, and the other is told (${language}, ${size})`, async ({ browser }) => {
    const shop = await startShop();
    const [one] = await goods(shop, 1);
    const order = await place(shop, [{ variant: one.variant, quantity: 1 }], '도토리');
    const [jisu, hyun] = [await at(browser, shop, setting, 'jisu'), await at(browser, shop, setting, 'hyun')];
    const accept = (page: Page) => page.getByRole('button', { name: say(language, 'desk.act.accept') });
    for (const page of [jisu, hyun]) {
      await page.getByRole('link', { name: /도＊리/ }).click();
      await expect(accept(page)).toBeVisible();
    }
    // Hyun's device hears nothing of it: what it shows is old.
    const asked: (() => void)[] = [];
    await hyun.route(/\/accept$/, (route) => new Promise<void>((send) => asked.push(() => send(route.continue()))));
    await accept(hyun).click();
    await expect.poll(() => asked.length).toBe(1);
    await accept(jisu).click();
    await expect.poll(async () => (await ticket(shop, order.token)).state).toBe('picking');
    asked[0]();
    await expect(hyun.getByRole('alert').filter({ hasText: say(language, 'desk.trouble.taken') })).toBeVisible();
    await expect(hyun.getByText(within(language, 'desk.order.picker')).first()).toBeVisible();
    await look(hyun, 'taken');
    await accessible(hyun);
    // It is still jisu's: one has picked it, once.
    await jisu.getByLabel(say(language, 'desk.scan.item')).fill(one.gtin);
    await jisu.keyboard.press('Enter');
    await jisu.getByLabel(say(language, 'desk.bin.label')).fill('A-3');
    await jisu.getByRole('button', { name: say(language, 'desk.act.ready') }).click();
    await expect.poll(async () => (await ticket(shop, order.token)).state).toBe('ready');
    expect(check(shop)).toMatch(/invariants hold/);
    await shop.stop();
  });

  test(`after five wrong codes a manager hands over with a reason (${language}, ${size})`, async ({ browser }) => {
    const shop = await startShop();
    const [one] = await goods(shop, 1);
    const order = await place(shop, [{ variant: one.variant, quantity: 1 }], '도토리');
    await makeReady(shop, order.token);
    const staff = await at(browser, shop, setting, 'jisu', '?tab=waiting');
    const code = staff.getByLabel(say(language, 'desk.scan.code'));
    const alert = staff.getByRole('alert').filter({ hasText: /\S/ });
    for (let wrong = 1; wrong <= 6; wrong += 1) {
      await code.fill(`7K3M9PX${wrong}`);
      await code.press('Enter');
      await expect(alert).toBeVisible();
      if (wrong === 1) await look(staff, 'wrong-code');
    }
    await expect(alert).toHaveText(say(language, 'desk.trouble.locked'));
    // The right one is not even looked at.
    await code.fill(order.code);
    await code.press('Enter');
    await expect(alert).toHaveText(say(language, 'desk.trouble.locked'));
    expect((await ticket(shop, order.token)).state).toBe('ready');
    await look(staff, 'locked');
    await accessible(staff);

    const manager = await at(browser, shop, setting, 'sora', '?tab=waiting');
    await manager.getByRole('link', { name: /도＊리/ }).click();
    await manager.getByRole('button', { name: say(language, 'desk.act.without_code') }).click();
    const sheet = manager.getByRole('dialog');
    const collect = sheet.getByRole('button', { name: say(language, 'desk.act.collect') });
    await collect.click();
    await expect(sheet.getByText(say(language, 'common.field.missing'))).toBeVisible();
    await look(manager, 'without-code');
    await accessible(manager);
    await sheet.getByLabel(say(language, 'desk.reason.label')).fill('신분증과 주문 내역을 확인했어요');
    await manager.keyboard.press('Enter');
    await expect.poll(async () => (await ticket(shop, order.token)).state).toBe('collected');
    expect(check(shop)).toMatch(/invariants hold/);
    await shop.stop();
  });
}
