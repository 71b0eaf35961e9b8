import type { Shop } from './server';

/** A confirmed order, as its shopper's phone knows it. */
export type Order = { token: string; code: string; number: number };
/** A variant as a store sells it. */
export type Goods = { gtin: string; variant: string; name: string; available: number; slot: string };

const key = () => crypto.randomUUID();

async function ask<T>(url: string, headers: Record<string, string>, body?: unknown): Promise<T> {
  const sent = body === undefined ? { headers } : { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key(), ...headers }, body: JSON.stringify(body) };
  const reply = await fetch(url, sent);
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
}

/** Variants of the flagship that are free and stand on a shelf, one a product. */
export async function goods(shop: Shop, most = 8): Promise<Goods[]> {
  type Card = { gtin: string };
  type Variant = { id: string; gtin: string; stock: { available: number }; locations: { slot: string }[] };
  const { items } = await ask<{ items: Card[] }>(`${shop.url}/api/v1/stores/hongdae/products?q=&limit=48&here=true`, {});
  const found: Goods[] = [];
  for (const { gtin } of items) {
    const product = await ask<{ name: Record<string, string>; variants: Variant[] }>(`${shop.url}/api/v1/stores/hongdae/products/${gtin}`, {});
    const one = product.variants.find((variant) => variant.stock.available > 1 && variant.locations.length > 0);
    if (one) found.push({ gtin: one.gtin, variant: one.id, name: product.name.ko, available: one.stock.available, slot: one.locations[0].slot });
    if (found.length === most) return found;
  }
  return found;
}

/** Holds and confirms over the interface: `lines` by variant. */
export async function place(shop: Shop, lines: { variant: string; quantity: number }[], nickname: string): Promise<Order> {
  const { token } = await ask<{ token: string }>(`${shop.url}/api/v1/stores/hongdae/reservations`, {}, { lines, acceptPartial: false });
  const ticket = await ask<{ code: string; number: number }>(
    `${shop.url}/api/v1/reservation/confirm`,
    { authorization: `Bearer ${token}` },
    { nickname, contact: null },
  );
  return { token, code: ticket.code, number: ticket.number };
}

/** The ticket as it is now. */
export async function ticket(shop: Shop, order: Order): Promise<{ state: string; lines: { missing: { because: string; substitutes: unknown[] } | null }[] }> {
  return ask(`${shop.url}/api/v1/reservation`, { authorization: `Bearer ${order.token}` });
}
