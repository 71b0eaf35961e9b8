import type { Locator, Page } from '@playwright/test';
import { accessible } from '../accessible';
import { look, sizes } from '../look';
import { expect, startShop, test } from '../server';
import { label } from '../shop';
import { locale, say, within, type Language } from '../words';

/** Keys only: the focus is brought to a control, as Tab would, and Enter or Space presses it. */
async function press(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await control.focus();
  await expect(control).toBeFocused();
  await page.keyboard.press(key);
}

// From the histogram to a word that many mention, "helpful", a report; the studio hides the review, and it counts no more.
for (const [language, size] of [['ko', 'phone'], ['en', 'kiosk']] as const satisfies [Language, keyof typeof sizes][]) {
  test(`a reported review leaves the stars, by keyboard (${language}, ${size})`, async ({ browser }) => {
    const shop = await startShop();
    const { gtin } = label(shop);
    const setting = { baseURL: shop.url, locale: locale[language] };
    const page = await (await browser.newContext({ ...setting, viewport: sizes[size] })).newPage();
    const studio = await (await browser.newContext({ ...setting, viewport: sizes.studio })).newPage();
    const title = page.locator('#reviews');
    const count = async () => Number(/\d+/.exec(await title.innerText())![0]);
    const items = page.locator('.review');

    const before = await test.step('a bar of the histogram filters, and the address keeps it', async () => {
      await page.goto(`/s/hongdae/p/${gtin}`);
      await expect(items.first()).toBeVisible();
      await press(page, page.getByRole('button', { name: within(language, 'reviews.stars', { number: 4 }) }).first());
      await expect(page).toHaveURL(/[?&]stars=4/);
      await expect(page.getByText(say(language, 'reviews.found', { count: 7 })).first()).toBeAttached();
      await page.reload();
      await expect(page.getByRole('button', { name: within(language, 'reviews.stars', { number: 4 }) }).first()).toHaveAttribute('aria-pressed', 'true');
      return count();
    });

    await test.step('a word that many mention narrows further', async () => {
      await press(page, page.getByRole('button', { name: /^소매/ }), 'Space');
      await expect(page).toHaveURL(/mention=/);
      await expect(items).toHaveCount(1);
      await expect(items.first()).toContainText('소매');
      await title.scrollIntoViewIfNeeded();
      await look(page, 'filtered');
      await accessible(page);
    });

    const text = (await items.first().locator('.review__text').innerText()).slice(0, 20);
    await test.step('it helps once, whatever is pressed', async () => {
      const helpful = items.first().getByRole('button', { name: within(language, 'reviews.helpful') });
      const said = Number(/\d+/.exec(await helpful.innerText())![0]);
      await press(page, helpful);
      await expect(helpful).toHaveAttribute('aria-pressed', 'true');
      await expect(helpful).toContainText(String(said + 1));
      await page.keyboard.press('Enter');
      await page.reload();
      await expect(items.first().getByRole('button', { name: within(language, 'reviews.helpful') })).toContainText(String(said + 1));
      await expect(items.first().getByRole('button', { name: within(language, 'reviews.helpful') })).toHaveAttribute('aria-pressed', 'true');
    });

    await test.step('it is reported with a reason', async () => {
      await press(page, items.first().getByRole('button', { name: say(language, 'reviews.report.open') }));
      const dialog = page.getByRole('dialog', { name: say(language, 'reviews.report.title') });
      await dialog.getByRole('radio', { name: say(language, 'reviews.report.personal_data') }).focus();
      await page.keyboard.press('ArrowDown');
      await expect(dialog.getByRole('radio', { name: say(language, 'reviews.report.abuse') })).toBeChecked();
      await look(page, 'report');
      await accessible(page);
      await press(page, dialog.getByRole('button', { name: say(language, 'reviews.report.send') }));
      await expect(dialog).toBeHidden();
      await expect(items.first().getByText(say(language, 'reviews.report.told'))).toBeVisible();
    });

    await test.step('a line is left, and waits', async () => {
      const field = page.getByLabel(say(language, 'reviews.line.label'));
      await field.focus();
      await page.keyboard.type('Soft');
      await page.keyboard.press('Enter');
      await expect(page.getByText(say(language, 'reviews.line.sent'))).toBeVisible();
      await look(page, 'line');
      await accessible(page);
    });

    await test.step('the studio hides the review and shows the line', async () => {
      await studio.goto('/studio/reviews');
      await studio.getByLabel(say(language, 'desk.sign_in.login')).fill('minho');
      await studio.getByLabel(say(language, 'desk.sign_in.password')).fill('onmaru-demo');
      await studio.keyboard.press('Enter');
      const card = studio.getByRole('listitem').filter({ hasText: text }).last();
      await expect(card).toBeVisible();
      await look(studio, 'reported');
      await accessible(studio);
      await press(studio, card.getByRole('button', { name: say(language, 'moderation.hide') }));
      await expect(studio.getByText(say(language, 'moderation.done.hide')).first()).toBeAttached();
      await expect(studio.getByRole('tab', { name: within(language, 'moderation.tab.reported') })).toBeFocused();
      await studio.keyboard.press('ArrowRight');
      await expect(studio).toHaveURL(/tab=lines/);
      const line = studio.getByRole('listitem').filter({ hasText: 'Soft' }).last();
      await press(studio, line.getByRole('button', { name: say(language, 'moderation.show_line') }));
      await expect(studio.getByText(say(language, 'moderation.done.line')).first()).toBeAttached();
      await press(studio, studio.getByRole('tab', { name: within(language, 'moderation.tab.lines') }), 'ArrowRight');
      await expect(studio.getByRole('listitem').filter({ hasText: text }).last()).toBeVisible();
      await look(studio, 'history');
      await accessible(studio);
    });

    await test.step('the count drops under the eyes of who looks', async () => {
      await expect.poll(count).toBe(before - 1);
      await expect(page.getByText(say(language, 'reviews.nothing'))).toBeVisible();
      await press(page, page.getByRole('button', { name: say(language, 'reviews.show_all') }));
      await expect(items.first()).toBeVisible();
      await expect(page.getByText(text)).toHaveCount(0);
      await page.reload();
      await expect(page.getByText('“Soft”').or(page.locator('q', { hasText: 'Soft' })).first()).toBeVisible();
    });

    await test.step('what was hidden by mistake comes back', async () => {
      const card = studio.getByRole('listitem').filter({ hasText: text }).last();
      await press(studio, card.getByRole('button', { name: say(language, 'moderation.show') }));
      await expect(studio.getByText(say(language, 'moderation.done.show')).first()).toBeAttached();
      await expect.poll(count).toBe(before);
    });
    await shop.stop();
  });
}
