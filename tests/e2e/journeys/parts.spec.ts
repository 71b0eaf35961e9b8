import { look, sizes } from '../look';
import { expect, test } from '../server';
import { locale, say, within } from '../words';

test.use({ locale: locale.en, viewport: sizes.phone });

test('a part of the shop that does not come is said so, and comes on the next press', async ({ page }) => {
  await page.goto('/s/hongdae');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.route('**/split_visit.wasm', (route) => route.abort());
  await page.getByRole('link', { name: within('en', 'home.map_title') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(within('en', 'common.problem.offline'));
  await look(page, 'map', 'part-missing');
  await page.unroute('**/split_visit.wasm');
  await page.getByRole('button', { name: say('en', 'common.load.again') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'map.title'));
  await page.goBack();
  await expect(page).toHaveURL(/\/s\/hongdae$/);
  await expect(page.getByRole('link', { name: within('en', 'home.map_title') })).toBeVisible();
});

test('while a part is on its way the page before stands as it was, and takes nothing back', async ({ page }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/split_shelf.wasm', (route) => arrived.then(() => route.continue()));
  await page.goto('/s/hongdae/search?q=linen');
  await page.getByRole('searchbox').fill('washed linen');
  const found = page.getByRole('link', { name: /linen/i }).first();
  await found.click();
  await expect(page.getByText(say('en', 'common.load.slow'))).toBeVisible();
  await expect(page).toHaveURL(/\/p\/\d{14}$/);
  await expect(page.getByRole('searchbox')).toHaveValue('washed linen');
  arrive();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/linen/i);
  await expect(page).toHaveURL(/\/p\/\d{14}$/);
});
