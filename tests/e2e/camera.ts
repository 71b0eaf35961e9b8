import { chromium, type Browser } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const arguments_ = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A browser whose camera shows these codes, one after another, for ever; those with spaces between them together. */
export async function seeing(folder: string, texts: string[]): Promise<Browser> {
  const film = path.join(folder, 'codes.y4m');
  execFileSync('cargo', ['run', '--quiet', '--package', 'scanner', '--example', 'film', '--', film, ...texts], { cwd: root, stdio: 'inherit' });
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...arguments_, ...camera] });
}
