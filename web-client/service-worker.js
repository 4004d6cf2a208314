/**
 * Keeps the page for when there is no network: the network's answer counts while there is one, and the kept one after. What
 * concerns players (`/api`, sockets) is never kept.
 */

const KEPT = 'trashpong-page';
const LANGUAGES = ['en', 'de', 'pt'];
const OURS = /^\/(?:$|index\.html$|manifest\.webmanifest$|(?:src|styles|icons|locales)\/)/;

/** All that the page loads: what it names itself, what its modules and style sheets name, and the languages. @returns {Promise<string[]>} */
async function listFiles() {
  const html = await textOf('index.html');
  const named = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => path);
  const sheets = await Promise.all(named.filter((path) => path.endsWith('.css')).map(textOf));
  const pictures = sheets.flatMap((css) => [...css.matchAll(/url\("\.\.\/([^"]+)"\)/g)].map(([, path]) => path));
  return [...new Set(['./', ...named, ...(await followModules(named)), ...pictures, ...LANGUAGES.map((language) => `locales/${language}.json`)])];
}

/** What modules import, and what that imports. @param {readonly string[]} named @returns {Promise<string[]>} */
async function followModules(named) {
  const found = new Set(named.filter((path) => path.endsWith('.js')));
  for (const path of found) {
    for (const [, atTop, later] of (await textOf(path)).matchAll(/^(?:import|export)\b[^;]*?from '([^']+)';|\bimport\('([^']+)'\)/gm)) {
      found.add(new URL(atTop ?? later, new URL(path, location.origin)).pathname.slice(1)); // a set goes on to what is added meanwhile
    }
  }
  return [...found];
}

/** @param {string} path */
async function textOf(path) {
  const response = await fetch(path);
  return response.text();
}

async function keepAll() {
  const cache = await caches.open(KEPT);
  await cache.addAll(await listFiles());
}

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(KEPT);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) {
      await cache.put(request, fresh.clone());
    }
    return fresh;
  } catch (offline) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept === undefined) {
      throw offline;
    }
    return kept;
  }
}

addEventListener('install', (event) => {
  event.waitUntil(keepAll());
  self.skipWaiting(); // it keeps what the network says anyway, so there is no old state to wait for
});
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === 'GET' && origin === location.origin && OURS.test(pathname)) {
    event.respondWith(answer(event.request));
  }
});
