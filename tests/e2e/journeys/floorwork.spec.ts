import type { Browser, Page } from '@playwright/test';
import { accessible } from '../accessible';
import { tabTo } from '../keyboard';
import { look, sizes } from '../look';
import { place, variants } from '../reservation';
import { expect, startShop, test, type Shop } from '../server';
import { available, check, label } from '../shop';
import { signIn } from '../staff';
import { locale, say, within, type Language } from '../words';

type Setting = { language: Language; theme: 'light' | 'dark'; size: { width: number; height: number } };
const settings: Setting[] = [
  { language: 'ko', theme: 'light', size: sizes.phone },
  { language: 'en', theme: 'dark', size: sizes.desk },
];

async function screen(browser: Browser, shop: Shop, { language, theme, size }: Setting): Promise<Page> {
  const context = await browser.newContext({ baseURL: shop.url, locale: locale[language], colorScheme: theme, viewport: size });
  return context.newPage();
}

/** Nothing is cut off at the side, and axe finds nothing. */
async function shown(page: Page, name: string, state = 'ready'): Promise<void> {
  await look(page, name, state);
  // A word that passes over the page hides what it covers, for its time.
  await expect(page.locator('.toast')).toHaveCount(0);
  await accessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

/** The desk's targets are large. */
async function large(page: Page): Promise<void> {
  for (const button of await page.getByRole('tabpanel').getByRole('button').all()) {
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(56);
  }
}

async function reserve(shop: Shop, gtin: string, quantity: number): Promise<void> {
  const [variant] = await variants(shop, [gtin]);
  await place(shop, [{ variant, quantity }], '도토리');
}

for (const setting of settings) {
  const { language } = setting;
  const words = (key: string, values: Record<string, string | number> = {}) => within(language, key, values);

  test(`the books of a product: looked for, counted, adjusted, moved, and what came of it (${language})`, async ({ browser }) => {
    const shop = await startShop();
    const { gtin, path } = label(shop);
    const desk = await screen(browser, shop, setting);
    const phone = await screen(browser, shop, { ...setting, size: sizes.phone });
    await signIn(desk, language, '/desk/pickups', 'jisu');
    const start = await available(shop, gtin);
    const save = desk.locator('form', { has: desk.locator('#stock-number') }).getByRole('button', { name: words('stock.act.save') });
    const number = desk.locator('#stock-number');

    await test.step('nothing open: what the tab is for, and the way there by name', async () => {
      await desk.getByRole('tab', { name: words('stock.tab') }).click();
      await expect(desk.getByText(say(language, 'stock.empty'))).toBeVisible();
      await shown(desk, 'stock', 'empty');
      await desk.locator('#scan-stock').fill(language === 'ko' ? '머그' : 'mug');
      await desk.keyboard.press('Enter');
      await expect(desk.locator('.stock-desk__found a').first()).toBeVisible();
      await shown(desk, 'found');
      await desk.locator('#scan-stock').fill('8801234567890');
      await desk.keyboard.press('Enter');
      await expect(desk.getByRole('alert')).toContainText(/\d/);
      await look(desk, 'wrong-code', 'refused');
    });

    await test.step('scanned: where how many are', async () => {
      await desk.locator('#scan-stock').fill(gtin);
      await desk.keyboard.press('Enter');
      await expect(desk.locator('.stock-card__figures [data-main] dd')).toHaveText(say(language, 'stock.unit', { count: start }));
      await expect(desk.locator('.history__line').first()).toBeVisible();
      await shown(desk, 'books');
      await large(desk);
    });

    await phone.goto(path);
    await expect(phone.locator('.tag__stock')).toBeVisible();

    await test.step('counted with the keyboard; the shopper reads who looked', async () => {
      await tabTo(desk, number);
      await desk.keyboard.type(String(start + 2));
      await expect(desk.locator('.stock-act__then')).toContainText(String(start + 2));
      await look(desk, 'before-count');
      await desk.keyboard.press('Enter');
      await expect(desk.getByText(say(language, 'stock.act.done', { count: start + 2 }))).toBeVisible();
      await expect(number).toBeFocused();
      await expect(desk.locator('.history__line').first()).toContainText(words('stock.reason.counted'));
      await expect(phone.getByText(say(language, 'missing.witness'))).toBeVisible();
      await shown(desk, 'counted');
    });

    await test.step('delivered, and one put on display', async () => {
      await desk.getByRole('button', { name: say(language, 'stock.act.delivery') }).click();
      await number.fill('3');
      await save.click();
      await expect(desk.getByText(say(language, 'stock.act.done', { count: start + 5 }))).toBeVisible();
      await desk.getByRole('button', { name: say(language, 'stock.act.show') }).click();
      await number.fill('1');
      await save.click();
      await expect(desk.getByText(say(language, 'stock.act.done', { count: start + 4 }))).toBeVisible();
      await number.fill('9000');
      await expect(save).toHaveAttribute('aria-disabled', 'true');
      await expect(save).toContainText(words('stock.act.not_enough', { count: start + 4 }));
      await look(desk, 'too-many', 'refused');
      await number.fill('');
    });

    await test.step('lost, of what is promised: said before it is done, then a shortfall with an owner', async () => {
      await reserve(shop, gtin, 2);
      await expect(desk.locator('.stock-card__figures [data-main] dd')).toHaveText(say(language, 'stock.unit', { count: start + 2 }));
      await desk.getByRole('button', { name: say(language, 'stock.act.lost') }).click();
      await number.fill(String(start + 3));
      await expect(desk.getByText(say(language, 'stock.act.will_short', { count: 1 }))).toBeVisible();
      await shown(desk, 'will-be-short', 'warned');
      await save.click();
      await expect(desk.locator('.shortfall')).toContainText(words('stock.short', { count: 1 }));
      await shown(desk, 'short', 'short');
      await desk.locator('.shortfall').getByRole('button').click();
      await expect(desk.locator('.shortfall')).toContainText(words('stock.shortfall.owner'));
      await desk.goto('/desk/pickups?tab=stock');
      await expect(desk.getByRole('heading', { name: words('stock.shortfall.title') })).toBeVisible();
      await expect(desk.getByRole('tab', { name: words('stock.tab') })).toHaveText(/1$/);
      await shown(desk, 'shortfalls', 'short');
    });

    await test.step('found again: it closes by itself', async () => {
      await desk.locator('.shortfall a').first().click();
      await desk.getByRole('button', { name: say(language, 'stock.act.found') }).click();
      await number.fill('1');
      await save.click();
      await expect(desk.locator('.shortfall')).toHaveCount(0);
      expect(check(shop)).toMatch(/^\d+ invariants hold/);
    });
    await shop.stop();
  });

  test(`two who look at the same books: the second is told what it is now (${language})`, async ({ browser }) => {
    const shop = await startShop();
    const { gtin } = label(shop);
    const start = await available(shop, gtin);
    const desks = [];
    for (const login of ['jisu', 'hyun']) {
      const desk = await screen(browser, shop, setting);
      // Neither hears of the other in time: that is the race.
      await desk.route('**/events*', (route) => route.abort());
      await signIn(desk, language, '/desk/pickups', login);
      await desk.goto(`/desk/pickups?tab=stock&g=${gtin}`);
      await desk.locator('#stock-number').fill(String(start - 1));
      await expect(desk.locator('.stock-act__then')).toBeVisible();
      desks.push(desk);
    }
    for (const desk of desks) await desk.getByRole('button', { name: say(language, 'stock.act.save') }).click();
    await expect(desks[1].getByText(say(language, 'stock.stale', { count: start - 1 }))).toBeVisible();
    await expect(desks[1].locator('#stock-number')).toHaveValue(String(start - 1));
    await shown(desks[1], 'somebody-was-faster', 'refused');
    expect(await available(shop, gtin)).toBe(start - 1);
    await shop.stop();
  });

  test(`a call from a shelf: sent, answered by name, done (${language})`, async ({ browser }) => {
    const shop = await startShop();
    const { path } = label(shop);
    const phone = await screen(browser, shop, { ...setting, size: sizes.phone });
    const desk = await screen(browser, shop, setting);
    await signIn(desk, language, '/desk/pickups', 'jisu');

    await test.step('from the product page, in two presses', async () => {
      await phone.goto(path);
      const link = phone.getByRole('link', { name: say(language, 'call.link') });
      await tabTo(phone, link);
      await phone.keyboard.press('Enter');
      await expect(phone.getByRole('heading', { level: 1, name: say(language, 'call.title') })).toBeVisible();
      await expect(phone.getByText(words('call.lead_place'))).toBeVisible();
      await shown(phone, 'call');
      await phone.getByRole('button', { name: say(language, 'call.wish.another') }).click();
      await phone.getByLabel(say(language, 'call.more')).fill('240 <b>');
    });

    await test.step('the line is away: it says so, and goes out once when it is back', async () => {
      let made = 0;
      await phone.route('**/calls', async (route) => {
        made += 1;
        // The first reply is lost after the shop has heard.
        if (made === 1) await route.fetch();
        if (made <= 2) return route.abort();
        return route.continue();
      });
      await phone.getByRole('button', { name: say(language, 'call.send') }).click();
      await expect(phone.getByText(say(language, 'call.waiting_line'))).toBeVisible();
      await look(phone, 'waiting', 'offline');
      await expect(phone.getByRole('heading', { name: say(language, 'call.state.sent') })).toBeVisible();
      await phone.unrouteAll({ behavior: 'ignoreErrors' });
      await shown(phone, 'sent');
    });

    await test.step('the desk sees who waits where, for what', async () => {
      const calls = desk.locator('.call');
      await expect(calls).toHaveCount(1);
      await expect(calls).toContainText(words('call.wish.another'));
      await expect(calls).toContainText('240 <b>');
      await shown(desk, 'called');
      await calls.getByRole('button', { name: words('call.desk.answer_label') }).click();
      await expect(calls).toContainText(words('call.desk.coming'));
      await shown(desk, 'answered');
    });

    await test.step('the shopper reads the name, also after a reload', async () => {
      await expect(phone.getByRole('heading', { name: words('call.state.coming') })).toBeVisible();
      await phone.reload();
      await expect(phone.getByRole('heading', { name: words('call.state.coming') })).toBeVisible();
      await shown(phone, 'coming');
    });

    await test.step('done, and the next one can be made and taken back', async () => {
      await desk.locator('.call').getByRole('button', { name: words('call.desk.close_label') }).click();
      await expect(desk.locator('.call')).toHaveCount(0);
      await expect(phone.getByRole('heading', { name: say(language, 'call.state.closed') })).toBeVisible();
      await shown(phone, 'closed');
      await phone.getByRole('button', { name: say(language, 'call.again') }).click();
      await phone.getByRole('button', { name: say(language, 'call.send') }).click();
      await expect(desk.locator('.call')).toHaveCount(1);
      await phone.getByRole('button', { name: say(language, 'call.withdraw') }).click();
      await expect(phone.getByRole('heading', { name: say(language, 'call.state.withdrawn') })).toBeVisible();
      await expect(desk.locator('.call')).toHaveCount(0);
    });
    await shop.stop();
  });

  test(`a call from a fitting room: its label leads to one, and the desk reads which room (${language})`, async ({ browser }) => {
    const shop = await startShop();
    type Plan = { planogram: { floors: { fixtures: { code: string; shelves: { slots: { code: string }[] }[] }[] }[] } };
    const { planogram } = (await (await fetch(`${shop.url}/api/v1/stores/hongdae/planogram`)).json()) as Plan;
    const room = planogram.floors.flatMap((floor) => floor.fixtures).find((fixture) => fixture.code === 'F2')!;
    const phone = await screen(browser, shop, { ...setting, size: sizes.phone });
    const desk = await screen(browser, shop, setting);
    await signIn(desk, language, '/desk/pickups', 'jisu');
    await phone.goto(`/q/${room.shelves[0].slots[0].code}`);
    await expect(phone.getByText(say(language, 'scan.slot.empty'))).toBeVisible();
    await shown(phone, 'fitting-room');
    await phone.getByRole('link', { name: say(language, 'call.link') }).click();
    const name = language === 'ko' ? '피팅룸 2' : 'Fitting room 2';
    await expect(phone.getByText(words('call.lead_place', { place: name }))).toBeVisible();
    await phone.getByRole('button', { name: say(language, 'call.wish.another') }).click();
    await phone.getByRole('button', { name: say(language, 'call.send') }).click();
    await expect(phone.getByRole('heading', { name: say(language, 'call.state.sent') })).toBeVisible();
    await expect(desk.locator('.call')).toContainText(name);
    await shown(desk, 'called-from-room');
    await shop.stop();
  });

  test(`a pause: the manager stops, the pages say why and until when, and it is over at once (${language})`, async ({ browser }) => {
    const shop = await startShop();
    const { path, gtin } = label(shop);
    const phone = await screen(browser, shop, { ...setting, size: sizes.phone });
    const desk = await screen(browser, shop, setting);
    await phone.goto(path);
    const keep = phone.locator('.bar a[data-variant="primary"]');
    await expect(keep).toBeVisible();
    await signIn(desk, language, '/desk/pickups', 'sora');

    await test.step('with a reason and a time', async () => {
      await desk.getByRole('button', { name: say(language, 'pause.begin') }).click();
      await desk.getByRole('button', { name: say(language, 'pause.reason.stocktaking') }).click();
      await desk.getByRole('button', { name: say(language, 'pause.go') }).click();
      await expect(desk.getByText(say(language, 'pause.time_past'))).toBeVisible();
      await shown(desk, 'pause', 'refused');
      await desk.getByLabel(say(language, 'pause.more')).fill('1F');
      await desk.getByRole('radio', { name: say(language, 'pause.tomorrow') }).check();
      await desk.getByLabel(say(language, 'pause.time')).fill('11:00');
      await desk.getByRole('button', { name: say(language, 'pause.go') }).click();
      await expect(desk.locator('.paused')).toContainText(words('pause.on'));
      await shown(desk, 'paused');
    });

    await test.step('the open page says so, and so does the reserve page', async () => {
      const bar = phone.locator('.bar button[aria-disabled="true"]');
      await expect(bar).toContainText(words('pause.product'));
      await expect(bar).toContainText(words('pause.reason.stocktaking'));
      await shown(phone, 'product-paused', 'paused');
      const other = await phone.context().newPage();
      await other.goto(`/s/hongdae/reserve?g=${gtin}`);
      await expect(other.locator('.bar button[aria-disabled="true"]')).toContainText(words('pause.reason.stocktaking'));
      await look(other, 'reserve-paused', 'paused');
      await other.close();
    });

    await test.step('resumed: the page offers again', async () => {
      await desk.getByRole('button', { name: say(language, 'pause.resume') }).click();
      await expect(desk.locator('.paused')).toHaveCount(0);
      await expect(keep).toBeVisible();
    });
    await shop.stop();
  });

  test(`a note is written in a moment, and stands on the open page (${language})`, async ({ browser }) => {
    const shop = await startShop();
    const { path, gtin } = label(shop);
    const phone = await screen(browser, shop, { ...setting, size: sizes.phone });
    const desk = await screen(browser, shop, setting);
    await phone.goto(path);
    await expect(phone.locator('.tag__stock')).toBeVisible();
    await signIn(desk, language, '/desk/pickups', 'jisu');
    await desk.goto(`/desk/pickups?tab=stock&g=${gtin}`);
    const line = language === 'ko' ? '반 치수 작게 나와요' : 'Runs half a size small';
    const field = desk.locator(`#note-${language}`);
    await field.fill(`  ${line} <i>`);
    await field.press('Enter');
    await expect(desk.getByText(say(language, 'stock.note.saved'))).toBeVisible();
    await field.scrollIntoViewIfNeeded();
    await shown(desk, 'note');
    const quote = phone.locator('[data-kind="note"]');
    await expect(quote).toContainText(`${line} <i>`);
    await quote.scrollIntoViewIfNeeded();
    await shown(phone, 'note-on-the-page');
    await desk.getByRole('button', { name: say(language, 'stock.note.remove') }).click();
    await expect(quote).toHaveCount(0);
    await shop.stop();
  });
}
