import type { Page } from '@playwright/test';
import { accessible } from '../accessible';
import { look, sizes } from '../look';
import { expect, startShop, test } from '../server';
import { signIn } from '../staff';
import { locale, say, within, type Language } from '../words';

const tote = '08801234505758';

// A folder of photographs, named by barcode: dropped, looked at, put on their products, seen in the shop, taken back.
for (const [language, size, colorScheme] of [['ko', 'studio', 'dark'], ['en', 'tablet', 'light']] as [Language, keyof typeof sizes, 'light' | 'dark'][]) {
  test(`pictures named by code come to their products and go again (${language}, ${size})`, async ({ browser }) => {
    const shop = await startShop();
    const context = await browser.newContext({ baseURL: shop.url, locale: locale[language], viewport: sizes[size], colorScheme });
    const page = await context.newPage();
    const shown = async () => {
      const product = (await (await page.request.get(`/api/v1/stores/hongdae/products/${tote}`)).json()) as { variants: { gtin: string; pictures: unknown[] }[] };
      return product.variants.find((variant) => variant.gtin === tote)!.pictures.length;
    };
    await signIn(page, language, '/studio/imports');
    await expect(page.getByText(say(language, 'imports.none'))).toBeVisible();
    const before = await shown();

    await test.step('what is dropped is shown with whose it is; what is no picture is told, and stops nothing', async () => {
      await drop(page, { '8801234505758_2.png': 'teal', '8801234505758.png': 'tomato', 'nobody.png': 'gold' }, ['broken.jpg']);
      const fit = page.getByRole('listitem').filter({ hasText: '8801234505758.png' });
      await expect(fit).toContainText(language === 'ko' ? '캔버스 토트' : 'Canvas tote');
      await expect(page.getByRole('listitem').filter({ hasText: 'nobody.png' })).toContainText(within(language, 'imports.pictures.nobody'));
      await expect(page.getByText(say(language, 'imports.pictures.fit', { fit: 2, all: 3 }))).toBeVisible();
      await expect(page.getByRole('alert')).toContainText('broken.jpg');
      await expect.poll(() => page.locator('.gathered img').evaluateAll((all) => all.every((one) => (one as HTMLImageElement).naturalWidth > 0))).toBe(true);
      await look(page, 'gathered');
      await accessible(page);
    });

    await test.step('they are put there, and the report names what fits nobody', async () => {
      await page.getByRole('button', { name: say(language, 'imports.pictures.begin', { count: 2 }) }).press('Enter');
      await expect(page.getByText(say(language, 'imports.state.done')).first()).toBeVisible();
      await expect.poll(shown).toBe(before + 2);
      await expect(page.getByText('nobody', { exact: false }).first()).toBeVisible();
      await look(page, 'pictures-done');
      await accessible(page);
      const visit = await (await browser.newContext({ baseURL: shop.url, locale: locale[language], viewport: sizes.phone, colorScheme })).newPage();
      await visit.goto(`/s/hongdae/p/${tote}`);
      await expect(visit.locator('.gallery__slide')).toHaveCount(before + 2);
      await look(visit, 'in-the-shop');
      await accessible(visit);
      await visit.context().close();
    });

    await test.step('they are taken back', async () => {
      await page.getByRole('button', { name: say(language, 'imports.undo') }).press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: say(language, 'imports.undo') }).press('Enter');
      await expect(page.getByText(say(language, 'imports.state.undone')).first()).toBeVisible();
      await expect.poll(shown).toBe(before);
    });
    await context.close();
    await shop.stop();
  });
}

/** Drops squares of these colours under these names, and files that are no pictures. */
async function drop(page: Page, colours: Record<string, string>, broken: string[]): Promise<void> {
  const data = await page.evaluateHandle(
    async ({ colours, broken }) => {
      const data = new DataTransfer();
      for (const [name, colour] of Object.entries(colours)) {
        const canvas = new OffscreenCanvas(600, 600);
        const brush = canvas.getContext('2d')!;
        brush.fillStyle = colour;
        brush.fillRect(0, 0, 600, 600);
        data.items.add(new File([await canvas.convertToBlob({ type: 'image/png' })], name, { type: 'image/png' }));
      }
      for (const name of broken) data.items.add(new File(['no picture'], name, { type: 'image/jpeg' }));
      return data;
    },
    { colours, broken },
  );
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
}
