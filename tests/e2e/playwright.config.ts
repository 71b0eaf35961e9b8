import { defineConfig } from '@playwright/test';

// One browser, Debian's Chromium: Playwright's own cannot be fetched everywhere. Sizes, languages and themes are chosen
// by each journey (`test.use({ viewport: sizes.phone, locale: 'ko-KR', colorScheme: 'dark' })`), so there are no projects.
export default defineConfig({
  testDir: '.',
  testMatch: ['journeys/**/*.spec.ts', 'routes/**/*.spec.ts'],
  outputDir: '../../target/playwright',
  // Two cores, and each worker has a server and a browser.
  workers: 2,
  // A test that passes only sometimes is a finding, not a nuisance.
  retries: 0,
  forbidOnly: true,
  // Generous: a busy machine is no failure, and no test asserts on the clock.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
