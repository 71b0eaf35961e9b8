import { type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accessible } from '../accessible';
import { seeing } from '../camera';
import { look, sizes } from '../look';
import { expect, test } from '../server';
import { gtins, label } from '../shop';
import { locale, say, within, type Language } from '../words';

const root = path.resolve(__dirname, '../../..');
/** A picture of a barcode, and its number without zeros before it. */
function drawn(folder: string): { file: string; number: string } {
  execFileSync('cargo', ['run', '--quiet', '--package', 'scanner', '--example', 'synthetic', '--', folder, '1', '1'], { cwd: root, stdio: 'inherit' });
  const [name, , , text] = readFileSync(path.join(folder, 'labels.tsv'), 'utf8').trim().split('\t');
  return { file: path.join(folder, name), number: text.replace(/^0+/, '') };
}

const cards = (page: Page) => page.getByRole('main').getByRole('listitem');

for (const [language, theme] of [['ko', 'light'], ['en', 'dark']] as [Language, 'light' | 'dark'][]) {
  test(`the camera reads a barcode and then a label, and both stand to be compared (${language})`, async ({ shop }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-film-'));
    const { gtin, path: link } = label(shop);
    const other = '9780306406157';
    const browser = await seeing(folder, [gtin.slice(1), shop.url + link, other]);
    try {
      const context = await browser.newContext({ baseURL: shop.url, viewport: sizes.phone, locale: locale[language], colorScheme: theme, permissions: ['camera'] });
      const page = await context.newPage();
      await page.goto('/s/hongdae/scan');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(language, 'scan.title'));
      const card = page.getByRole('link', { name: new RegExp(gtin.slice(1)) }).first();
      await expect(card).toBeVisible();
      await expect(card).toHaveAttribute('href', new RegExp(gtin));
      // The label says the shelf as well: what stands there by now is looked up on the way.
      await expect(page.locator(`a[href*="${gtin}?q="]`).first()).toBeVisible();
      // A book that this shop does not have is told by its number, and typing is still there.
      await expect(page.getByText(other).first()).toBeVisible();
      await expect(page.getByText(say(language, 'scan.range.title')).first()).toBeVisible();
      await expect(cards(page)).toHaveCount(2);
      await look(page, 'read');
      await accessible(page);
      // A photograph is read while the camera goes on.
      const photograph = drawn(folder);
      await page.locator('input[type=file]').setInputFiles(photograph.file);
      await expect(page.getByText(photograph.number).first()).toBeVisible();
      await expect(page.getByText(say(language, 'scan.blind.dull'))).toHaveCount(0);
      await page.getByRole('button', { name: within(language, 'compare.mark_of') }).first().click();
      await expect(page.getByRole('link', { name: within(language, 'compare.go', { count: 1 }) })).toBeVisible();
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

test('of several codes in view the middle one counts, and the others are offered', async ({ shop }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-film-'));
  const { gtin: labelled, path: link } = label(shop);
  const [middle, beside] = (await gtins(shop)).filter((gtin) => gtin !== labelled && gtin.startsWith('0'));
  const browser = await seeing(folder, [[middle.slice(1), shop.url + link, `${shop.url}/01/${beside}`].join(' ')]);
  try {
    const context = await browser.newContext({ baseURL: shop.url, viewport: sizes.phone, locale: locale.ko, permissions: ['camera'] });
    const page = await context.newPage();
    await page.goto('/s/hongdae/scan');
    await expect(page.getByRole('heading', { level: 2, name: say('ko', 'scan.beside') })).toBeVisible();
    const others = page.getByRole('listitem').getByRole('button', { name: /\d{8,13}$/ });
    await expect(others).toHaveCount(2);
    await expect(page.getByRole('status').getByRole('link', { name: new RegExp(middle.slice(1)) })).toBeVisible();
    // Offered is not looked up: only the middle one is remembered.
    const remembered = () => page.evaluate(() => localStorage.getItem(Object.keys(localStorage).find((key) => key.endsWith('codes'))!));
    expect(await remembered()).toBe(middle);
    await look(page, 'several');
    await accessible(page);
    await page.getByRole('button', { name: new RegExp(`${beside.replace(/^0+/, '')}$`) }).click();
    await expect(page).toHaveURL(new RegExp(`/s/hongdae/p/${beside}`));
    expect(await remembered()).toBe(`${beside} ${middle}`);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

// Chromium as it is built here has no reader of its own: this one stands in for it, in the worker.
for (const [works, title] of [[true, 'is used, and ours is not fetched'], [false, 'that fails at its first picture is replaced by ours']] as const) {
  test(`a browser's own reader ${title}`, async ({ shop }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-film-'));
    const { gtin } = label(shop);
    const browser = await seeing(folder, [gtin.slice(1)]);
    const standIn = `self.BarcodeDetector = class {
      static getSupportedFormats() { return Promise.resolve(['aztec', 'ean_13', 'ean_8', 'qr_code', 'upc_a', 'upc_e']); }
      detect(image) {
        if (!${works}) return Promise.reject(new DOMException('no', 'NotSupportedError'));
        const at = (x, rawValue) => ({ format: 'ean_13', rawValue, boundingBox: { x, y: 0, width: 9, height: image.height } });
        return Promise.resolve([at(0, '9780306406157'), at(image.width / 2, '${gtin.slice(1)}')]);
      }
    };`;
    try {
      const context = await browser.newContext({ baseURL: shop.url, viewport: sizes.phone, locale: locale.ko, permissions: ['camera'] });
      await context.route('**/worker.js', async (route) => {
        const reply = await route.fetch();
        await route.fulfill({ response: reply, body: standIn + (await reply.text()) });
      });
      const page = await context.newPage();
      const fetched: string[] = [];
      context.on('request', (request) => fetched.push(request.url()));
      await page.goto('/s/hongdae/scan');
      await expect(page.getByRole('link', { name: new RegExp(gtin.slice(1)) }).first()).toBeVisible();
      // The nearest to the middle counts; the other is offered.
      await expect(cards(page).getByRole('link')).toHaveCount(1);
      await expect(page.getByRole('button', { name: '9780306406157' })).toHaveCount(works ? 1 : 0);
      expect(fetched.some((url) => url.endsWith('/scanner_bg.wasm'))).toBe(!works);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

test.describe('without a camera', () => {
  test.use({ viewport: sizes.phone, locale: locale.ko, colorScheme: 'light' });

  test('a refused camera is explained, and the number is typed', async ({ page, shop }) => {
    const { gtin } = label(shop);
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await page.goto('/s/hongdae/scan');
    await expect(page.getByText(say('ko', 'scan.blind.refused'))).toBeVisible();
    await expect(page.getByRole('button', { name: say('ko', 'scan.blind.again') })).toBeVisible();
    await look(page, 'refused');
    await accessible(page);
    await page.getByLabel(say('ko', 'scan.label')).fill(gtin.slice(1));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/s/hongdae/p/${gtin}`));
    await page.goBack();
    await expect(page.getByRole('heading', { level: 2, name: say('ko', 'scan.history') })).toBeVisible();
    await expect(page.getByRole('link', { name: new RegExp(gtin.slice(1)) })).toBeVisible();
  });

  test('a device without a camera says so', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
    });
    await page.goto('/s/hongdae/scan');
    await expect(page.getByText(say('ko', 'scan.blind.absent'))).toBeVisible();
    await expect(page.getByRole('button', { name: say('ko', 'scan.blind.again') })).toHaveCount(0);
  });
});
