import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Shop } from './server';

/** The shelf label's link that the demo prints. */
export function label(shop: Shop): { path: string; gtin: string } {
  const line = shop.greeting.find((line) => line.includes('/01/'));
  const found = /(\/01\/(\d{14})\?q=\w{8})/.exec(line ?? '');
  if (!found) throw new Error('the demo printed no shelf label');
  return { path: found[1], gtin: found[2] };
}

/** Proves the books of a running demo, as its operator would; throws with the rows when an invariant fails. */
export function check(shop: Shop): string {
  const data = readdirSync(shop.folder).find((name) => name.startsWith('vitrine-demo-'));
  if (!data) throw new Error('the demo has no data folder');
  const binary = process.env.VITRINE_BIN ?? path.resolve(__dirname, '../../target/server/vitrine');
  return execFileSync(binary, ['check', '--data', path.join(shop.folder, data)], { encoding: 'utf8' });
}

/** What may be held of a variant, from the interface. */
export async function available(shop: Shop, gtin: string): Promise<number> {
  const reply = await fetch(`${shop.url}/api/v1/stores/hongdae/products/${gtin}`);
  const product = (await reply.json()) as { variants: { gtin: string; stock: { available: number } }[] };
  return product.variants.find((variant) => variant.gtin === gtin)!.stock.available;
}

/** Numbers of products that the store sells, one each, at most so many. */
export async function gtins(shop: Shop, most = 48): Promise<string[]> {
  const reply = await fetch(`${shop.url}/api/v1/stores/hongdae/products?q=&limit=${most}`);
  return ((await reply.json()) as { items: { gtin: string }[] }).items.map((card) => card.gtin);
}
