import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 AA by axe, contrast included. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const findings: string[] = [];
  for (const rule of violations) {
    for (const node of rule.nodes) {
      const target = node.target.join(' ');
      if (rule.id !== 'target-size' || (await isSmall(page, target))) findings.push(`${rule.id}: ${target} — ${node.failureSummary}`);
    }
  }
  expect(findings).toEqual([]);
}

/** A bar that stays may cover a part of what scrolls by: asked once more in the middle of the page. */
async function isSmall(page: Page, target: string): Promise<boolean> {
  await page.locator(target).first().evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const { violations } = await new AxeBuilder({ page }).include(target).withRules(['target-size']).analyze();
  return violations.length > 0;
}
