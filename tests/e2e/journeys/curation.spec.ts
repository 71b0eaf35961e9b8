import type { Locator, Page } from '@playwright/test';
import { accessible } from '../accessible';
import { tabTo } from '../keyboard';
import { look, sizes } from '../look';
import { expect, startShop, test } from '../server';
import { signIn } from '../staff';
import { locale, say, within, type Language } from '../words';

const shirt = { ko: '워시드 린넨 오버셔츠', en: 'Washed linen overshirt', typed: { ko: '오버셔', en: 'oversh' } } as const;
const names = {
  socks: { ko: '발끝 골지 양말', en: 'Tiptoe ribbed socks' },
  tote: { ko: '캔버스 토트', en: 'Canvas tote' },
  apron: { ko: '작업실 앞치마', en: 'Studio apron' },
  tee: { ko: '두툼한 코튼 티', en: 'Heavy cotton tee' },
} as const;
const gtins = { tote: '08801234505758', tee: '08801234500500' } as const;

// A merchandiser makes a collection by rule, decides above it, and hears of members that fall below it. The shop says why each is there.
for (const [language, size, colorScheme] of [['ko', 'studio', 'light'], ['en', 'tablet', 'dark']] as [Language, keyof typeof sizes, 'light' | 'dark'][]) {
  test(`a collection is made by rule, and what falls below it is decided (${language}, ${size})`, async ({ browser }) => {
    const shop = await startShop();
    const context = await browser.newContext({ baseURL: shop.url, locale: locale[language], viewport: sizes[size], colorScheme });
    const page = await context.newPage();
    const row = (name: keyof typeof names) => page.getByRole('region', { name: say(language, 'curation.shown') }).getByRole('listitem').filter({ hasText: names[name][language] });

    await test.step('a rule is put together by keys, and shows whom it brings', async () => {
      await signIn(page, language, '/studio/collections/new');
      await expect(page.getByRole('heading', { level: 1, name: say(language, 'curation.create_title') })).toBeVisible();
      await look(page, 'new', 'empty');
      await accessible(page);
      await press(page, page.getByRole('button', { name: say(language, 'curation.add') }));
      const first = condition(page, language, 1);
      await choose(first.getByLabel(say(language, 'curation.field.kind')), language, 'curation.kind.together');
      const partner = first.getByRole('combobox', { name: say(language, 'curation.field.with') });
      await tabTo(page, partner);
      await page.keyboard.type(shirt.typed[language]);
      await expect(first.getByRole('option', { name: shirt[language] })).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect(partner).toHaveAttribute('aria-activedescendant', /option-0/);
      await look(page, 'partner');
      await accessible(page);
      await page.keyboard.press('Enter');
      await expect(first.getByRole('button', { name: say(language, 'curation.with_any') })).toBeFocused();
      await first.getByLabel(say(language, 'curation.field.baskets')).fill('4');
      await press(page, page.getByRole('button', { name: say(language, 'curation.add') }));
      const second = condition(page, language, 2);
      await choose(second.getByLabel(say(language, 'curation.field.kind')), language, 'curation.kind.priced');
      await second.getByLabel(say(language, 'curation.field.to')).fill('45000');
      const preview = page.getByRole('region', { name: say(language, 'curation.preview') });
      await expect(preview.getByRole('listitem').filter({ hasText: names.apron[language] })).toContainText(within(language, 'because.together', { count: 4, other: shirt[language] }));
      await page.getByLabel(say(language, 'curation.name_ko')).fill('{store}에서 셔츠와 함께');
      await page.getByLabel(say(language, 'curation.name_en')).fill('Beside the shirt at {store}');
      await page.getByLabel(say(language, 'curation.lead_ko')).fill('셔츠를 고른 분들이 같이 담았어요.');
      await page.getByLabel(say(language, 'curation.lead_en')).fill('What those who took the shirt took along.');
      await look(page, 'rule');
      await accessible(page);
      await press(page, page.getByRole('button', { name: say(language, 'curation.save') }));
      await expect(page).toHaveURL(/collections\/[0-9a-f-]{36}$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(language === 'ko' ? '온마루 홍대에서 셔츠와 함께' : 'Beside the shirt at Onmaru Hongdae');
    });

    await test.step('a typed name that is no product is not saved as any', async () => {
      const first = condition(page, language, 1);
      await press(page, first.getByRole('button', { name: say(language, 'curation.with_any') }));
      const partner = first.getByRole('combobox', { name: say(language, 'curation.field.with') });
      await expect(partner).toBeFocused();
      await page.keyboard.type('zzz');
      await expect(page.getByText(say(language, 'curation.unclear'))).toBeVisible();
      await page.reload();
      await expect(condition(page, language, 1).getByText(shirt[language])).toBeVisible();
    });

    await test.step('one is pinned and one is kept out, each with a reason', async () => {
      await ask(page, row('apron').getByRole('button', { name: say(language, 'curation.pin') }));
      await because(page, language, language === 'ko' ? '작업복으로도 좋아요' : 'Works as workwear', 'curation.pin');
      await expect(row('apron')).toHaveAttribute('data-standing', 'pin');
      await ask(page, row('socks').getByRole('button', { name: say(language, 'curation.exclude') }));
      await look(page, 'reason');
      await accessible(page);
      await because(page, language, language === 'ko' ? '곧 품절이에요' : 'Nearly sold out', 'curation.exclude');
      await expect(row('socks')).toHaveCount(0);
      await expect(page.getByRole('region', { name: say(language, 'curation.excluded') })).toContainText(names.socks[language]);
      await page.getByRole('heading', { name: say(language, 'curation.shown') }).scrollIntoViewIfNeeded();
      await look(page, 'members');
      await accessible(page);
    });

    const address = await page.getByRole('link', { name: say(language, 'curation.see') }).getAttribute('href');
    const visit = await (await browser.newContext({ baseURL: shop.url, locale: locale[language], viewport: sizes.phone, colorScheme })).newPage();
    await test.step('the shop shows it, with a reason on each card', async () => {
      await visit.goto(address!);
      const card = (name: keyof typeof names) => visit.getByRole('main').getByRole('listitem').filter({ hasText: names[name][language] });
      await expect(card('tote')).toContainText(within(language, 'because.together', { count: 6, other: shirt[language] }));
      await expect(card('apron')).toContainText(language === 'ko' ? '작업복으로도 좋아요' : 'Works as workwear');
      await expect(card('socks')).toHaveCount(0);
      await look(visit, 'shop');
      await accessible(visit);
    });

    await test.step('prices rise, and who falls below the rule waits for a decision', async () => {
      await dearer(page, language);
      await page.goto('/studio/collections');
      const card = page.getByRole('listitem').filter({ hasText: language === 'ko' ? '홍대에서 셔츠와 함께' : 'Beside the shirt at Onmaru Hongdae' });
      await expect(card).toContainText(within(language, 'curation.tasks', { count: 2 }));
      await look(page, 'list');
      await accessible(page);
      await press(page, card.getByRole('link'));
      const tasks = page.getByRole('region', { name: say(language, 'curation.todo'), exact: true });
      const task = (name: keyof typeof names) => tasks.getByRole('listitem').filter({ hasText: names[name][language] });
      await expect(task('tote').first()).toContainText('52,000');
      await expect(task('tote').first()).toContainText('45,000');
      await expect(row('tote')).toContainText(within(language, 'curation.waiting'));
      await look(page, 'tasks');
      await accessible(page);

      await press(page, task('tote').first().getByRole('button', { name: say(language, 'curation.let_go') }));
      await expect(task('tote')).toHaveCount(0);
      await expect(row('tote')).toHaveCount(0);
      await ask(page, task('tee').first().getByRole('button', { name: say(language, 'curation.keep') }));
      await because(page, language, language === 'ko' ? '셔츠 안에 꼭 필요해요' : 'The shirt needs it', 'curation.pin');
      await expect(tasks).toHaveCount(0);
      await expect(row('tee')).toHaveAttribute('data-standing', 'pin');
      await expect(page.getByRole('region', { name: say(language, 'curation.preview') })).toContainText(names.tee[language]);
      await look(page, 'settled');
      await accessible(page);
    });

    await test.step('the shop follows', async () => {
      const card = (name: keyof typeof names) => visit.getByRole('main').getByRole('listitem').filter({ hasText: names[name][language] });
      await visit.reload();
      await expect(card('tee')).toContainText(language === 'ko' ? '셔츠 안에 꼭 필요해요' : 'The shirt needs it');
      await expect(card('tote')).toHaveCount(0);
      await look(visit, 'shop-after');
      await accessible(visit);
    });
    await visit.context().close();
    await context.close();
    await shop.stop();
  });
}

function condition(page: Page, language: Language, number: number): Locator {
  return page.getByRole('group', { name: say(language, 'curation.condition', { number }) });
}

async function press(page: Page, control: Locator): Promise<void> {
  await control.focus();
  await page.keyboard.press('Enter');
}

/** Opens the dialog that asks why. The one before it gives the focus back a moment after it is gone, which no person is quick enough for. */
async function ask(page: Page, control: Locator): Promise<void> {
  await expect(async () => {
    await press(page, control);
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** Takes an entry of a list by its words. */
async function choose(list: Locator, language: Language, key: string): Promise<void> {
  await list.selectOption({ label: plain(language, key) });
}

function plain(language: Language, key: string): string {
  return say(language, key).source.replace(/^\^\\s\*|\\s\*\$$/g, '').replace(/\\s\+/g, ' ').replace(/\\(.)/g, '$1');
}

async function because(page: Page, language: Language, reason: string, act: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(say(language, 'curation.reason'))).toBeFocused();
  await dialog.getByLabel(say(language, 'curation.reason')).fill(reason);
  await dialog.getByRole('button', { name: say(language, act) }).press('Enter');
  await expect(dialog).toBeHidden();
}

/** The online shop asks more for the tote and the tee: a file of prices, imported. */
async function dearer(page: Page, language: Language): Promise<void> {
  const rows = ['Barcode,Price'];
  for (const gtin of Object.values(gtins)) {
    const product = (await (await page.request.get(`/api/v1/stores/hongdae/products/${gtin}`)).json()) as { variants: { gtin: string }[] };
    rows.push(...product.variants.map((variant) => `${variant.gtin},52000`));
  }
  await page.goto('/studio/imports');
  await page.locator('input[type=file]').setInputFiles({ name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await page.getByRole('button', { name: within(language, 'imports.begin_rows') }).click();
  await expect(page.getByText(say(language, 'imports.state.done')).first()).toBeVisible();
}
