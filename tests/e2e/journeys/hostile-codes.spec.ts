import { sizes } from '../look';
import { expect, test } from '../server';
import { label } from '../shop';
import { locale, say, within, type Language } from '../words';

test.use({ viewport: sizes.phone });

/** Codes that somebody sticks over a label; `HOST` is the shop's own. `crates/domain/src/gs1/hostile.rs` has the long list. */
const hostile = [
  'javascript:alert(1)',
  'JaVaScRiPt:location="https://evil.example"',
  'java\u200bscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://evil.example/1',
  'view-source:https://evil.example',
  'intent://evil.example#Intent;scheme=https;end',
  'tel:0101234',
  'mailto:a@evil.example',
  'WIFI:T:WPA;S:evil;P:evil;;',
  'hTTps://HOST/q/7K2M9QXA',
  'https://evil.example',
  'https://evil.example/q/7K2M9QXA',
  'https://evil.example/r/abcdefghijklmnop',
  'https://evil.example/i/2000000000015',
  'https://evil.example/?next=http://HOST/',
  'https://HOST.evil.example/q/7K2M9QXA',
  'https://www.HOST/q/7K2M9QXA',
  'http://HOST@evil.example/q/7K2M9QXA',
  'http://evil.example@HOST/q/7K2M9QXA',
  'http://evil.example\\@HOST/q/7K2M9QXA',
  'http://127.0.0.1:1/q/7K2M9QXA',
  'http://2130706433/q/7K2M9QXA',
  'http://[::1]/q/7K2M9QXA',
  'https://xn--shp-0na.example/q/7K2M9QXA',
  'https://\u0455hop.example/q/7K2M9QXA',
  'https://shop\u3002example/q/7K2M9QXA',
  '//evil.example/q/7K2M9QXA',
  '\\\\evil.example\\q\\7K2M9QXA',
  '/r/../desk',
  'https:/evil.example/q/7K2M9QXA',
  'https:\\\\evil.example\\q',
  'https%3A%2F%2Fevil.example',
  'http://HOST/r/..',
  'http://HOST/r/%2e%2e%2fdesk',
  'http://HOST/h/%252e',
  'http://HOST/q/%3cscript%3e',
  'http://HOST/desk',
  'http://HOST/q/7K2M\u202e9QXA',
  '\u202e8801234567893',
  `http://HOST/r/${'a'.repeat(300)}`,
  '(00)006141411234567890',
  'https://id.gs1.org/414/9506000134352',
];

for (const language of ['ko', 'en'] as const satisfies Language[]) {
  test.describe(language, () => {
    test.use({ locale: locale[language] });

    test('a hostile code goes nowhere, asks nobody, and is answered in a sentence', async ({ page, shop }) => {
      test.setTimeout(120_000);
      const host = new URL(shop.url).host;
      const strangers: string[] = [];
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.host !== host) strangers.push(request.url());
      });
      page.on('dialog', (dialog) => {
        strangers.push(dialog.message());
        void dialog.dismiss();
      });
      await page.goto('/s/hongdae/scan');
      const field = page.getByLabel(say(language, 'scan.label'));
      const reasons = ['empty', 'too_long', 'not_digits', 'length', 'foreign', 'look_alike', 'unsafe_link', 'unknown_path', 'slot', 'not_a_product', 'unknown'];
      const sentence = new RegExp(reasons.map((reason) => within(language, `common.scan.${reason}`).source).join('|'));
      for (const code of hostile) {
        await field.fill('');
        await expect(page.locator('.entry')).not.toContainText(sentence);
        await field.fill(code.replaceAll('HOST', host));
        await page.keyboard.press('Enter');
        await expect(page.locator('.entry'), code).toContainText(sentence);
        expect(new URL(page.url()).pathname, code).toBe('/s/hongdae/scan');
      }
      // A product of ours under somebody else's link: told where the link led, and found here.
      await field.fill(`https://evil.example/01/${label(shop).gtin}`);
      await page.keyboard.press('Enter');
      await expect(page.getByText(within(language, 'scan.foreign', { host: 'evil.example' }))).toBeVisible();
      expect(new URL(page.url()).pathname).toBe('/s/hongdae/scan');
      expect(strangers).toEqual([]);
    });
  });
}
