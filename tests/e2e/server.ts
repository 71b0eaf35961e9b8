import { test as base } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A running `vitrine demo`. */
export type Shop = {
  /** Without a slash at the end. */
  url: string;
  /** What it said on starting: addresses and demo sign-ins. */
  greeting: string[];
  /** Its temporary folder; the data is in a folder of its own in there. */
  folder: string;
  /** Ends it, removes its data, and resolves when it is gone. */
  stop(): Promise<void>;
};

/** Playwright's `test` with a real server behind `page.goto('/')`, fresh for each worker. */
export const test = base.extend<{}, { shop: Shop }>({
  shop: [
    async ({}, use) => {
      const shop = await startShop();
      await use(shop);
      await shop.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ shop }, use) => use(shop.url),
});

export { expect } from '@playwright/test';

/** A server of its own, for a journey that takes it away or must not share its stock. */
export async function startShop(settings: Record<string, string> = {}): Promise<Shop> {
  // `demo` makes its database in the temporary folder: one folder a server, so that it can be removed whole.
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-journey-'));
  const binary = process.env.VITRINE_BIN ?? path.resolve(__dirname, '../../target/server/vitrine');
  const server = spawn(binary, ['demo', '--listen', '127.0.0.1:0'], {
    env: { ...process.env, ...settings, TMPDIR: folder, VITRINE_PRINT_LISTENING: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const greeting: string[] = [];
  const url = await listening(server, greeting);
  const stop = async () => {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, greeting, folder, stop };
}

/** The address in the line `LISTENING http://127.0.0.1:PORT`; the lines after it are kept for who asks. */
function listening(server: ChildProcess, greeting: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`vitrine demo ended with ${code} before it listened`)));
    createInterface({ input: server.stdout! }).on('line', (line) => {
      greeting.push(line);
      // Its last line: by then the links and sign-ins are known, too.
      const address = greeting.map((line) => /^LISTENING (http:\S+)/.exec(line)).find(Boolean);
      if (address && line.includes('Ctrl-C')) resolve(address[1].replace(/\/$/, ''));
    });
  });
}

function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const last = setTimeout(() => server.kill('SIGKILL'), 10_000);
    server.once('exit', () => {
      clearTimeout(last);
      resolve();
    });
    server.kill('SIGTERM');
  });
}
