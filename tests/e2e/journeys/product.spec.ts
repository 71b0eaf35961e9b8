import { type Page } from '@playwright/test';
import { accessible } from '../accessible';
import { look, sizes } from '../look';
import { expect, test } from '../server';
import { label } from '../shop';
import { locale, say, within, type Language } from '../words';

// From a label to the size that is gone here, and to the store that has it.
for (const [language, theme] of [['ko', 'light'], ['en', 'dark']] as [Language, 'light' | 'dark'][]) {
  test.describe(language, () => {
    test.use({ viewport: sizes.phone, locale: locale[language], colorScheme: theme, hasTouch: true });

    test('a size that is sold out here leads to the store that has it', async ({ page, shop }) => {
      const { path } = label(shop);
      await page.goto(path);
      const tag = page.getByRole('region', { name: say(language, 'product.tag') });
      await expect(tag).toContainText(within(language, 'product.here_count'));
      await expect(tag).toContainText(within(language, 'product.as_of_now'));
      const gone = page.getByRole('radio', { name: /^XL/ });
      await expect(gone).toHaveAccessibleName(language === 'ko' ? /^XL\s*성수 6개$/ : /^XL\s*Seongsu: 6$/);
      await gone.check({ force: true });
      await expect(tag).toContainText(within(language, 'product.here_none'));
      await expect(page.getByRole('link', { name: /11\.7\s?km/ })).toBeVisible();
      await look(page, 'sold-out-here');
      await accessible(page);
      await page.getByRole('group', { name: say(language, 'product.acts') }).getByRole('link', { name: within(language, 'product.see_elsewhere') }).click();
      await expect(page).toHaveURL(/\/s\/seongsu\/p\/\d{14}$/);
      await expect(page.getByRole('radio', { name: /^XL/ })).toBeChecked();
      await expect(tag).toContainText(within(language, 'product.here_count', { count: 6 }));
    });
  });
}

test.describe('one language is enough', () => {
  test.use({ viewport: sizes.phone, locale: locale.en });

  test('a language that a link asked for gives way to the one that is chosen', async ({ page, shop }) => {
    const { gtin } = label(shop);
    await page.goto(`/s/hongdae/p/${gtin}?lang=ko`);
    // A chip of the reviews names the language, too.
    const english = page.getByRole('button', { name: 'English', exact: true });
    await expect(english).toHaveAttribute('aria-pressed', 'false');
    await english.click();
    await page.reload();
    await expect(english).toHaveAttribute('aria-pressed', 'true');
    await expect(page).toHaveURL(new RegExp(`/p/${gtin}$`));
  });

  test('a price that changes is said, and choice, focus and scrolling stay', async ({ page, shop }) => {
    const { gtin } = label(shop);
    let change = () => {};
    const changed = new Promise<void>((resolve) => (change = resolve));
    let isChanged = false;
    await page.route('**/api/v1/stores/hongdae/products/*', async (route) => {
      const reply = await route.fetch();
      const product = await reply.json();
      const price = { now: { minor: 47_200, currency: 'KRW' }, before: { minor: 59_000, currency: 'KRW' }, until: '2026-12-31T15:00:00.000Z' };
      if (isChanged) product.variants.forEach((variant: { price: unknown }) => (variant.price = price));
      await route.fulfill({ response: reply, json: product });
    });
    await page.route('**/api/v1/stores/hongdae/events*', async (route) => {
      await changed;
      const event = { seq: 9_000_000, at: '2027-01-01T00:00:00.000Z', kind: 'catalogue' };
      await route.fulfill({ contentType: 'text/event-stream', body: `event: happening\nid: 9000000\ndata: ${JSON.stringify(event)}\n\n` });
    });
    await page.goto(`/s/hongdae/p/${gtin}`);
    const size = page.getByRole('radio', { name: /^M\s*3/ });
    await size.check({ force: true });
    await size.focus();
    await page.evaluate(() => scrollTo(0, 300));
    isChanged = true;
    change();
    await expect(page.getByRole('status').filter({ hasText: /₩47,200/ })).toBeVisible();
    const tag = page.getByRole('region', { name: say('en', 'product.tag') });
    await expect(tag).toContainText('20% off · until December 31');
    await expect(size).toBeChecked();
    await expect(size).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(300);
    await look(page, 'price-changed');
    await accessible(page);
    // The page goes on asking as long as it stands.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('a scanned package tells its batch and its last day', async ({ page, shop }) => {
    const { gtin } = label(shop);
    await page.goto(`/01/${gtin}/10/A%2F12?17=271200`);
    await page.getByRole('link', { name: /Hongdae/ }).click();
    const about = page.getByRole('region', { name: say('en', 'product.about') });
    await expect(about).toContainText(/BatchA\/12/);
    await expect(about).toContainText(/Use byDec 31, 2027/);
  });

  test('a phone remembers what it looked at until it is told to forget', async ({ page }) => {
    const seen = page.getByRole('region', { name: say('en', 'product.seen') });
    await open(page, '08801234500258', 'Washed linen overshirt');
    await expect(page.getByRole('region', { name: say('en', 'product.together') })).toContainText(/in \d+ baskets/);
    await expect(seen).toHaveCount(0);
    await open(page, '08801234500500', 'Heavy cotton tee');
    await seen.getByRole('link', { name: /overshirt/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Washed linen overshirt');
    await seen.getByRole('button', { name: say('en', 'product.forget_seen') }).click();
    await expect(seen).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('region', { name: say('en', 'product.together') })).toBeVisible();
    await expect(seen).toHaveCount(0);
  });

  test('where the phone has no sheet of its own the page is shared by code and address', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
    await open(page, '08801234500258', 'Washed linen overshirt');
    await page.getByRole('button', { name: say('en', 'product.share') }).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('img', { name: say('en', 'product.share_words') })).toBeVisible();
    await expect(sheet.getByRole('button', { name: say('en', 'common.share.copy') })).toBeVisible();
    await look(page, 'share');
    await accessible(page);
  });
});

test.describe('a kiosk', () => {
  test.use({ viewport: sizes.kiosk, locale: locale.ko });

  test('opens no other page, shares by code alone and remembers nobody', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('vitrine.surface', 'kiosk'));
    await open(page, '08801234500500', '두툼한 코튼 티');
    await open(page, '08801234500258', '워시드 린넨 오버셔츠');
    await expect(page.getByRole('region', { name: say('ko', 'product.together') })).toBeVisible();
    await expect(page.getByRole('region', { name: say('ko', 'product.seen') })).toHaveCount(0);
    await expect(page.locator('a[target="_blank"], a[href^="http"]')).toHaveCount(0);
    await page.getByRole('button', { name: /mulgyeol\.example/ }).first().click();
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
    await accessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: say('ko', 'product.share') }).click();
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('button', { name: say('ko', 'common.share.copy') })).toHaveCount(0);
    await look(page, 'share');
  });
});

async function open(page: Page, gtin: string, name: string): Promise<void> {
  await page.goto(`/s/hongdae/p/${gtin}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}
