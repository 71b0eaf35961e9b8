import type { Locator, Page } from '@playwright/test';
import { accessible } from '../accessible';
import { seen, tabTo } from '../keyboard';
import { look, sizes } from '../look';
import { expect, test, type Shop } from '../server';
import { locale, say, within, type Language } from '../words';

type Slot = { code: string; facings: { variant: string }[] };
type Fixture = { code: string; shelves: { slots: Slot[] }[] };
type Map = {
  planogram: { floors: { level: number; fixtures: Fixture[] }[] };
  goods: { variant: string; gtin: string; name: Record<string, string> }[];
};

/** What stands where, from the interface: the journey asks for things of the demo, not for numbers that somebody typed in. */
async function planogram(shop: Shop): Promise<Map> {
  return (await (await fetch(`${shop.url}/api/v1/stores/hongdae/planogram`)).json()) as Map;
}

function slots(map: Map, level: number, sign: string): Slot[] {
  const fixture = map.planogram.floors.find((floor) => floor.level === level)!.fixtures.find((fixture) => fixture.code === sign)!;
  return fixture.shelves.flatMap((shelf) => shelf.slots).filter((slot) => slot.facings.length > 0);
}

function good(map: Map, slot: Slot) {
  return map.goods.find((good) => good.variant === slot.facings[0].variant)!;
}

/** A product that stands at one place only, on that floor. */
function lonely(map: Map, level: number) {
  const all = map.planogram.floors.flatMap((floor) => floor.fixtures.flatMap((fixture) => slots(map, floor.level, fixture.code)));
  const times = (variant: string) => all.filter((slot) => slot.facings.some((facing) => facing.variant === variant)).length;
  const there = map.planogram.floors.find((floor) => floor.level === level)!.fixtures.flatMap((fixture) => slots(map, level, fixture.code));
  return good(map, there.find((slot) => times(slot.facings[0].variant) === 1)!);
}

const drawing = (page: Page): Locator => page.locator('.map__hand');
const steps = (page: Page): Locator => page.locator('.goal__steps li');

for (const language of ['ko', 'en'] as const satisfies Language[]) {
  test.describe(`the map (${language})`, () => {
    test.use({ locale: locale[language], viewport: sizes.phone, colorScheme: language === 'ko' ? 'light' : 'dark' });

    test('the way from a shelf to a thing is drawn and written, and a label on the way moves it', async ({ page, shop }) => {
      const map = await planogram(shop);
      const [from, nearer] = [slots(map, 1, 'B1')[0], slots(map, 1, 'C4')[0]];
      const sought = good(map, slots(map, 1, 'C5')[0]);
      await page.goto(`/s/hongdae/map?to=${sought.gtin}&at=${from.code}`);
      await expect(page.getByRole('heading', { name: say(language, 'way.title') })).toBeVisible();
      await expect(page.getByText(say(language, 'way.from_here'))).toBeVisible();
      await expect(steps(page).first()).toBeVisible();
      await expect(page.locator('.plan__walk')).toBeAttached();
      await expect(page.locator('.plan__pin[data-kind="here"]')).toBeAttached();
      const before = await steps(page).allTextContents();
      await look(page, 'way');
      await accessible(page);

      // The scan page knows that a walk waits, and brings the visitor back.
      await page.getByRole('link', { name: say(language, 'way.scan_again') }).click();
      await expect(page.getByText(say(language, 'way.scan_lead'))).toBeVisible();
      await page.getByRole('button', { name: say(language, 'scan.letters') }).click();
      await page.getByRole('textbox').fill(nearer.code);
      await page.getByRole('button', { name: say(language, 'scan.find'), exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/map\\?to=${sought.gtin}&at=${nearer.code}`));
      await expect(steps(page).first()).toBeVisible();
      expect(await steps(page).allTextContents()).not.toEqual(before);
    });

    test('without stairs the way takes the lift', async ({ page, shop }) => {
      const map = await planogram(shop);
      await page.goto(`/s/hongdae/map?to=${lonely(map, 2).gtin}&at=${slots(map, 1, 'C8')[0].code}`);
      const stairs = page.locator('.goal__steps').getByText(within(language, 'way.stairs'));
      const lift = page.locator('.goal__steps').getByText(within(language, 'way.lift'));
      await expect(stairs.or(lift).first()).toBeVisible();
      await page.getByRole('checkbox', { name: say(language, 'way.step_free') }).check();
      await expect(lift.first()).toBeVisible();
      await expect(stairs).toHaveCount(0);
      // Remembered on this phone.
      await page.reload();
      await expect(page.getByRole('checkbox', { name: say(language, 'way.step_free') })).toBeChecked();
      await look(page, 'step-free');
    });

    test('a list is walked in a good order, and each thing opens', async ({ page, shop }) => {
      const map = await planogram(shop);
      const wanted = [good(map, slots(map, 1, 'B1')[0]), good(map, slots(map, 1, 'A2')[0]), good(map, slots(map, 1, 'C3')[0])];
      await page.goto(`/s/hongdae/map?list=${wanted.map((good) => good.gtin).join(',')},96385074&at=${slots(map, 1, 'A1')[0].code}`);
      await expect(page.getByRole('heading', { name: say(language, 'way.title_list') })).toBeVisible();
      await expect(page.locator('.goal__stop')).toHaveCount(3);
      // From the table beside A1, what stands at A2 comes first; what the map does not have is said.
      await expect(page.locator('.goal__name').first()).toHaveText(wanted[1].name[language]);
      await expect(page.getByText(say(language, 'way.absent_one'))).toBeVisible();
      await look(page, 'list');
      await accessible(page);
    });

    test('a shelf stands open by its link, and says price, stars and stock of what is pressed', async ({ page, shop }) => {
      const map = await planogram(shop);
      await page.goto('/s/hongdae/map?floor=1&fixture=C2');
      const dialog = page.getByRole('dialog', { name: /^C2 / });
      await expect(dialog).toBeVisible();
      const facing = dialog.locator('.facing').first();
      await facing.click();
      await expect(facing).toHaveAttribute('aria-pressed', 'true');
      await expect(dialog.locator('.price').first()).toBeVisible();
      await expect(dialog.locator('.stock').first()).toBeVisible();
      await look(page, 'shelf');
      await accessible(page);
      await dialog.getByRole('button', { name: within(language, 'map.shelf_view.beside', { sign: 'C3' }) }).click();
      await expect(page.getByRole('dialog', { name: /^C3 / })).toBeVisible();
      await expect(page).toHaveURL(/fixture=C3/);
      const first = good(map, slots(map, 1, 'C3')[0]).name[language];
      await page.getByRole('dialog').locator('.facing').first().click();
      await expect(page.getByRole('dialog').locator('.front__name')).toHaveText(first);
      await page.getByRole('dialog').getByRole('link', { name: say(language, 'map.shelf_view.open') }).click();
      await expect(page).toHaveURL(/\/p\/\d{14}\?at=/);
    });

    test('find it on the map by keyboard alone, and hear it', async ({ page, shop }) => {
      const map = await planogram(shop);
      await page.goto('/s/hongdae/map');
      await expect(page.locator('.plan__piece').first()).toBeAttached();
      // What a screen reader is told: the drawing is a named group of named zones and fixtures.
      const group = page.getByRole('group', { name: within(language, 'map.drawing') }).first();
      const names = map.planogram.floors.find((floor) => floor.level === 1)!.fixtures.map((fixture) => fixture.code);
      for (const sign of names) await expect(group.getByRole('button', { name: new RegExp(`^${sign} `) })).toBeAttached();
      await tabTo(page, drawing(page));
      await seen(page);
      const place = () => page.locator('.map__sheet').evaluate((sheet) => getComputedStyle(sheet).transform);
      await page.keyboard.press('+');
      await page.keyboard.press('+');
      await expect.poll(place).toBe('none');
      await tabTo(page, group.getByRole('button', { name: /^C2 / }));
      await look(page, 'focus');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: /^C2 / });
      await expect(dialog).toBeVisible();
      await tabTo(page, dialog.locator('.facing').nth(1));
      await page.keyboard.press('Enter');
      await expect(dialog.locator('.facing').nth(1)).toHaveAttribute('aria-pressed', 'true');
      await tabTo(page, dialog.getByRole('link', { name: say(language, 'map.shelf_view.walk') }));
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/map\?to=\d{14}/);
      await expect(steps(page).first()).toBeVisible();
      await expect(page.getByRole('heading', { name: say(language, 'way.title') })).toBeFocused();
      await page.keyboard.press('Control+Home');
      // The same without the drawing.
      await tabTo(page, page.getByRole('tab', { name: say(language, 'map.view_map') }));
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('tab', { name: say(language, 'map.view_list') })).toBeFocused();
      await expect(page.getByRole('tabpanel')).toContainText('C2');
      await accessible(page);
    });
  });
}

test.describe('the drawing under a hand', () => {
  test.use({ locale: locale.en, viewport: sizes.kioskSmall, hasTouch: true });

  test('it is dragged, zoomed by wheel and double tap, turned, and shown whole again', async ({ page }) => {
    await page.goto('/s/hongdae/map');
    await expect(page.locator('.plan[data-ready] .plan__piece').first()).toBeAttached();
    const box = (await drawing(page).boundingBox())!;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const sign = page.getByRole('button', { name: /^C2 / });
    // How near it is drawn, in pixels a millimetre.
    const scale = () => page.locator('.plan__drawing').evaluate((svg: SVGSVGElement) => svg.clientWidth / svg.viewBox.baseVal.width);
    const whole = await scale();
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.wheel(0, -300);
    await expect.poll(scale).toBeGreaterThan(whole * 1.5);
    const at = async () => (await sign.boundingBox())!.x;
    const before = await at();
    await page.mouse.down();
    await page.mouse.move(middle.x - 60, middle.y - 10, { steps: 6 });
    await page.mouse.up();
    await expect.poll(at).toBeLessThan(before - 40);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // The end of a drag presses nothing; a key after it does.
    await sign.press('Enter');
    await expect(page.getByRole('dialog', { name: /^C2 / })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('button', { name: say('en', 'map.whole') }).click();
    await expect.poll(scale).toBeCloseTo(whole, 5);
    for (const _ of [1, 2]) await page.touchscreen.tap(middle.x, middle.y);
    await expect.poll(scale).toBeGreaterThan(whole * 1.5);
    await page.getByRole('button', { name: say('en', 'map.whole') }).click();
    await expect.poll(scale).toBeCloseTo(whole, 5);
    await page.getByRole('button', { name: say('en', 'map.turn') }).click();
    await expect.poll(async () => { const box = (await sign.boundingBox())!; return box.width > box.height; }).toBe(true);
    await look(page, 'turned');
    await page.emulateMedia({ media: 'print' });
    await look(page, 'print');
  });
});
