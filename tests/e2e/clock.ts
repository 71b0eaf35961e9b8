import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startShop, type Shop } from './server';

/** Where Debian puts the library that stands between a program and the system's clock. */
function library(): string {
  const found = readdirSync('/usr/lib').map((name) => path.join('/usr/lib', name, 'faketime'));
  const folder = found.find((folder) => {
    try {
      return readdirSync(folder).includes('libfaketimeMT.so.1');
    } catch {
      return false;
    }
  });
  if (!folder) throw new Error('libfaketime is missing: apt-get install faketime (`cargo xtask test` does it)');
  return path.join(folder, 'libfaketimeMT.so.1');
}

/** A shop whose clock a test moves: the very program that serves, under libfaketime. `at` is an offset, `+3d`. */
export async function startShopWithClock(folder: string): Promise<Shop & { move(at: string): void }> {
  const file = path.join(folder, 'clock');
  const move = (at: string) => writeFileSync(file, at);
  move('+0');
  const settings = {
    LD_PRELOAD: library(),
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
  return { ...(await startShop(settings)), move };
}
