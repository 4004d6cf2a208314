import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { afterEach, beforeEach, mock } from 'node:test';
import { InvitationDesk } from '../../src/app/invitationDesk.js';
import { LobbyFeed } from '../../src/app/lobbyFeed.js';
import { createWords } from '../../src/i18n/i18n.js';
import { FakeNetwork } from '../fakeSocket.js';
import { ME, OTHER, invitation } from '../messages.js';
import { faked, setFakePage } from '../ui/fakePage.js';

/** @import {AppContext} from '../../src/app/context.js' */

const words = createWords('en', JSON.parse(readFileSync(new URL('../../locales/en.json', import.meta.url), 'utf8')));
const settled = () => new Promise((resolve) => setImmediate(resolve));
const mine = { from: ME, to: OTHER };

beforeEach(() => mock.timers.enable({ apis: ['setInterval', 'setTimeout'] }));
afterEach(() => mock.timers.reset());

/** @param {Record<string, string>} [kept] of the tab before its reload */
async function opened(kept = {}) {
  setFakePage();
  Object.assign(globalThis, { window: { sessionStorage: {
    getItem: (/** @type {string} */ key) => kept[key] ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => (kept[key] = value),
    removeItem: (/** @type {string} */ key) => delete kept[key],
  } } });
  /** @type {string[]} */
  const log = [];
  const asks = (/** @type {string} */ what) => async (/** @type {string} */ id) => void log.push(`${what} ${id}`);
  const network = new FakeNetwork();
  /** @type {{ cards: HTMLElement | null }} */
  const shown = { cards: null };
  const context = /** @type {AppContext} */ (/** @type {unknown} */ ({
    words,
    identity: { player: ME, token: async () => 'token' },
    openSocket: network.open,
    shell: { showCards: (/** @type {HTMLElement | null} */ cards) => (shown.cards = cards), speak() {}, notify: (/** @type {string} */ text) => log.push(text) },
    players: {
      invite: asks('invite'), decline: asks('decline'), withdraw: asks('withdraw'), block: asks('block'),
      accept: async (/** @type {string} */ id) => grantOf(`accept ${id}`),
    },
    api: { takeSeat: async (/** @type {string} */ room) => grantOf(`seat in ${room}`) },
    go: (/** @type {{ room: string }} */ { room }) => log.push(`to ${room}`),
    fail: (/** @type {{ code: string }} */ { code }) => log.push(code),
  }));
  const grantOf = (/** @type {string} */ what) => {
    log.push(what);
    return { room: { id: 'room', title: '', code: null }, seat: 0, ticket: 'ticket', relay: '/ws/rooms/room' };
  };
  const feed = new LobbyFeed(context);
  const desk = new InvitationDesk(context, feed);
  await settled();
  network.last.opens();
  const tell = async (/** @type {object} */ more) => {
    network.last.saysData(JSON.stringify({ type: 'invitation', invitation: invitation(more) }));
    await settled();
  };
  const cards = () => (shown.cards === null ? [] : faked(shown.cards).ofClass('invitation'));
  const press = async (/** @type {string} */ text) => {
    cards()[0]?.all(({ tag, textContent }) => tag === 'button' && textContent === text)[0]?.click();
    await settled();
  };
  return { log, tell, cards, press, desk, feed };
}

test('who is invited says yes and goes to the room', async () => {
  const { log, tell, cards, press } = await opened();
  await tell({});
  assert.match(cards()[0]?.textContent ?? '', /Bin4 invites you to a match of Pong60 seconds left/);
  await press('Accept');
  assert.deepEqual(log, ['accept invitation', 'to room']);
});

test('no is an answer, and so is never again', async () => {
  const { log, tell, press } = await opened();
  await tell({});
  await press('Decline');
  await press('Block');
  assert.deepEqual(log, ['decline invitation', 'block other', 'Bin4 can invite you no more.']);
});

test('who has invited waits, and is led into the room when the other one comes', async () => {
  const { log, tell, cards, desk } = await opened();
  await desk.invite('other', 'pong');
  await tell(mine);
  assert.match(cards()[0]?.textContent ?? '', /Bin4 is invited/);
  await tell({ ...mine, state: 'accepted', room: 'room' });
  assert.deepEqual(log, ['invite other', 'seat in room', 'to room']);
  assert.equal(cards().length, 0);
});

test('another tab of the same player stays where it is', async () => {
  const { log, tell } = await opened();
  await tell(mine);
  await tell({ ...mine, state: 'accepted', room: 'room' });
  assert.deepEqual(log, []);
});

test('a tab that was reloaded still follows', async () => {
  const kept = {};
  await (await opened(kept)).desk.invite('other', 'pong');
  const { log, tell } = await opened(kept);
  await tell({ ...mine, state: 'accepted', room: 'room' });
  assert.deepEqual(log, ['seat in room', 'to room']);
});

test('an invitation can be taken back, and a no is told', async () => {
  const { log, tell, press, desk } = await opened();
  await desk.invite('other', 'pong');
  await tell(mine);
  await press('Take it back');
  await tell({ ...mine, state: 'declined' });
  assert.deepEqual(log, ['invite other', 'withdraw invitation', 'Bin4 does not want to play now. Invite somebody else.']);
});

test('closed it shows nothing and follows nobody', async () => {
  const { log, tell, cards, desk } = await opened();
  await desk.invite('other', 'pong');
  desk.close();
  await tell({ ...mine, state: 'accepted', room: 'room' });
  assert.deepEqual(log, ['invite other']);
  assert.equal(cards().length, 0);
});
