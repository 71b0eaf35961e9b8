import type { Page } from '@playwright/test';
import { accessible } from '../accessible';
import { tabTo } from '../keyboard';
import { look, sizes } from '../look';
import { expect, test, type Shop } from '../server';
import { locale, say, within, type Language } from '../words';

type Good = { gtin: string; name: Record<string, string> };

/** Things that stand somewhere, from the interface. */
async function goods(shop: Shop): Promise<Good[]> {
  const map = (await (await fetch(`${shop.url}/api/v1/stores/hongdae/planogram`)).json()) as { goods: Good[] };
  const names = new Set<string>();
  return map.goods.filter(({ name }) => !names.has(name.en) && names.add(name.en));
}

async function put(page: Page, language: Language, good: Good): Promise<void> {
  await page.goto(`/s/hongdae/p/${good.gtin}`);
  const mark = page.getByRole('main').getByRole('button', { name: say(language, 'list.add') });
  await mark.click();
  await expect(mark).toHaveAttribute('aria-pressed', 'true');
}

const rows = (page: Page) => page.locator('.list__row');

for (const [size, language, theme] of [
  ['phone', 'ko', 'light'],
  ['phoneSmall', 'en', 'dark'],
  ['kiosk', 'ko', 'dark'],
] as [keyof typeof sizes, Language, 'light' | 'dark'][]) {
  test.describe(`${size} ${language} ${theme}`, () => {
    test.use({ viewport: sizes[size], locale: locale[language], colorScheme: theme });

    test('two things are put on the list, one is ticked off, the other walked to', async ({ page, shop }) => {
      const [one, other] = await goods(shop);
      await put(page, language, one);
      await look(page, 'product');
      await accessible(page);
      await put(page, language, other);
      await page.getByRole('link', { name: say(language, 'list.open', { count: 2 }) }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(language, 'list.title'));
      await expect(rows(page)).toHaveCount(2);
      await expect(rows(page).first().locator('.price')).toBeVisible();
      await expect(rows(page).first().locator('.stock')).toBeVisible();
      await page.getByRole('checkbox', { name: say(language, 'list.tick', { name: one.name[language] }) }).check();
      await expect(page.getByText(say(language, 'list.progress', { count: 1, total: 2 }))).toBeVisible();
      await look(page, 'ticked');
      await accessible(page);

      await page.reload();
      await expect(page.getByRole('checkbox').first()).toBeChecked();
      await page.getByRole('link', { name: say(language, 'list.walk', { count: 1 }) }).click();
      await expect(page).toHaveURL(new RegExp(`/map\\?list=${other.gtin}$`));
      await expect(page.getByRole('heading', { name: say(language, 'way.title_list') })).toBeVisible();
      await expect(page.locator('.goal__name')).toHaveText(other.name[language]);
      await expect(page.locator('.goal__steps li').first()).toBeVisible();
    });
  });
}

for (const language of ['ko', 'en'] as const satisfies Language[]) {
  test.describe(`a list (${language})`, () => {
    test.use({ viewport: sizes.phone, locale: locale[language], colorScheme: language === 'ko' ? 'dark' : 'light' });

    test('is handed over by its link, and added to what the other one has', async ({ page, shop, browser }) => {
      await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
      const [one, other, third] = await goods(shop);
      await put(page, language, one);
      await put(page, language, other);
      await page.getByRole('link', { name: say(language, 'list.open', { count: 2 }) }).click();
      await page.getByRole('button', { name: say(language, 'list.share') }).click();
      const sheet = page.getByRole('dialog');
      await expect(sheet.getByRole('img', { name: say(language, 'list.share_words') })).toBeVisible();
      await look(page, 'share');
      await accessible(page);
      const address = new URL((await sheet.locator('.qr-sheet__address').textContent())!);
      expect(address.search).toBe(`?g=${one.gtin},${other.gtin}`);

      const context = await browser.newContext({ viewport: sizes.phone, locale: locale[language], baseURL: shop.url });
      const friend = await context.newPage();
      await put(friend, language, third);
      await put(friend, language, one);
      // One more that this store does not have.
      await friend.goto(`${address.pathname}${address.search},96385074`);
      await expect(friend.getByRole('heading', { level: 1 })).toHaveText(say(language, 'list.handed'));
      await expect(rows(friend)).toHaveCount(2);
      await expect(friend.getByText(say(language, 'list.absent', { codes: '00000096385074' }))).toBeVisible();
      await look(friend, 'handed');
      await accessible(friend);
      await friend.getByRole('button', { name: say(language, 'list.take', { count: 1 }) }).click();
      await expect(friend.getByRole('heading', { level: 1 })).toHaveText(say(language, 'list.title'));
      await expect(friend.locator('.list__name')).toHaveText([third, one, other].map((good) => good.name[language]));
      await friend.goBack();
      await expect(friend.getByText(say(language, 'list.all_mine'))).toBeVisible();
      await context.close();
      // Nothing of it came back.
      await page.reload();
      await expect(rows(page)).toHaveCount(2);
    });

    test('is cleared and brought back, by keyboard alone, and says how it fills', async ({ page, shop }) => {
      const [one, other] = await goods(shop);
      await put(page, language, one);
      await put(page, language, other);
      await tabTo(page, page.getByRole('link', { name: say(language, 'list.open', { count: 2 }) }));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      await tabTo(page, page.getByRole('checkbox').first());
      await page.keyboard.press('Space');
      await tabTo(page, page.getByRole('button', { name: say(language, 'list.remove', { name: one.name[language] }) }));
      await page.keyboard.press('Enter');
      await expect(page.getByText(say(language, 'list.removed', { name: one.name[language] }))).toBeVisible();
      await expect(rows(page)).toHaveCount(1);
      const undo = page.getByRole('button', { name: say(language, 'list.undo') });
      await expect(undo).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(rows(page)).toHaveCount(2);
      await expect(page.getByRole('checkbox').first()).toBeChecked();
      await expect(page.getByRole('checkbox').first()).toBeFocused();

      await tabTo(page, page.getByRole('button', { name: say(language, 'list.clear') }));
      await page.keyboard.press('Enter');
      await expect(page.getByText(say(language, 'list.empty'))).toBeVisible();
      await expect(undo).toBeFocused();
      await look(page, 'cleared');
      await accessible(page);
      await page.keyboard.press('Enter');
      await expect(rows(page)).toHaveCount(2);
      await page.getByRole('button', { name: say(language, 'list.clear') }).click();
      await page.reload();
      await expect(page.getByText(say(language, 'list.empty'))).toBeVisible();
      await expect(page.getByRole('link', { name: say(language, 'list.open', { count: 0 }) })).toBeVisible();
    });
  });
}

test.describe('on a shelf and on a kiosk', () => {
  test.use({ viewport: sizes.kiosk, locale: locale.en });

  test('a shelf puts on the list what is pressed, and a kiosk forgets it', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('vitrine.surface', 'kiosk'));
    await page.goto('/s/hongdae/map?floor=1&fixture=C2');
    const dialog = page.getByRole('dialog', { name: /^C2 / });
    await dialog.locator('.facing').first().click();
    await dialog.getByRole('button', { name: say('en', 'list.add') }).click();
    await look(page, 'shelf');
    await accessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: say('en', 'list.open', { count: 1 }) }).click();
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole('button', { name: say('en', 'list.share') }).click();
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('button', { name: say('en', 'common.share.copy') })).toHaveCount(0);
    await look(page, 'kiosk-share');
    await page.reload();
    await expect(page.getByText(say('en', 'list.empty'))).toBeVisible();
    expect(await page.evaluate(() => localStorage.getItem('vitrine.list'))).toBeNull();
  });

  test('the fifty-first is refused in words', async ({ page, shop }) => {
    const map = (await (await fetch(`${shop.url}/api/v1/stores/hongdae/planogram`)).json()) as { goods: Good[] };
    const lines = map.goods.slice(0, 50).map(({ gtin }) => `hongdae\t0\t${gtin}\t\ten:x`);
    await page.addInitScript((text) => localStorage.setItem('vitrine.list', text), lines.join('\n'));
    await page.goto(`/s/hongdae/p/${map.goods[50].gtin}`);
    const mark = page.getByRole('main').getByRole('button', { name: say('en', 'list.add') });
    await mark.click();
    await expect(page.getByRole('status').getByText(say('en', 'list.full'))).toBeVisible();
    await expect(mark).toHaveAttribute('aria-pressed', 'false');
    await page.getByRole('link', { name: say('en', 'list.open', { count: 50 }) }).click();
    await expect(rows(page).locator('.price')).toHaveCount(50);
    await look(page, 'fifty');
  });
});
