// Writes `<file>.br` beside every text and wasm file of a folder where it is smaller: `node brotli.mjs FOLDER`.
// Brotli at its best level, once at build time; the server sends these files as they lie.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const kinds = ['.wasm', '.js', '.css', '.html', '.svg', '.json', '.webmanifest', '.txt', '.map'];

for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !kinds.includes(path.extname(entry.name))) continue;
  const file = path.join(entry.parentPath ?? entry.path, entry.name);
  const plain = readFileSync(file);
  const packed = brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  });
  if (packed.length < plain.length) writeFileSync(`${file}.br`, packed);
}
