import { accessible } from '../accessible';
import { look, sizes } from '../look';
import { expect, test } from '../server';
import { label } from '../shop';
import { locale, say, type Language } from '../words';
import type { Locator, Page } from '@playwright/test';

/** How near the picture on the whole screen is looked at. */
async function zoom(page: Page): Promise<number> {
  const transform = await page.locator('.viewer__picture').evaluate((it) => getComputedStyle(it).transform);
  return transform === 'none' ? 1 : Number(/matrix\(([\d.]+)/.exec(transform)?.[1]);
}

/** Two fingers that go apart round the middle. */
async function pinch(page: Page, on: Locator): Promise<void> {
  const box = (await on.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const fingers = (apart: number) => [
    { x: x - apart, y, id: 1 },
    { x: x + apart, y, id: 2 },
  ];
  const browser = await page.context().newCDPSession(page);
  await browser.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(30) });
  for (const apart of [45, 60, 75, 90]) await browser.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  await browser.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

for (const [language, size, colorScheme] of [
  ['ko', 'phone', 'light'],
  ['en', 'kiosk', 'dark'],
] as const satisfies [Language, keyof typeof sizes, string][]) {
  test.describe(`${language} ${size}`, () => {
    test.use({ locale: locale[language], viewport: sizes[size], colorScheme, hasTouch: true });

    test('the pictures of a product are looked at by keys alone, as near as one likes', async ({ page, shop }) => {
      await page.goto(`/s/hongdae/p/${label(shop).gtin}`);
      const track = page.locator('.gallery__track');
      const count = await page.locator('.gallery__slide').count();
      const numbered = (number: number) => say(language, 'product.picture_of', { number, count });
      expect(count).toBeGreaterThan(1);
      await track.focus();
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('button', { name: numbered(2) })).toHaveAttribute('aria-current', 'true');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: numbered(2) });
      await expect(dialog.getByRole('group', { name: say(language, 'product.picture_larger') })).toBeFocused();
      await look(page, 'whole-screen');
      await accessible(page);

      await page.keyboard.press('+');
      await page.keyboard.press('+');
      expect(await zoom(page)).toBeCloseTo(2.25);
      await page.keyboard.press('-');
      expect(await zoom(page)).toBeCloseTo(1.5);
      await look(page, 'nearer');
      await page.keyboard.press('0');
      expect(await zoom(page)).toBe(1);
      await page.keyboard.press('ArrowLeft');
      await expect(page.getByRole('dialog', { name: numbered(1) })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(track).toBeFocused();
      await expect(page.getByRole('button', { name: numbered(1) })).toHaveAttribute('aria-current', 'true');
    });

    test('whatever fingers do on a picture, a button does, too', async ({ page, shop }) => {
      await page.goto(`/s/hongdae/p/${label(shop).gtin}`);
      // The server's first content has one picture.
      await expect(page.getByRole('button', { name: say(language, 'product.picture_larger') })).toBeVisible();
      const count = await page.locator('.gallery__slide').count();
      const press = (word: string) => page.getByRole('dialog').getByRole('button', { name: say(language, `product.${word}`) }).click();
      await page.getByRole('button', { name: say(language, 'product.picture_larger') }).click();
      const stage = page.locator('.viewer__stage');
      await pinch(page, stage);
      expect(await zoom(page)).toBeGreaterThan(2);
      await press('picture_whole');
      expect(await zoom(page)).toBe(1);
      await press('picture_nearer');
      expect(await zoom(page)).toBeCloseTo(1.5);
      await press('picture_farther');
      expect(await zoom(page)).toBeCloseTo(1);
      await stage.dblclick({ position: { x: 100, y: 300 } });
      expect(await zoom(page)).toBeCloseTo(2.5);
      await stage.dblclick();
      expect(await zoom(page)).toBe(1);
      await stage.hover();
      await page.mouse.wheel(0, -200);
      await expect.poll(() => zoom(page)).toBeCloseTo(1.5);
      await press('picture_whole');

      // A swipe goes on to the next, and so does its button.
      const box = (await stage.boundingBox())!;
      await page.mouse.move(box.x + box.width * 0.8, box.y + 200);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.2, box.y + 200, { steps: 4 });
      await page.mouse.up();
      const second = say(language, 'product.picture_of', { number: 2, count });
      await expect(page.getByRole('dialog', { name: second })).toBeVisible();
      await press('picture_before');
      await press('picture_next');
      await expect(page.getByRole('dialog', { name: second })).toBeVisible();
    });
  });
}
