import { accessible } from '../accessible';
import { look, sizes } from '../look';
import { expect, test } from '../server';
import { label } from '../shop';
import { locale, type Language } from '../words';

// Every screen of the shop at its sizes, in both languages and themes: for axe, and for a person to look at afterwards.
const settings: { size: keyof typeof sizes; language: Language; theme: 'light' | 'dark' }[] = [
  { size: 'phone', language: 'ko', theme: 'light' },
  { size: 'phoneSmall', language: 'en', theme: 'dark' },
  { size: 'kiosk', language: 'ko', theme: 'light' },
  { size: 'kiosk', language: 'en', theme: 'dark' },
  { size: 'kioskWide', language: 'ko', theme: 'dark' },
];

for (const { size, language, theme } of settings) {
  test.describe(`${size} ${language} ${theme}`, () => {
    test.use({ viewport: sizes[size], locale: locale[language], colorScheme: theme });

    test('every screen of the shop is there and accessible', async ({ page, shop }) => {
      const { gtin } = label(shop);
      const screens = {
        stores: '/',
        home: '/s/hongdae',
        collection: '/s/hongdae/c/four-stars',
        search: `/s/hongdae/search?q=${encodeURIComponent(language === 'ko' ? '셔츠' : 'lamp')}`,
        'search-nothing': '/s/hongdae/search?q=zzzzqq',
        code: '/s/hongdae/scan',
        product: `/s/hongdae/p/${gtin}`,
        compare: `/s/hongdae/compare?g=${gtin},08801234500500,08801234502009`,
        map: `/s/hongdae/map?to=${gtin}`,
        list: '/s/hongdae/list',
        'list-handed': `/s/hongdae/list?g=${gtin},08801234500500,08801234502009`,
        reserve: `/s/hongdae/reserve?g=${gtin}`,
        'reserve-several': `/s/hongdae/reserve?g=${gtin},08801234500500:2,08801234502009`,
        tickets: '/r',
        'no-page': '/nowhere',
      };
      for (const [name, path] of Object.entries(screens)) {
        await test.step(name, async () => {
          await page.goto(path);
          await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
          await expect(page.locator('.bone')).toHaveCount(0);
          await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.loading === 'lazy'));
          await look(page, name);
          await accessible(page);
        });
      }
    });
  });
}
