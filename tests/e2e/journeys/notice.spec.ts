import type { Page } from '@playwright/test';
import type { ParsedMail } from 'mailparser';
import { accessible } from '../accessible';
import { look, sizes } from '../look';
import { startMail } from '../mail';
import { expect, startShop, test, type Shop } from '../server';
import { check, label } from '../shop';
import { signIn } from '../staff';
import { locale, say, within, type Language } from '../words';

const ADDRESS = 'dotori@mail.example';

/** From the shelf label to a confirmed reservation with an address. */
async function reserve(phone: Page, path: string, language: Language, address: string): Promise<void> {
  await phone.goto(path);
  await phone.getByRole('link', { name: within(language, 'product.keep_size') }).click();
  await phone.getByRole('button', { name: say(language, 'reserve.hold.press', { count: 1 }) }).click();
  await phone.getByLabel(within(language, 'reserve.nickname')).fill('도토리');
  await phone.getByLabel(within(language, 'reserve.contact')).fill(address);
  await phone.getByRole('button', { name: say(language, 'reserve.confirm') }).click();
}

/** Accepted, scanned, in its bin. */
async function makeReady(desk: Page, language: Language, gtin: string): Promise<void> {
  await desk.getByRole('link', { name: /도＊리/ }).click();
  await desk.getByRole('button', { name: say(language, 'desk.act.accept') }).click();
  const scan = desk.getByLabel(say(language, 'desk.scan.item'));
  await scan.fill(gtin);
  await scan.press('Enter');
  await desk.getByLabel(say(language, 'desk.bin.label')).fill('A-3');
  await desk.getByRole('button', { name: say(language, 'desk.act.ready') }).click();
}

async function waiting(desk: Page, language: Language): Promise<void> {
  const part = new RegExp(`^${say(language, 'desk.tab.waiting').source.slice(1, -1)}`);
  await desk.getByRole('link', { name: part }).or(desk.getByRole('tab', { name: within(language, 'desk.tab.waiting') })).first().click();
}

/** The letter whose subject says so. */
async function letter(got: ParsedMail[], language: Language, key: string): Promise<ParsedMail> {
  const subject = say(language, key);
  await expect.poll(() => got.map((mail) => mail.subject), { timeout: 30_000 }).toContainEqual(expect.stringMatching(subject));
  return got.find((mail) => subject.test(mail.subject ?? ''))!;
}

const link = (shop: Shop, mail: ParsedMail) => new RegExp(`${shop.url}/r/[0-9a-f]{32}`).exec(mail.text ?? '')![0];

for (const language of ['ko', 'en'] as const satisfies Language[]) {
  test(`who left an address is told by mail, whose link opens the ticket (${language})`, async ({ browser }) => {
    const mail = await startMail();
    const shop = await startShop(mail.settings);
    const { path, gtin } = label(shop);
    const setting = { baseURL: shop.url, locale: locale[language], colorScheme: 'light' as const };
    const phone = await (await browser.newContext({ ...setting, viewport: sizes.phone, hasTouch: true })).newPage();
    const desk = await (await browser.newContext({ ...setting, viewport: sizes.desk })).newPage();

    await test.step('an address that is none is said where it was typed', async () => {
      await reserve(phone, path, language, 'dotori@mail');
      await expect(phone.getByText(within(language, 'common.field.not_a_contact')).first()).toBeVisible();
      await look(phone, 'wrong-address');
      await accessible(phone);
      await phone.getByLabel(within(language, 'reserve.contact')).fill(ADDRESS);
      await phone.getByRole('button', { name: say(language, 'reserve.confirm') }).click();
      await expect(phone.getByText(say(language, 'notice.ticket.waiting_email'))).toBeVisible();
      await look(phone, 'ticket-placed');
    });

    const ticket = await test.step('the confirmation leads back to the ticket', async () => {
      const confirmed = await letter(mail.got, language, 'notice.confirmed.subject');
      const found = link(shop, confirmed);
      expect(found).toBe(phone.url());
      expect(confirmed.html).toContain(found);
      return found;
    });

    const code = /\b([0-9A-Z]{4}-[0-9A-Z]{4})\b/.exec(await phone.locator('main').innerText())![1];
    await phone.close();

    await test.step('ready at the desk, told by mail', async () => {
      await signIn(desk, language, '/desk/pickups', 'jisu');
      await makeReady(desk, language, gtin);
      const ready = await letter(mail.got, language, 'notice.ready.subject');
      expect(ready.from!.value[0].name).toBe(language === 'ko' ? '온마루 홍대' : 'Onmaru Hongdae');
      expect(link(shop, ready)).toBe(ticket);
      for (const body of [ready.text!, ready.html as string]) {
        expect(body).toContain('도토리');
        expect(body).not.toContain(code);
        expect(body).not.toContain(code.replace('-', ''));
      }
      expect(mail.got.every((one) => one.messageId!.endsWith('@onmaru.example>'))).toBe(true);
      await waiting(desk, language);
      await desk.getByRole('link', { name: /도＊리/ }).click();
      await expect(desk.getByText(within(language, 'notice.desk.sent_email'))).toBeVisible();
      await look(desk, 'desk-sent');
      await accessible(desk);
    });

    await test.step('the link opens the ticket on another phone', async () => {
      const other = await (await browser.newContext({ ...setting, viewport: sizes.phone, colorScheme: 'dark' })).newPage();
      await other.goto(ticket);
      await expect(other.getByRole('heading', { name: say(language, 'reserve.state.ready.title') })).toBeVisible();
      await expect(other.getByText(within(language, 'notice.ticket.sent_email'))).toBeVisible();
      await expect(other.getByText(code)).toBeVisible();
      await look(other, 'ticket-ready');
      await accessible(other);
    });
    expect(mail.got.length).toBe(2);
    expect(check(shop)).toMatch(/^\d+ invariants hold/);
    await shop.stop();
    await mail.stop();
  });

  test(`a mail server that refuses leaves it to staff, who begins the wait (${language})`, async ({ browser }) => {
    const mail = await startMail();
    const shop = await startShop(mail.settings);
    const { path, gtin } = label(shop);
    const setting = { baseURL: shop.url, locale: locale[language], colorScheme: language === 'ko' ? ('light' as const) : ('dark' as const) };
    const phone = await (await browser.newContext({ ...setting, viewport: sizes.phone, hasTouch: true })).newPage();
    const desk = await (await browser.newContext({ ...setting, viewport: sizes.phone, hasTouch: true })).newPage();
    await reserve(phone, path, language, ADDRESS);
    await letter(mail.got, language, 'notice.confirmed.subject');
    mail.answer(550);
    await signIn(desk, language, '/desk/pickups', 'jisu');
    await makeReady(desk, language, gtin);
    await expect.poll(() => mail.refused).toBe(1);

    await test.step('the desk says so, and the ticket', async () => {
      await waiting(desk, language);
      await expect(desk.getByText(say(language, 'notice.desk.badge'))).toBeVisible();
      await look(desk, 'desk-not-told-closed');
      await desk.getByRole('link', { name: /도＊리/ }).click();
      await expect(desk.getByText(within(language, 'notice.desk.failed'))).toBeVisible();
      await look(desk, 'desk-not-told');
      await accessible(desk);
      await expect(phone.getByText(say(language, 'notice.ticket.failed'))).toBeVisible();
      await look(phone, 'ticket-not-told');
      await accessible(phone);
    });

    await test.step('sent again, it fails again', async () => {
      await desk.getByRole('button', { name: say(language, 'notice.desk.resend') }).click();
      await expect.poll(() => mail.refused).toBe(2);
      await expect(desk.getByText(within(language, 'notice.desk.failed'))).toBeVisible();
    });

    await test.step('staff tells the shopper, and the wait begins', async () => {
      await desk.getByRole('button', { name: say(language, 'notice.desk.i_told') }).click();
      await expect(desk.getByText(within(language, 'notice.desk.told')).first()).toBeVisible();
      await expect(desk.getByText(say(language, 'notice.desk.badge'))).toHaveCount(0);
      await look(desk, 'desk-told');
      await expect(phone.getByText(say(language, 'notice.ticket.failed'))).toHaveCount(0);
    });
    expect(check(shop)).toMatch(/^\d+ invariants hold/);
    await shop.stop();
    await mail.stop();
  });
}
