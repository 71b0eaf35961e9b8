import { readFileSync } from 'node:fs';
import { accessible } from '../accessible';
import { look } from '../look';
import { expect, startShop, test } from '../server';
import { locale, say, within, type Language } from '../words';

// A merchandiser drops a file, says what a column is, imports it, reads the report, sees the product in the shop, and takes it back.
const rows = (language: Language) =>
  `SKU,Name,Wieviel,Barcode\nXJ-${language}-1,Journeyman teapot ${language},12000,\nXJ-${language}-2,Journeyman cup ${language},8000,8801234567891\n`;

for (const language of ['ko', 'en'] as const satisfies Language[]) {
  test(`a file is dropped, looked at, imported and taken back (${language})`, async ({ browser }) => {
    const shop = await startShop();
    const viewport = language === 'ko' ? { width: 1440, height: 900 } : { width: 1024, height: 768 };
    const context = await browser.newContext({ baseURL: shop.url, locale: locale[language], viewport, colorScheme: language === 'ko' ? 'light' : 'dark' });
    const page = await context.newPage();
    const found = async () => ((await (await page.request.get('/api/v1/stores/hongdae/products?q=journeyman')).json()) as { total: number }).total;

    await test.step('the page asks who it is, then for a file', async () => {
      await page.goto('/studio/imports');
      await page.getByLabel(say(language, 'desk.sign_in.login')).fill('minho');
      await page.getByLabel(say(language, 'desk.sign_in.password')).fill('onmaru-demo');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: say(language, 'imports.title') })).toBeVisible();
      await expect(page.getByText(say(language, 'imports.none'))).toBeVisible();
      await look(page, 'imports-empty');
      await accessible(page);
    });

    await test.step('what is no such file is told why', async () => {
      await page.locator('input[type=file]').setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
      await expect(page.getByRole('alert')).toHaveText(say(language, 'imports.why.empty'));
    });

    await test.step('a dropped file is shown column by column', async () => {
      const data = await page.evaluateHandle((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'goods.csv', { type: 'text/csv' }));
        return data;
      }, rows(language));
      await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
      await expect(page.getByRole('heading', { level: 2, name: 'goods.csv' })).toBeVisible();
      await expect(page.getByText(`Journeyman teapot ${language}`).last()).toBeVisible();
      await expect(page.getByText(within(language, 'imports.reason.check_digit'))).toBeVisible();
    });

    await test.step('a column is told to be the price, by keys', async () => {
      const column = page.getByLabel(say(language, 'imports.meaning_of', { column: 'Wieviel' }));
      await column.focus();
      await column.selectOption({ label: say(language, 'imports.field.price').source.replace(/^\^\\s\*|\\s\*\$$/g, '') });
      await expect(page.getByText(/12,000/)).toBeVisible();
      await expect(column).toBeFocused();
      await look(page, 'imports-preview');
      await accessible(page);
    });

    await test.step('it is imported, and the shop has it', async () => {
      await page.getByRole('button', { name: within(language, 'imports.begin_rows') }).click();
      await expect(page.getByText(say(language, 'imports.state.done')).first()).toBeVisible();
      await expect.poll(found).toBe(2);
      await look(page, 'imports-done');
      await accessible(page);
    });

    await test.step('the report is a file', async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: say(language, 'imports.download') }).click();
      expect(readFileSync(await (await download).path(), 'utf8')).toContain('goods.csv,3,Barcode,8801234567891');
    });

    await test.step('it is taken back after a question', async () => {
      await page.getByRole('button', { name: say(language, 'imports.undo') }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByText(say(language, 'imports.undo_words'))).toBeVisible();
      await look(page, 'imports-undo');
      await accessible(page);
      await dialog.getByRole('button', { name: say(language, 'imports.undo') }).click();
      await expect(page.getByText(say(language, 'imports.state.undone')).first()).toBeVisible();
      await expect.poll(found).toBe(0);
    });

    await context.close();
    await shop.stop();
  });
}
