import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Language = 'ko' | 'en';
/** The browser's locale for a language. */
export const locale = { ko: 'ko-KR', en: 'en-US' } as const;

/**
 * What the product says: `say('ko', 'reserve.confirm')`. Blanks are filled from `values`; what is left unfilled matches anything.
 * Journeys look for the words that people read, in both languages, and break when a key goes.
 */
export function say(language: Language, key: string, values: Record<string, string | number> = {}): RegExp {
  const [file, ...rest] = key.split('.');
  const words = JSON.parse(readFileSync(path.resolve(__dirname, `../../locales/${language}/${file}.json`), 'utf8'));
  const text: unknown = rest.reduce((part, name) => part?.[name], words);
  if (typeof text !== 'string') throw new Error(`locales/${language} has no ${key}`);
  const parts = text.split(/\{\{\s*(\w+)\s*\}\}/);
  const pattern = parts.map((part, index) => (index % 2 === 0 ? quote(part) : part in values ? quote(String(values[part])) : '.+'));
  return new RegExp(`^\\s*${pattern.join('')}\\s*$`);
}

/** The same words anywhere in a longer text. */
export function within(language: Language, key: string, values: Record<string, string | number> = {}): RegExp {
  return new RegExp(say(language, key, values).source.slice('^\\s*'.length, -'\\s*$'.length));
}

function quote(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
