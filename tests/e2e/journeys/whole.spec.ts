import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accessible } from '../accessible';
import { seeing } from '../camera';
import { startShopWithClock } from '../clock';
import { look, sizes } from '../look';
import { startMail } from '../mail';
import { goods, place, ticket } from '../reservation';
import { expect, startShop, test } from '../server';
import { check, label } from '../shop';
import { signIn } from '../staff';
import { locale, say, within } from '../words';

const root = path.resolve(__dirname, '../../..');
const scratch = () => mkdtempSync(path.join(tmpdir(), 'whole-'));

/** What a picture of a screen says to a camera. */
function read(picture: string): string {
  const said = execFileSync('cargo', ['run', '--quiet', '--package', 'scanner', '--example', 'decode', '--', picture], { cwd: root, encoding: 'utf8' });
  return said.trim().split('\t')[2] ?? '';
}

test('from the shelf to the bag: kept, told by mail, handed over to the code on the phone', async ({ browser }) => {
  const [mail, folder] = [await startMail(), scratch()];
  const shop = await startShop(mail.settings);
  const { path: shelf, gtin } = label(shop);
  const setting = { baseURL: shop.url, locale: locale.ko, colorScheme: 'light' as const };
  const phone = await (await browser.newContext({ ...setting, viewport: sizes.phone, hasTouch: true })).newPage();
  await phone.goto(shelf);
  await phone.getByRole('link', { name: within('ko', 'product.keep_size') }).click();
  await phone.getByRole('button', { name: say('ko', 'reserve.hold.press', { count: 1 }) }).click();
  await phone.getByLabel(within('ko', 'reserve.nickname')).fill('도토리');
  await phone.getByLabel(within('ko', 'reserve.contact')).fill('dotori@mail.example');
  await phone.getByRole('button', { name: say('ko', 'reserve.confirm') }).click();
  await expect(phone.locator('.panel__code')).toBeVisible();

  const picking = await seeing(folder, [gtin.replace(/^0+/, '').padStart(13, '0')]);
  const picker = await (await picking.newContext({ ...setting, viewport: sizes.phone, permissions: ['camera'] })).newPage();
  await signIn(picker, 'ko', '/desk/pickups', 'jisu');
  await picker.getByRole('button', { name: say('ko', 'desk.list.begin_all', { count: 1 }) }).click();
  await picker.getByRole('button', { name: say('ko', 'desk.scan.camera') }).click();
  await picker.getByLabel(say('ko', 'desk.bin.label')).fill('A-1');
  const ready = picker.waitForResponse(/\/ready$/);
  await picker.getByRole('button', { name: say('ko', 'desk.act.ready') }).click();
  // A browser that closes takes a request with it that is on its way.
  expect((await ready).status()).toBe(200);
  await picking.close();

  const subject = say('ko', 'notice.ready.subject');
  await expect.poll(() => mail.got.some((one) => subject.test(one.subject ?? '')), { timeout: 30_000 }).toBe(true);
  const told = mail.got.find((one) => subject.test(one.subject ?? ''))!;
  await phone.goto(new RegExp(`${shop.url}(/r/[0-9a-f]{32})`).exec(told.text ?? '')![1]);
  await phone.locator('.panel__show').click();
  await look(phone, 'shown');
  await accessible(phone);
  const picture = path.join(folder, 'phone.png');
  await phone.screenshot({ path: picture });
  const shown = read(picture);
  expect(shown).toMatch(/^[0-9A-Z]{8}$/);

  const counter = await seeing(folder, [shown]);
  const desk = await (await counter.newContext({ ...setting, viewport: sizes.desk, permissions: ['camera'] })).newPage();
  await signIn(desk, 'ko', '/desk/pickups?tab=waiting', 'jisu');
  await desk.getByRole('button', { name: say('ko', 'desk.scan.camera') }).click();
  await desk.getByRole('button', { name: say('ko', 'desk.act.collect') }).click();
  await phone.keyboard.press('Escape');
  await expect(phone.getByRole('heading', { name: say('ko', 'reserve.state.collected.title') })).toBeVisible();
  await look(phone, 'collected');
  expect(check(shop)).toMatch(/invariants hold/);
  await counter.close();
  await shop.stop();
  await mail.stop();
});

test('nobody comes: the wait ends with its last minute, and the goods go back', async ({ browser }) => {
  const shop = await startShopWithClock(scratch());
  const [one] = await goods(shop, 1);
  const order = await place(shop, [{ variant: one.variant, quantity: 1 }], '도토리');
  const setting = { baseURL: shop.url, locale: locale.en, colorScheme: 'dark' as const };
  const desk = await (await browser.newContext({ ...setting, viewport: sizes.desk })).newPage();
  await signIn(desk, 'en', '/desk/pickups', 'jisu');
  await desk.getByRole('button', { name: say('en', 'desk.list.begin_all', { count: 1 }) }).click();
  const scan = desk.getByLabel(say('en', 'desk.scan.item'));
  await scan.fill(one.gtin);
  await scan.press('Enter');
  await desk.getByLabel(say('en', 'desk.bin.label')).fill('A-1');
  await desk.getByRole('button', { name: say('en', 'desk.act.ready') }).click();
  await expect.poll(async () => (await ticket(shop, order.token)).state).toBe('ready');
  const phone = await (await browser.newContext({ ...setting, viewport: sizes.phone, hasTouch: true })).newPage();
  await phone.goto(`/r/${order.token}`);
  await expect(phone.getByRole('heading', { name: say('en', 'reserve.state.ready.title') })).toBeVisible();

  shop.move('+4d');
  await expect(phone.getByRole('heading', { name: say('en', 'reserve.state.no_show.title') })).toBeVisible({ timeout: 30_000 });
  await look(phone, 'no-show');
  await accessible(phone);
  await desk.goto('/desk/pickups?tab=put-back');
  if (await desk.getByLabel(say('en', 'desk.sign_in.password')).count()) await signIn(desk, 'en', '/desk/pickups?tab=put-back', 'jisu');
  await expect(desk.getByText(/A-1|1/).first()).toBeVisible();
  await look(desk, 'goods-go-back');
  await accessible(desk);
  expect(check(shop)).toMatch(/invariants hold/);
  await shop.stop();
});
