import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accessible } from '../accessible';
import { seeing } from '../camera';
import { look, sizes } from '../look';
import { goods, place, ticket } from '../reservation';
import { expect, startShop, test } from '../server';
import { check } from '../shop';
import { signIn } from '../staff';
import { locale, say, within } from '../words';

// The desk's camera stays on: an item into the bin, then the code on the shopper's phone, without a key.
test('the camera picks an item, and reads the code of who comes for it', async () => {
  const shop = await startShop();
  const [one] = await goods(shop, 1);
  const order = await place(shop, [{ variant: one.variant, quantity: 1 }], '도토리');
  const setting = { baseURL: shop.url, locale: locale.ko, viewport: sizes.phone, colorScheme: 'light' as const, permissions: ['camera'] };

  const picking = await seeing(mkdtempSync(path.join(tmpdir(), 'desk-')), [one.gtin.slice(1)]);
  const page = await (await picking.newContext(setting)).newPage();
  await signIn(page, 'ko', '/desk/pickups', 'jisu');
  await page.getByRole('button', { name: say('ko', 'desk.list.begin_all', { count: 1 }) }).click();
  await page.getByRole('button', { name: say('ko', 'desk.scan.camera') }).click();
  await expect(page.locator('.finder__view')).toHaveAttribute('data-state', 'running');
  await look(page, 'camera');
  await accessible(page);
  await page.getByLabel(say('ko', 'desk.bin.label')).fill('A-1');
  await page.getByRole('button', { name: say('ko', 'desk.act.ready') }).click();
  await expect.poll(async () => (await ticket(shop, order.token)).state).toBe('ready');
  await picking.close();

  const counter = await seeing(mkdtempSync(path.join(tmpdir(), 'desk-')), [order.code]);
  const desk = await (await counter.newContext(setting)).newPage();
  await signIn(desk, 'ko', '/desk/pickups?tab=waiting', 'jisu');
  await desk.getByRole('button', { name: say('ko', 'desk.scan.camera') }).click();
  await desk.getByRole('button', { name: say('ko', 'desk.act.collect') }).click();
  await expect.poll(async () => (await ticket(shop, order.token)).state).toBe('collected');
  expect(check(shop)).toMatch(/invariants hold/);
  await counter.close();
  await shop.stop();
});

test('a camera that is refused says so, and the typed code does', async ({ browser }) => {
  const shop = await startShop();
  const page = await (await browser.newContext({ baseURL: shop.url, locale: locale.en, viewport: sizes.desk, colorScheme: 'dark', permissions: [] })).newPage();
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('no', 'NotAllowedError');
    };
  });
  await signIn(page, 'en', '/desk/pickups?tab=waiting', 'jisu');
  await page.getByRole('button', { name: say('en', 'desk.scan.camera') }).click();
  await expect(page.getByText(within('en', 'scan.blind.refused'))).toBeVisible();
  await look(page, 'camera-refused', 'failed');
  await accessible(page);
  await page.getByLabel(say('en', 'desk.scan.code')).fill('37');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: within('en', 'desk.trouble.nobody_waits', { number: 37 }) })).toBeVisible();
  await shop.stop();
});
