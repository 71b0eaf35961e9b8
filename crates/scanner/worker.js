// The worker's script: a frame comes, the codes in it go back. Whatever goes wrong is said, so that the page can offer typing.
import init, { Reader } from './scanner.js';

const ready = init().then(() => new Reader());
ready.then(() => postMessage({ ready: true }), (error) => postMessage({ failed: String(error) }));

onmessage = async ({ data: { width, height, pixels, still } }) => {
  try {
    const reader = await ready;
    postMessage({ found: reader.read(width, height, new Uint8Array(pixels.buffer ?? pixels), still) });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
};
