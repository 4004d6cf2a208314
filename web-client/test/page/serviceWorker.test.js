import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { runInNewContext } from 'node:vm';

const CLIENT = new URL('../../', import.meta.url);
const ORIGIN = 'https://pong.example';
const source = readFileSync(new URL('service-worker.js', CLIENT), 'utf8');

/** The worker in a browser of one cache, whose network is the client's folder and can be cut. */
function browser() {
  const network = { up: true, asked: /** @type {string[]} */ ([]) };
  /** @type {Map<string, Response>} */
  const kept = new Map();
  /** @type {Map<string, (event: any) => void>} */
  const listeners = new Map();
  const pathOf = (/** @type {any} */ request) => new URL(request.url ?? request, `${ORIGIN}/`).pathname;
  const fetched = async (/** @type {any} */ request) => {
    const path = pathOf(request);
    network.asked.push(path);
    if (!network.up) {
      throw new TypeError('no network');
    }
    const file = new URL(`.${path === '/' ? '/index.html' : path}`, CLIENT);
    return existsSync(file) ? new Response(readFileSync(file)) : new Response(null, { status: 404 });
  };
  const cache = {
    addAll: async (/** @type {string[]} */ paths) => {
      for (const path of paths) {
        const response = await fetched(path);
        assert.ok(response.ok, path);
        kept.set(pathOf(path), response);
      }
    },
    put: async (/** @type {any} */ request, /** @type {Response} */ response) => void kept.set(pathOf(request), response),
    match: async (/** @type {any} */ request) => kept.get(pathOf(request))?.clone(),
  };
  runInNewContext(source, {
    URL,
    Set,
    fetch: fetched,
    caches: { open: async () => cache },
    location: { origin: ORIGIN },
    self: { skipWaiting() {}, clients: { claim: async () => {} } },
    addEventListener: (/** @type {string} */ type, /** @type {(event: any) => void} */ listener) => listeners.set(type, listener),
  });
  const ask = (/** @type {string} */ path, method = 'GET') => {
    /** @type {Promise<Response> | undefined} */
    let answered;
    const respondWith = (/** @type {Promise<Response>} */ response) => {
      answered = response;
    };
    listeners.get('fetch')?.({ request: { method, url: ORIGIN + path }, respondWith });
    return answered;
  };
  const install = async () => {
    /** @type {Promise<void> | undefined} */
    let done;
    listeners.get('install')?.({ waitUntil: (/** @type {Promise<void>} */ work) => (done = work) });
    await done;
  };
  return { network, kept, ask, install };
}

test('all that the client ships is kept, so that the computer can be played without a network', async () => {
  const { ask, install, kept, network } = browser();
  await install();
  network.up = false;
  for (const folder of ['src', 'styles', 'icons', 'locales']) {
    for (const path of readdirSync(new URL(`${folder}/`, CLIENT), { recursive: true, encoding: 'utf8' })) {
      assert.ok(!/\.\w+$/.test(path) || kept.has(`/${folder}/${path}`), path);
    }
  }
  const page = await ask('/');
  assert.match((await page?.text()) ?? '', /<div id="app">/);
});

test('while there is a network its answer counts, and is kept for later', async () => {
  const { ask, network } = browser();
  assert.equal((await ask('/src/main.js'))?.ok, true);
  network.up = false;
  assert.equal((await ask('/src/main.js'))?.ok, true);
  await assert.rejects(async () => ask('/src/app/app.js'));
});

test('what concerns players passes by: it is neither kept nor answered from what was', () => {
  const { ask, network } = browser();
  for (const path of ['/api/rooms', '/api/auth/me', '/ws/lobby', '/.well-known/jwks.json', '/service-worker.js']) {
    assert.equal(ask(path), undefined, path);
  }
  assert.equal(ask('/src/main.js', 'POST'), undefined);
  assert.deepEqual(network.asked, []);
});
