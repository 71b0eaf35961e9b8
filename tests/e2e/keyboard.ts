import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until it is there: what no key reaches fails. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return await seen(page);
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** What has the focus shows it with a ring, and stands on the screen with nothing over it. */
export async function seen(page: Page): Promise<void> {
  const state = async () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      // What is drawn has its own edge for a ring.
      const isEdged = (one: Element) => one instanceof SVGElement && parseFloat(getComputedStyle(one.querySelector('path') ?? one).strokeWidth) >= 4;
      // A box may draw the ring around itself and its input.
      const ringed = [element, element.parentElement!].some((one) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      }) || isEdged(element);
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1);
      const y = Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1);
      const there = document.elementFromPoint(x, y);
      const isFree = !!there && (element.contains(there) || there.contains(element) || !!there.closest('label')?.contains(element));
      const isInside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      return { ringed, isInside, isFree, what: element.outerHTML.slice(0, 120) };
    });
  await expect.poll(state).toMatchObject({ ringed: true, isInside: true, isFree: true });
}
