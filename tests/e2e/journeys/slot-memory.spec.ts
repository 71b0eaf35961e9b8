import { accessible } from '../accessible';
import { look, sizes } from '../look';
import { expect, test, type Shop } from '../server';
import { label } from '../shop';
import { locale, say, within, type Language } from '../words';

test.use({ viewport: sizes.phone });

type Good = { variant: string; gtin: string; name: Record<Language, string> };
type Standing = { slot: string; goods: Good[] };

/** What stands in each slot of a store, from the interface. */
async function standing(shop: Shop, store: string): Promise<Standing[]> {
  const { planogram, goods } = await (await fetch(`${shop.url}/api/v1/stores/${store}/planogram`)).json();
  const known = new Map<string, Good>(goods.map((good: Good) => [good.variant, good]));
  const fixtures = planogram.floors.flatMap((floor: any) => floor.fixtures);
  const slots = fixtures.flatMap((fixture: any) => fixture.shelves).flatMap((shelf: any) => shelf.slots);
  return slots.map((slot: any) => ({ slot: slot.code, goods: slot.facings.map((facing: any) => known.get(facing.variant)!) }));
}

/** A slot with one product, and a product that stands elsewhere: together a label that is older than its shelf. */
async function oldLabel(shop: Shop): Promise<{ slot: string; now: Good; printed: Good }> {
  const all = await standing(shop, 'hongdae');
  const { slot, goods } = all.find(({ goods }) => goods.length === 1)!;
  const printed = all.flatMap(({ goods }) => goods).find((good) => good.name.en !== goods[0].name.en)!;
  return { slot, now: goods[0], printed };
}

for (const language of ['ko', 'en'] as const satisfies Language[]) {
  test.describe(language, () => {
    test.use({ locale: locale[language] });

    test('a label older than its shelf shows both: what it names, and what stands there now', async ({ page, shop }) => {
      const { slot, now, printed } = await oldLabel(shop);
      await page.goto(`/01/${printed.gtin}?q=${slot}`);
      await expect(page.getByRole('heading', { name: say(language, 'scan.old.changed_title') })).toBeVisible();
      const part = (key: string) => page.locator('section', { has: page.getByRole('heading', { name: say(language, key) }) });
      await expect(part('scan.old.printed').getByRole('link')).toHaveText(new RegExp(printed.name[language]));
      await expect(part('scan.old.now').getByRole('link')).toHaveText(new RegExp(now.name[language]));
      await look(page, 'changed');
      await accessible(page);
      await part('scan.old.printed').getByRole('link').click();
      await expect(page).toHaveURL(new RegExp(`/s/hongdae/p/${printed.gtin}$`));
      await page.goBack();
      await part('scan.old.now').getByRole('link').click();
      await expect(page).toHaveURL(new RegExp(`/s/hongdae/p/${now.gtin}\\?at=${slot}`));
    });

    test('a label whose slot nobody knows is said so', async ({ page }) => {
      await page.goto('/q/7K2M9QXA');
      await expect(page.getByText(say(language, 'common.problem.no_such_slot'))).toBeVisible();
      await look(page, 'unknown');
      await accessible(page);
    });

    test('a label of another store leads there and says so', async ({ page, shop }) => {
      await page.goto('/s/hongdae');
      await expect.poll(() => page.evaluate(() => localStorage.getItem('vitrine.store'))).toBe('hongdae');
      const there = (await standing(shop, 'seongsu')).find(({ goods }) => goods.length === 1)!;
      await page.goto(`/01/${there.goods[0].gtin}?q=${there.slot}`);
      await expect(page).toHaveURL(/\/s\/seongsu\/p\//);
      await expect(page.getByText(within(language, 'scan.old.other_store'))).toBeVisible();
      await look(page, 'other-store');
    });
  });
}

test('a label that is right leads on in one step, and typed into the scan page it is asked the same way', async ({ page, shop }) => {
  await page.goto('/s/hongdae/scan');
  const { slot, printed } = await oldLabel(shop);
  const { path, gtin } = label(shop);
  const type = async (text: string) => {
    await page.getByLabel(say('en', 'scan.label')).fill(text);
    await page.keyboard.press('Enter');
  };
  await type(`${shop.url}/01/${printed.gtin}?q=${slot}`);
  await expect(page.getByRole('heading', { name: say('en', 'scan.old.changed_title') })).toBeVisible();
  await page.goBack();
  await type(`${shop.url}${path}`);
  await expect(page).toHaveURL(new RegExp(`/s/hongdae/p/${gtin}\\?at=`));
  await page.goBack();
  await expect(page).toHaveURL(/\/s\/hongdae\/scan$/);
});
