import { expect, type Page } from '@playwright/test';
import { say, type Language } from './words';

/** Opens a page of the studio or the desk, and says who it is. */
export async function signIn(page: Page, language: Language, path: string, login = 'minho'): Promise<void> {
  await page.goto(path);
  await page.getByLabel(say(language, 'desk.sign_in.login')).fill(login);
  await page.getByLabel(say(language, 'desk.sign_in.password')).fill('onmaru-demo');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(say(language, 'desk.sign_in.password'))).toHaveCount(0);
}
