import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { afterEach, beforeEach, mock } from 'node:test';
import { enterStands } from '../../src/app/entrance.js';
import { WatchPage } from '../../src/app/watchPage.js';
import { createWords } from '../../src/i18n/i18n.js';
import { ApiProblem } from '../../src/net/request.js';
import { Preferences } from '../../src/ui/preferences.js';
import { Sound } from '../../src/ui/sound.js';
import { FakeNetwork } from '../fakeSocket.js';
import { OTHER, seated, snapshot, welcome } from '../messages.js';
import { faked, setFakePage } from '../ui/fakePage.js';

/** @import {AppContext} from '../../src/app/context.js' */
/** @import {RoomView, SpectatorGrant} from '../../types/protocol.js' */

const words = createWords('en', JSON.parse(readFileSync(new URL('../../locales/en.json', import.meta.url), 'utf8')));
const eve = { player: { id: 'eve', name: 'Eve' }, seat: null, late: 2_000_000 };
const grant = /** @type {SpectatorGrant} */ ({ room: /** @type {RoomView} */ ({ id: 'room' }), ticket: 'ticket', relay: '/ws/rooms/room' });

let page = setFakePage();
/** @type {WatchPage[]} */
let opened = [];

beforeEach(() => {
  mock.timers.enable({ apis: ['setInterval', 'setTimeout'] });
  page = setFakePage();
  opened = [];
});
afterEach(() => {
  opened.forEach((each) => each.close());
  mock.timers.reset();
});

/** @param {(id: string, code: string | null) => Promise<SpectatorGrant>} [watch] */
function watching(watch = async () => grant) {
  const network = new FakeNetwork();
  const preferences = new Preferences();
  /** @type {string[]} */
  const asked = [];
  const seen = { screen: faked(/** @type {HTMLElement} */ (document.createElement('div'))), name: '' };
  /** @type {unknown[]} */
  const failures = [];
  /** @type {unknown[]} */
  const routes = [];
  const context = /** @type {AppContext} */ (/** @type {unknown} */ ({
    words,
    preferences,
    sound: new Sound(preferences),
    shell: { showScreen: (/** @type {HTMLElement} */ screen, /** @type {string} */ name) => Object.assign(seen, { screen: faked(screen), name }) },
    api: { watch: (/** @type {string} */ id, /** @type {string | null} */ code) => (asked.push(`${id} ${code}`), watch(id, code)) },
    openSocket: network.open,
    stamp: () => 0,
    go: (/** @type {unknown} */ route) => routes.push(route),
    fail: (/** @type {unknown} */ problem) => failures.push(problem),
  }));
  const open = () => {
    const it = new WatchPage(context, 'room');
    opened.push(it);
    return it;
  };
  const enter = (/** @type {object} */ more = {}) => {
    network.last.opens();
    network.last.says(welcome({ you: eve, snapshot: snapshot({ seats: [seated(), seated({ player: OTHER })], spectators: 3, ...more }) }));
    page.draw();
  };
  return { context, network, asked, seen, failures, routes, open, enter };
}

/** What was asked for has been answered. */
const answered = () => new Promise((resolve) => setImmediate(resolve));

test('who was let in is told that the picture is on its way, then shown it, its lateness and how many watch', async () => {
  const { context, network, asked, seen, open, enter } = watching();
  enterStands(context, grant, 'code');
  open();
  await answered();
  assert.deepEqual(asked, [], 'the ticket is there already');
  assert.match(seen.screen.textContent, /The picture starts in two seconds/);
  enter({ phase: 'rally' });
  assert.match(seen.screen.textContent, /Delayed by 2 s/);
  assert.match(seen.screen.textContent, /3 watching/);
  assert.match(seen.screen.textContent, /Crumple.*Bin4/);
  network.last.says({ type: 'spectators', count: 1 });
  page.draw();
  assert.match(seen.screen.textContent, /1 watching/);
});

test('there is nothing to play or chat with, and a cheer goes out', async () => {
  const { network, seen, open, enter } = watching();
  open();
  await answered();
  enter();
  assert.equal(seen.screen.ofClass('chat-form').length, 0);
  assert.match(seen.screen.textContent, /Who watches cheers/);
  seen.screen.ofClass('icon-wow')[0]?.dispatchEvent(new Event('click'));
  assert.deepEqual(network.last.sentOf('emote'), [{ type: 'emote', id: 'wow' }]);
  assert.deepEqual(network.last.sent.map(({ type }) => type).filter((type) => !['hello', 'ping', 'emote'].includes(type)), []);
});

test('who leaves says so, and is in the lobby', async () => {
  const { network, seen, routes, open, enter } = watching();
  open();
  await answered();
  enter();
  seen.screen.ofClass('icon-leave')[0]?.dispatchEvent(new Event('click'));
  assert.equal(network.last.sentOf('leave').length, 1);
  assert.deepEqual(routes, [{ name: 'lobby' }]);
});

test('a room that ends with a result in the picture keeps it, another says why it is over', async () => {
  const first = watching();
  first.open();
  await answered();
  first.enter();
  first.network.last.closes(4504);
  page.draw();
  assert.ok(first.seen.screen.textContent.includes(words.t('close.4504')));
  const second = watching();
  second.open();
  await answered();
  second.enter({ phase: 'finished', result: { match: 'm', winner: 0, score: [11, 9], ending: 'played' } });
  second.network.last.closes(4504);
  page.draw();
  assert.equal(second.seen.name, 'play');
});

test('full stands and a refused code lead back to the lobby with the reason', async () => {
  const problem = new ApiProblem('stands-full', 409);
  const { failures, routes, open } = watching(async () => Promise.reject(problem));
  open();
  await answered();
  assert.deepEqual(failures, [problem]);
  assert.deepEqual(routes, [{ name: 'lobby' }]);
});
