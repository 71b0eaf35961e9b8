import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

// Figures, not promises: run by `cargo xtask bench`, one at a time so that nothing competes with what is measured.
export default defineConfig({ ...journeys, testMatch: ['measures/**/*.spec.ts'], workers: 1, fullyParallel: false });
