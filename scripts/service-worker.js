/**
 * Keeps the app for visits without a network. scripts/offline.mjs puts what was built in front of it as `BUILD`:
 * {version, files, pages}. A new version waits until no tab of the old one is left, so that no page ever gets files
 * of two versions. Nothing under /api is ever looked at, and nothing of the user's is kept.
 */
const CACHE = `shufflescope-${BUILD.version}`;

/** Answers of the server that must be fresh, and pages that are about a person. */
const NEVER = /^\/(?:api|account|metrics|healthz|readyz|ext)(?:\/|$)/;

/** Longer, a page that is kept is better than one that may come. In ms. */
const PATIENCE = 5000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([forgetOld(), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  if (event.data === 'keep-linked-pages') event.waitUntil(keepLinkedPages());
});

self.addEventListener('fetch', (event) => {
  const kind = kindOf(event.request, self.location.origin);
  if (kind === 'file') event.respondWith(file(event.request));
  else if (kind === 'page') event.respondWith(page(event.request));
});

/** Files have one content for ever; pages come from the server while there is one; the rest is none of ours. */
function kindOf({ method, url, mode }, origin) {
  const { origin: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== origin || NEVER.test(pathname)) return undefined;
  if (mode === 'navigate') return 'page';
  return /^\/(?:_next\/static|duckdb|wasm|samples)\/|^\/icon\.svg$/.test(pathname) ? 'file' : undefined;
}

async function file(request) {
  const { pathname, href } = new URL(request.url);
  // Next puts a hash of its content behind the icon's address.
  const kept = await match(pathname === '/icon.svg' ? pathname : href);
  if (!kept) return fetch(request);
  // A worker takes its address from its answer, and what is kept has lost the part behind the #, where its settings are.
  return new Response(kept.body, kept);
}

/** From the network; where there is none, or it takes too long, as it was kept. The view in its address is read by the page. */
async function page(request) {
  const kept = await match(new URL(request.url).pathname);
  const fresh = fetch(request);
  if (!kept) return fresh.catch(() => notKept());
  return Promise.race([
    fresh.catch(() => kept),
    new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE)),
  ]);
}

async function match(address) {
  const cache = await caches.open(CACHE);
  // The browser asked for the encoding that it takes, so what is kept fits it.
  return cache.match(address, { ignoreVary: true });
}

/** One after the other: the page that is being looked at comes first. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  const pages = BUILD.pages.filter((address) => !NEVER.test(address));
  for (const address of [...pages, ...BUILD.files]) await keep(cache, address);
}

async function keep(cache, address) {
  if (await cache.match(address, { ignoreVary: true })) return;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  await cache.put(address, response);
}

/** Scenarios and pages of the reference are found by their links, from the ones that are kept. A page that fails is left out. */
async function keepLinkedPages() {
  const cache = await caches.open(CACHE);
  const queue = BUILD.pages.filter((address) => /^\/(?:learn|reference)/.test(address));
  const seen = new Set(queue);
  for (const address of queue) {
    try {
      await keep(cache, address);
      const response = await cache.match(address, { ignoreVary: true });
      for (const found of linksIn(await response.text())) {
        if (!seen.has(found)) queue.push(found);
        seen.add(found);
      }
    } catch {
      // Without a network now; the next visit goes on from here.
    }
  }
}

function linksIn(html) {
  return [...html.matchAll(/href="(\/(?:learn|reference)\/[a-z0-9_./-]+)"/gi)].map(([, address]) => address);
}

async function forgetOld() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('shufflescope-') && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

function notKept() {
  const body =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>No network · Shufflescope</title>' +
    '<h1>There is no network</h1><p>This page was not visited before, so it is not kept for offline use.</p>' +
    '<p><a href="/">Start page</a></p></html>';
  return new Response(body, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'" },
  });
}
