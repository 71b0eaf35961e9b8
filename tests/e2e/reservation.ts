import { expect } from '@playwright/test';
import type { Shop } from './server';
import { gtins } from './shop';

type Missing = { because: string; substitutes: unknown[] };
type Ticket = { id: string; version: number; state: string; code: string | null; number: number | null; lines: { variant: string; gtin: string; missing: Missing | null }[] };
/** A confirmed order, as its shopper's phone knows it. */
export type Order = { token: string; code: string; number: number };
/** A variant as a store sells it, and the slot that it stands in. */
export type Goods = { gtin: string; variant: string; available: number; slot: string };

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const own = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers };
  return fetch(url, { method: 'POST', headers: own, body: JSON.stringify(body) });
}

/** The ids of variants, by their codes. */
export async function variants(shop: Shop, gtins: string[]): Promise<string[]> {
  const reply = await fetch(`${shop.url}/api/v1/stores/hongdae/offers?g=${gtins.join(',')}`);
  return ((await reply.json()) as { variant: string }[]).map((offer) => offer.variant);
}

/** Codes of products with several free units, and with no more than a line may have. */
export async function stocked(shop: Shop, most: number): Promise<string[]> {
  const reply = await fetch(`${shop.url}/api/v1/stores/hongdae/offers?g=${(await gtins(shop)).join(',')}`);
  const offers = (await reply.json()) as { gtin: string; stock: { available: number } }[];
  return offers.filter(({ stock }) => stock.available >= 3 && stock.available <= 20).map(({ gtin }) => gtin).slice(0, most);
}

/** Variants of the flagship that are free and stand on a shelf, one a product. */
export async function goods(shop: Shop, most = 8): Promise<Goods[]> {
  type Variant = { id: string; gtin: string; stock: { available: number }; locations: { slot: string }[] };
  const found: Goods[] = [];
  for (const gtin of await gtins(shop)) {
    const reply = await fetch(`${shop.url}/api/v1/stores/hongdae/products/${gtin}`);
    const { variants } = (await reply.json()) as { variants: Variant[] };
    const one = variants.find((variant) => variant.stock.available > 1 && variant.locations.length > 0);
    if (one) found.push({ gtin: one.gtin, variant: one.id, available: one.stock.available, slot: one.locations[0].slot });
    if (found.length === most) break;
  }
  return found;
}

/** Somebody's hold, over the interface; its token. */
export async function hold(shop: Shop, gtin: string, quantity = 1): Promise<string> {
  const [variant] = await variants(shop, [gtin]);
  return keep(shop, [{ variant, quantity }]);
}

async function keep(shop: Shop, lines: { variant: string; quantity: number }[]): Promise<string> {
  const reply = await post(`${shop.url}/api/v1/stores/hongdae/reservations`, { lines, acceptPartial: false });
  expect(reply.status).toBe(200);
  return ((await reply.json()) as { token: string }).token;
}

async function confirm(shop: Shop, token: string, nickname: string): Promise<Ticket> {
  const reply = await post(`${shop.url}/api/v1/reservation/confirm`, { nickname, contact: null }, { authorization: `Bearer ${token}` });
  expect(reply.status).toBe(200);
  return (await reply.json()) as Ticket;
}

/** Holds and confirms over the interface: `lines` by variant. */
export async function place(shop: Shop, lines: { variant: string; quantity: number }[], nickname: string): Promise<Order> {
  const token = await keep(shop, lines);
  const { code, number } = await confirm(shop, token, nickname);
  return { token, code: code!, number: number! };
}

/** A confirmed reservation; the token opens its ticket. */
export async function reserve(shop: Shop, gtin: string): Promise<string> {
  const token = await hold(shop, gtin);
  await confirm(shop, token, 'Acorn');
  return token;
}

/** The ticket that a token opens. */
export async function ticket(shop: Shop, token: string): Promise<Ticket> {
  return (await fetch(`${shop.url}/api/v1/reservation`, { headers: { authorization: `Bearer ${token}` } })).json();
}

/** Someone of the store, over the interface: `act(token, 'ready', { bin: 'A-1' })`. */
export async function staff(shop: Shop, login = 'jisu'): Promise<(token: string, act: string, body?: unknown) => Promise<void>> {
  const session = await post(`${shop.url}/api/v1/session`, { login, password: 'onmaru-demo' });
  const cookie = session.headers.get('set-cookie')!.split(';')[0];
  return async (token, act, body = {}) => {
    const { id, version } = await ticket(shop, token);
    const reply = await post(`${shop.url}/api/v1/stores/hongdae/pickups/${id}/${act}`, body, { cookie, 'if-match': `"${version}"` });
    expect(await reply.text().then((text) => (reply.ok ? '' : text))).toBe('');
  };
}

/** Accepted, scanned, in its bin. */
export async function makeReady(shop: Shop, token: string): Promise<void> {
  const act = await staff(shop);
  const { lines } = await ticket(shop, token);
  await act(token, 'accept');
  for (const { gtin } of lines) await act(token, 'scan', { gtin });
  await act(token, 'ready', { bin: 'A-1' });
}
