import { look, sizes } from '../look';
import { expect, test } from '../server';
import { label } from '../shop';
import { locale, say, within } from '../words';

test.use({ locale: locale.en, viewport: sizes.phone });

test('a part of the shop that does not come is said so, and comes on the next press', async ({ page }) => {
  const box = page.getByRole('combobox', { name: within('en', 'browse.search.label') });
  await page.goto('/s/hongdae');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.route('**/split_find.wasm', (route) => route.abort());
  await page.getByRole('link', { name: say('en', 'home.find') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(within('en', 'common.problem.offline'));
  await look(page, 'search', 'part-missing');
  await page.unroute('**/split_find.wasm');
  await page.getByRole('button', { name: say('en', 'common.load.again') }).click();
  await expect(box).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/s\/hongdae$/);
  await expect(page.getByRole('link', { name: within('en', 'home.map_title') })).toBeVisible();
});

test('a part that did not come for want of a network comes by itself with it', async ({ context, page }) => {
  await page.goto('/s/hongdae');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('link', { name: say('en', 'home.find') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(within('en', 'common.problem.offline'));
  await context.setOffline(false);
  await expect(page.getByRole('combobox', { name: within('en', 'browse.search.label') })).toBeVisible();
});

test('the map stands without the walk, and the walk comes when it can', async ({ page, shop }) => {
  await page.route('**/split_beside.wasm', (route) => route.abort());
  await page.goto(`/s/hongdae/map?to=${label(shop).gtin}`);
  await expect(page.locator('.plan__pin[data-kind="goal"]').first()).toBeAttached();
  await expect(page.getByText(within('en', 'common.problem.offline'))).toBeVisible();
  await look(page, 'map', 'part-missing');
  await page.unroute('**/split_beside.wasm');
  await page.getByRole('button', { name: say('en', 'common.load.again') }).click();
  await expect(page.getByRole('heading', { name: say('en', 'way.title') })).toBeVisible();
});

test('while a part is on its way the page before stands as it was, and takes nothing back', async ({ page }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/split_shelf.wasm', (route) => arrived.then(() => route.continue()));
  await page.goto('/s/hongdae/search?q=linen');
  await page.getByRole('combobox', { name: within('en', 'browse.search.label') }).fill('washed linen');
  await page.keyboard.press('Escape');
  const found = page.getByRole('link', { name: /linen/i }).first();
  await found.click();
  await expect(page.getByText(say('en', 'common.load.slow'))).toBeVisible();
  await expect(page).toHaveURL(/\/p\/\d{14}$/);
  await expect(page.locator('#search')).toHaveValue('washed linen');
  arrive();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/linen/i);
  await expect(page).toHaveURL(/\/p\/\d{14}$/);
});

test('a chosen colour stays past the skip link and the step back from it', async ({ page, shop }) => {
  await page.goto(`/s/hongdae/p/${label(shop).gtin}`);
  const colours = page.getByRole('radio', { name: /.+/ });
  // Clear of the bar at the foot, which a finger would scroll it above.
  await colours.nth(1).evaluate((colour) => colour.scrollIntoView({ block: 'center' }));
  await colours.nth(1).check({ force: true });
  const chosen = new URL(page.url()).pathname;
  expect(chosen).not.toContain(label(shop).gtin);
  // A mark that a page built anew would not have.
  await page.locator('article').evaluate((article) => article.setAttribute('data-mark', 'kept'));
  await page.locator('a[href="#main"]').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await expect(page.locator('article[data-mark="kept"]')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`${chosen}$`));
  await expect(page.locator('article[data-mark="kept"]')).toBeVisible();
  await expect(colours.nth(1)).toBeChecked();
});
