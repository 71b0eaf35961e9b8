import type { Page } from '@playwright/test';
import { accessible } from '../accessible';
import { tabTo } from '../keyboard';
import { look, sizes } from '../look';
import { goods, place, ticket } from '../reservation';
import { expect, startShop, test } from '../server';
import { check } from '../shop';
import { signIn } from '../staff';
import { locale, say, within, type Language } from '../words';

const settings = [
  { language: 'ko', size: 'desk', colorScheme: 'light' },
  { language: 'en', size: 'phone', colorScheme: 'dark' },
] as const satisfies { language: Language; size: keyof typeof sizes; colorScheme: 'light' | 'dark' }[];

for (const { language, size, colorScheme } of settings) {
  const options = (url: string) => ({ baseURL: url, locale: locale[language], viewport: sizes[size], colorScheme });
  const tab = (page: Page, name: string) => page.getByRole('tab', { name: within(language, `desk.tab.${name}`) });

  test(`an order is fetched and handed over by keyboard alone (${language}, ${size})`, async ({ browser }) => {
    const shop = await startShop();
    const [one] = await goods(shop, 1);
    const order = await place(shop, [{ variant: one.variant, quantity: 1 }], '도토리');
    const page = await (await browser.newContext(options(shop.url))).newPage();
    await signIn(page, language, '/desk/pickups', 'jisu');
    // Signing in is the press that browsers want before they let a page ring.
    await expect(page.getByText(say(language, 'desk.alarm.is_on'))).toBeVisible();
    await look(page, 'queue');
    await accessible(page);
    await tabTo(page, page.getByRole('link', { name: /도＊리/ }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: say(language, 'desk.act.accept') }));
    await page.keyboard.press('Enter');
    const scan = page.getByLabel(say(language, 'desk.scan.item'));
    await tabTo(page, scan);
    await page.keyboard.type(one.gtin);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(say(language, 'desk.bin.label'))).toBeFocused();
    await page.keyboard.type('A-3');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await ticket(shop, order.token)).state).toBe('ready');
    await page.goto('/desk/pickups?tab=waiting');
    await expect(page.getByText(say(language, 'desk.alarm.is_off'))).toBeVisible();
    const code = page.getByLabel(say(language, 'desk.scan.code'));
    await tabTo(page, code);
    await page.keyboard.type(order.code);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: say(language, 'desk.act.collect') })).toBeFocused();
    await look(page, 'hand-over');
    await accessible(page);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await ticket(shop, order.token)).state).toBe('collected');
    expect(check(shop)).toMatch(/invariants hold/);
    await shop.stop();
  });

  test(`two orders are fetched on one walk, and each asks for its bin (${language}, ${size})`, async ({ browser }) => {
    const shop = await startShop();
    const [one, two, three] = await goods(shop, 3);
    const first = await place(shop, [{ variant: one.variant, quantity: 1 }, { variant: two.variant, quantity: 1 }], '도토리');
    const second = await place(shop, [{ variant: one.variant, quantity: 1 }, { variant: three.variant, quantity: 1 }], 'minj');
    const page = await (await browser.newContext(options(shop.url))).newPage();
    await signIn(page, language, '/desk/pickups', 'jisu');
    await expect(page.getByRole('checkbox')).toHaveCount(2);
    await look(page, 'two-wait');
    await accessible(page);
    await page.getByRole('button', { name: say(language, 'desk.list.begin_all', { count: 2 }) }).click();
    await expect(page.getByRole('heading', { name: say(language, 'desk.list.title') })).toBeVisible();
    await expect(page.getByText(/\d m\b/).first()).toBeVisible();
    await look(page, 'pick-list');
    await accessible(page);
    const scan = page.getByLabel(say(language, 'desk.scan.item'));
    const item = async (gtin: string) => {
      await scan.fill(gtin);
      await scan.press('Enter');
    };
    await item(one.gtin);
    await expect(page.getByText(within(language, 'desk.list.put', { number: first.number, picked: 1, count: 1 })).first()).toBeVisible();
    await item(one.gtin);
    await expect(page.getByText(within(language, 'desk.list.put', { number: second.number, picked: 1, count: 1 })).first()).toBeVisible();
    await item(one.gtin);
    await expect(page.getByText(say(language, 'common.problem.already_picked')).first()).toBeVisible();
    await look(page, 'all-in');
    await item(two.gtin);
    const bin = page.getByLabel(say(language, 'desk.bin.label'));
    await expect(bin).toBeFocused();
    await look(page, 'bin');
    await accessible(page);
    await page.getByRole('button', { name: say(language, 'desk.list.later') }).click();
    await item(three.gtin);
    for (const name of ['A-1', 'A-2']) {
      await bin.fill(name);
      await page.getByRole('button', { name: say(language, 'desk.act.ready') }).click();
      await expect(page.getByText(new RegExp(name)).first()).toBeVisible();
    }
    for (const order of [first, second]) await expect.poll(async () => (await ticket(shop, order.token)).state).toBe('ready');
    expect(check(shop)).toMatch(/invariants hold/);
    await shop.stop();
  });

  test(`what is damaged is said with a substitute (${language}, ${size})`, async ({ browser }) => {
    const shop = await startShop();
    const [one, two] = await goods(shop, 2);
    const order = await place(shop, [{ variant: one.variant, quantity: 1 }], '도토리');
    const other = await place(shop, [{ variant: two.variant, quantity: 1 }], 'minj');
    const page = await (await browser.newContext(options(shop.url))).newPage();
    await signIn(page, language, '/desk/pickups', 'jisu');
    await page.getByRole('link', { name: /도＊리/ }).click();
    await page.getByRole('button', { name: say(language, 'desk.act.accept') }).click();
    const scan = page.getByLabel(say(language, 'desk.scan.item'));
    await scan.fill(two.gtin);
    await scan.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: within(language, 'desk.trouble.other', { number: other.number }) })).toBeVisible();
    await look(page, 'wrong-item');
    await accessible(page);
    await page.getByRole('button', { name: say(language, 'desk.act.short') }).click();
    await page.getByRole('radio', { name: say(language, 'desk.short.damaged') }).check();
    const offered = page.locator('.instead__one').first();
    await offered.click();
    await expect(offered).toHaveAttribute('aria-pressed', 'true');
    await look(page, 'short');
    await accessible(page);
    await page.getByRole('button', { name: say(language, 'desk.act.short_send') }).click();
    await expect.poll(async () => (await ticket(shop, order.token)).state).toBe('needs-decision');
    const { lines } = await ticket(shop, order.token);
    expect(lines[0].missing).toMatchObject({ because: 'damaged' });
    expect(lines[0].missing!.substitutes).toHaveLength(1);
    expect(check(shop)).toMatch(/invariants hold/);
    await shop.stop();
  });

  test(`who has the last one in hand buys it (${language}, ${size})`, async ({ browser }) => {
    const shop = await startShop();
    const [one] = await goods(shop, 1);
    const order = await place(shop, [{ variant: one.variant, quantity: one.available }], '도토리');
    const page = await (await browser.newContext(options(shop.url))).newPage();
    await signIn(page, language, '/desk/pickups?tab=waiting', 'jisu');
    await look(page, 'nobody-waits');
    const field = page.getByLabel(say(language, 'desk.scan.code'));
    await field.fill(one.gtin);
    await field.press('Enter');
    await expect(page.getByText(say(language, 'desk.in_hand.kept'))).toBeVisible();
    await expect(page.getByText(within(language, 'desk.order.nameless', { number: order.number })).first()).toBeVisible();
    await look(page, 'in-hand');
    await accessible(page);
    await page.getByRole('button', { name: say(language, 'desk.in_hand.sell') }).click();
    await expect(page.getByText(say(language, 'desk.in_hand.told')).first()).toBeVisible();
    const now = await ticket(shop, order.token);
    expect(now.state).toBe('needs-decision');
    expect(now.lines[0].missing).toMatchObject({ because: 'in-hand' });
    expect(check(shop)).toMatch(/invariants hold/);
    await shop.stop();
  });

  test(`somebody without a code is found, leaves one behind, and it goes back to its shelf (${language}, ${size})`, async ({ browser }) => {
    const shop = await startShop();
    const [one] = await goods(shop, 1);
    const order = await place(shop, [{ variant: one.variant, quantity: 2 }], '도토리');
    const page = await (await browser.newContext(options(shop.url))).newPage();
    await signIn(page, language, '/desk/pickups', 'jisu');
    await page.getByRole('button', { name: say(language, 'desk.list.begin_all', { count: 1 }) }).click();
    const scan = page.getByLabel(say(language, 'desk.scan.item'));
    for (const picked of [1, 2]) {
      await scan.fill(one.gtin);
      await scan.press('Enter');
      if (picked === 1) await expect(page.getByText(within(language, 'desk.list.put', { picked: 1, count: 2 })).first()).toBeVisible();
    }
    await page.getByLabel(say(language, 'desk.bin.label')).fill('B-7');
    await page.getByRole('button', { name: say(language, 'desk.act.ready') }).click();
    await tab(page, 'waiting').click();
    const field = page.getByLabel(say(language, 'desk.scan.code'));
    await field.fill('아무도');
    await field.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: /아무도/ })).toBeVisible();
    await field.fill('도토리');
    await field.press('Enter');
    await expect(page.getByRole('link', { name: /도＊리/ })).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByText(say(language, 'desk.order.no_code'))).toBeVisible();
    await look(page, 'found-by-name');
    await accessible(page);
    await field.fill(order.code);
    await field.press('Enter');
    await page.getByRole('group', { name: say(language, 'desk.line.refused') }).first().getByRole('button', { name: say(language, 'common.stepper.more') }).click();
    await expect(page.getByText(say(language, 'desk.handover.less'))).toBeVisible();
    await look(page, 'one-refused');
    await page.getByRole('button', { name: say(language, 'desk.act.collect') }).click();
    await expect(tab(page, 'put_back')).toHaveText(/1$/);
    await tab(page, 'put_back').click();
    await look(page, 'put-back');
    await accessible(page);
    const label = page.getByLabel(say(language, 'desk.scan.shelf'));
    await label.fill('7K2M9QXA');
    await label.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: within(language, 'desk.trouble.other_shelf') })).toBeVisible();
    await look(page, 'wrong-shelf');
    await label.fill(`${shop.url}/q/${one.slot}`);
    await label.press('Enter');
    await expect(tab(page, 'put_back')).toHaveText(/0$/);
    await look(page, 'all-back', 'empty');
    expect(check(shop)).toMatch(/invariants hold/);
    await shop.stop();
  });
}
