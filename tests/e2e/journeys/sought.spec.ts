import { accessible } from '../accessible';
import { tabTo } from '../keyboard';
import { look, sizes } from '../look';
import { expect, startShop, test } from '../server';
import { signIn } from '../staff';
import { locale, say, within, type Language } from '../words';

const words = { ko: '스노우볼', en: 'snow globe' } as const;

// What shoppers miss reaches the merchandiser, who brings it; then the list says that it is found.
for (const [language, size, colorScheme] of [['ko', 'tablet', 'dark'], ['en', 'studio', 'light']] as [Language, keyof typeof sizes, 'light' | 'dark'][]) {
  test(`what was searched for in vain is listed, brought, and found (${language}, ${size})`, async ({ browser }) => {
    const shop = await startShop();
    const setting = { baseURL: shop.url, locale: locale[language], colorScheme };
    const page = await (await browser.newContext({ ...setting, viewport: sizes[size] })).newPage();
    const visit = await (await browser.newContext({ ...setting, viewport: sizes.phone })).newPage();
    const line = page.getByRole('row').filter({ hasText: words[language] });

    await test.step('nothing was missed yet', async () => {
      await signIn(page, language, '/studio');
      await tabTo(page, page.getByRole('link', { name: say(language, 'sought.title') }));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: say(language, 'sought.title') })).toBeFocused();
      await expect(page.getByText(say(language, 'sought.none'))).toBeVisible();
      await look(page, 'sought', 'empty');
      await accessible(page);
    });

    await test.step('a shopper reads that there is no such thing', async () => {
      const counted = visit.waitForResponse((reply) => reply.url().includes('done=true'));
      await visit.goto(`/s/hongdae/search?q=${encodeURIComponent(words[language])}`);
      await counted;
      // It is written down every few seconds.
      await expect(async () => {
        await page.reload();
        await expect(line).toBeVisible({ timeout: 2_000 });
      }).toPass();
      await expect(line).toContainText(within(language, 'sought.count', { count: 1 }));
      await expect(line).toContainText(within(language, 'sought.still_none'));
      await look(page, 'sought');
      await accessible(page);
    });

    await test.step('the search is tried, the product is brought, and the line says so', async () => {
      await expect(line.getByRole('link', { name: say(language, 'sought.go_label', { words: words[language] }) })).toHaveAttribute('href', `/s/hongdae/search?q=${encodeURIComponent(words[language])}`);
      await tabTo(page, page.getByRole('link', { name: say(language, 'sought.imports') }));
      await page.keyboard.press('Enter');
      const rows = `SKU,Name,Price,Quantity\nSNOW-1,${words[language]},12000,3\n`;
      await page.locator('input[type=file]').setInputFiles({ name: 'snow.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
      await page.getByRole('button', { name: within(language, 'imports.begin_rows') }).press('Enter');
      await expect(page.getByText(say(language, 'imports.state.done')).first()).toBeVisible();
      await page.goto('/studio/sought');
      await expect(line).toContainText(within(language, 'sought.finds', { count: 1 }));
      await look(page, 'found');
      await accessible(page);
    });
    await page.context().close();
    await visit.context().close();
    await shop.stop();
  });
}
