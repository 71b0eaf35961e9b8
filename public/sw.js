// Keeps a ticket readable without a network: its page and its program, of one build. The server writes `FILES` before this, what that
// program is made of; the build's hash is in the names, so another build is another worker with a cache of its own.
//
// It looks after /r alone (the ticket's page registers it there), keeps nothing that is anybody's, and leaves the rest to the network.

const PAGE = '/r';
const CACHE = `ticket ${FILES[0]}`;
// A shop's cellar is slow rather than silent: after this long, what is kept comes first.
const PATIENCE = 4000;

addEventListener('install', (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(dropOthers()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && (pathname === PAGE || pathname.startsWith(`${PAGE}/`))) event.respondWith(page(request));
  else if (FILES.includes(pathname)) event.respondWith(file(request, pathname));
});

async function keep() {
  const reply = await fetch(PAGE);
  const html = await reply.clone().text();
  // Another build was put in place between this file and its page: that one's worker comes next.
  if (!reply.ok || !html.includes(FILES[0])) throw new Error('the page is of another build');
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
  await cache.put(PAGE, reply);
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

// The same page stands at every ticket's address; whose it is, only the program reads.
async function page(request) {
  const reply = fetch(request);
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const first = await Promise.race([reply.catch(() => undefined), late]);
  return first ?? (await kept(PAGE)) ?? reply;
}

async function file(request, pathname) {
  return (await kept(pathname)) ?? fetch(request);
}

async function kept(pathname) {
  const cache = await caches.open(CACHE);
  return cache.match(pathname, { ignoreVary: true });
}
