import type { Page } from '@playwright/test';

/** Goes to another page of the program that stands, so that the server's first content is none. */
export async function within(page: Page, path: string): Promise<void> {
  await page.evaluate((path) => {
    const link = Object.assign(document.createElement('a'), { href: path });
    document.querySelector('main')!.append(link);
    link.click();
    link.remove();
  }, path);
}

/** Answers do not come, or say that something broke. */
export async function hinder(page: Page, state: 'slow' | 'failed', asked = /\/api\/v1\//): Promise<() => Promise<void>> {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  await page.route(asked, async (route) => {
    if (state === 'slow') {
      await ended;
      await route.continue().catch(() => {});
      return;
    }
    const problem = { type: 'about:blank', title: 'internal', status: 500, code: 'internal', detail: '', params: {}, request: 'r-1' };
    await route.fulfill({ status: 500, contentType: 'application/problem+json', json: problem });
  });
  return async () => {
    end();
    await page.unroute(asked, undefined);
  };
}
