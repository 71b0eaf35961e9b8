// The worker's script: a frame comes, the codes in it go back. Whatever goes wrong is said, so that the page can offer typing.

// What the page calls what `BarcodeDetector` calls otherwise. Who reads less than this is not asked.
const KINDS = { qr_code: 'qr', ean_13: 'ean-13', ean_8: 'ean-8', upc_a: 'upc-a', upc_e: 'upc-e' };

// The browser's own reader: nothing to fetch, and often made by whoever made the camera.
async function browsers() {
  const formats = await BarcodeDetector.getSupportedFormats();
  if (!Object.keys(KINDS).every((kind) => formats.includes(kind))) throw new Error('the browser reads too few kinds');
  const detector = new BarcodeDetector({ formats: Object.keys(KINDS) });
  return async (width, height, pixels) => {
    const found = await detector.detect(new ImageData(new Uint8ClampedArray(pixels.buffer), width, height));
    const far = ({ boundingBox: box }) => Math.hypot(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2);
    return found.sort((one, other) => far(one) - far(other)).flatMap(({ format, rawValue }) => [KINDS[format], rawValue]);
  };
}

// Ours.
async function ours() {
  const { default: init, Reader } = await import('./scanner.js');
  await init();
  const reader = new Reader();
  return (width, height, pixels, still) => reader.read(width, height, pixels, still);
}

// A browser may offer a reader that its system lacks, which fails at its first picture: ours goes on from there.
let theirs = browsers().catch(() => null);
let own;
const fetched = () => (own ??= ours());

async function read(...picture) {
  const detect = await theirs;
  if (detect) {
    try {
      return await detect(...picture);
    } catch {
      theirs = null;
    }
  }
  return (await fetched())(...picture);
}

async function answer({ width, height, pixels, still }) {
  try {
    postMessage({ found: await read(width, height, new Uint8Array(pixels.buffer ?? pixels), still) });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
}

theirs.then((detect) => detect ?? fetched()).then(() => postMessage({ ready: true }), (error) => postMessage({ failed: String(error) }));

// The page takes answers in the order of its pictures.
let last = Promise.resolve();
onmessage = ({ data }) => {
  last = last.then(() => answer(data));
};
