import type { Page } from '@playwright/test';
import { look, sizes } from '../look';
import { expect, startShop, test } from '../server';
import { locale } from '../words';

/** What quality.md allows the map to have in the document. */
const NODES = 1500;

type Figures = Record<string, { p50: number; p95: number; max: number; nodes: number }>;

// 500 pieces of furniture with 5,000 facings. The test counts nodes; frame times depend on the machine and are printed to be read:
// `npx playwright test map-large`.
for (const size of ['phone', 'kiosk'] as const) {
  test(`a floor of 500 fixtures is light under the hand (${size})`, async ({ browser }) => {
    const shop = await startShop({ VITRINE_BIG_FLOOR: 'true' });
    try {
      const context = await browser.newContext({ baseURL: shop.url, locale: locale.ko, viewport: sizes[size], colorScheme: size === 'phone' ? 'light' : 'dark' });
      const page = await context.newPage();
      await page.goto('/s/hongdae/map');
      await expect(page.locator('.plan[data-ready][data-far]')).toBeAttached();
      await look(page, 'large');
      const figures = await handle(page);
      for (const [move, { p50, p95, max, nodes }] of Object.entries(figures)) {
        console.log(`map, 500 fixtures, ${size}, ${move}: a frame every ${p50} ms, p95 ${p95}, longest ${max}; ${nodes} nodes at most`);
        expect(nodes, move).toBeLessThanOrEqual(NODES);
      }
      await look(page, 'large-near');
      await context.close();
    } finally {
      await shop.stop();
    }
  });
}

/** Moves the map as fingers and wheels do, once a frame. */
async function handle(page: Page): Promise<Figures> {
  return page.evaluate(async () => {
    const hand = document.querySelector<HTMLElement>('.map__hand')!;
    const box = hand.getBoundingClientRect();
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    const frame = () => new Promise<number>(requestAnimationFrame);
    const finger = (kind: string, x: number, y: number) =>
      hand.dispatchEvent(new PointerEvent(kind, { clientX: x, clientY: y, pointerId: 1, isPrimary: true, bubbles: true }));
    const wheel = (deltaY: number) =>
      hand.dispatchEvent(new WheelEvent('wheel', { deltaY, clientX: middle.x, clientY: middle.y, bubbles: true, cancelable: true }));
    const figures: Figures = {};
    const measure = async (move: string, frames: number, step: (index: number) => void) => {
      const times: number[] = [];
      let [nodes, before] = [0, await frame()];
      for (let index = 0; index < frames; index += 1) {
        step(index);
        const now = await frame();
        times.push(now - before);
        before = now;
        nodes = Math.max(nodes, hand.getElementsByTagName('*').length);
      }
      times.sort((one, other) => one - other);
      const at = (share: number) => Number(times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1));
      figures[move] = { p50: at(0.5), p95: at(0.95), max: at(1), nodes };
    };
    const drag = async (move: string, speed: number) => {
      const at = { ...middle };
      finger('pointerdown', at.x, at.y);
      await measure(move, 180, (index) => {
        const side = Math.floor(index / 45) % 4;
        at.x += [speed, 0, -speed, 0][side];
        at.y += [0, speed, 0, -speed][side];
        finger('pointermove', at.x, at.y);
      });
      finger('pointerup', at.x, at.y);
    };
    await measure('nearer', 90, () => wheel(-12));
    await drag('slow drag', 4);
    await drag('fast drag', 16);
    await measure('farther', 60, () => wheel(12));
    await drag('drag in the middle', 8);
    return figures;
  });
}
