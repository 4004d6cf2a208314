import assert from 'node:assert/strict';
import test, { afterEach, beforeEach, mock } from 'node:test';
import { PeerLink } from '../../src/app/peerLink.js';
import { FakeConnection } from '../net/fakePeers.js';
import { welcome } from '../messages.js';

/** @import {ClientMessage, PaddleData, SeatNumber} from '../../types/protocol.js' */
/** @import {Match} from '../../src/game/match.js' */

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

/** @param {{ allowed?: boolean, able?: boolean, seat?: SeatNumber | null }} [more] */
function link({ allowed = true, able = true, seat = 0 } = {}) {
  /** @type {ClientMessage[]} */
  const sent = [];
  /** @type {FakeConnection[]} */
  const connections = [];
  /** @type {PaddleData[]} */
  const hints = [];
  const state = { allowed, online: true };
  const it = new PeerLink({
    connect: able ? (options) => (connections.push(new FakeConnection(options)), /** @type {FakeConnection} */ (connections.at(-1))) : null,
    allowed: () => state.allowed,
    send: (message) => state.online && sent.push(message) > 0,
    stamp: () => 0,
    match: /** @type {Match} */ (/** @type {unknown} */ ({ seat, hint: (/** @type {PaddleData} */ track) => hints.push(track) })),
    onChange() {},
  });
  return { it, sent, connections, hints, state };
}

const begin = /** @type {const} */ ({ type: 'peer', on: true, stun: [] });
const on = /** @type {const} */ ({ type: 'peer', on: true });

test('nothing is said or opened unless the player agrees, sits, and the browser can', () => {
  for (const { it, sent, connections } of [link({ allowed: false }), link({ able: false }), link({ seat: null })]) {
    it.update();
    assert.deepEqual(sent, []);
    it.receive({ type: 'peer', on: true, stun: [] });
    assert.equal(connections.length, 0);
  }
});

test('who is introduced against his will says no again', () => {
  const { it, sent, connections } = link({ allowed: false });
  it.receive({ ...begin, stun: [] });
  assert.deepEqual(sent, [{ type: 'peer', on: false }]);
  assert.equal(connections.length, 0);
});

test('the room is told once, and again when it did not hear', () => {
  const { it, sent, state } = link();
  state.online = false;
  it.update();
  state.online = true;
  it.update();
  it.update();
  assert.deepEqual(sent, [on]);
});

test('the switch ends an open line and tells the room', () => {
  const { it, sent, connections, state } = link();
  it.update();
  it.receive({ ...begin, stun: [] });
  connections[0]?.channel.opens();
  assert.deepEqual(it.state, { roundTrip: null });
  state.allowed = false;
  it.update();
  assert.deepEqual(sent.at(-1), { type: 'peer', on: false });
  assert.equal(it.state, null);
  assert.equal(connections[0]?.connectionState, 'closed');
});

test('a welcome asks anew only where no line stands', () => {
  const { it, sent, connections } = link();
  it.update();
  it.receive(welcome());
  it.update();
  assert.deepEqual(sent, [on, on]);
  it.receive({ ...begin, stun: [] });
  connections[0]?.channel.opens();
  it.receive(welcome());
  it.update();
  assert.deepEqual(sent, [on, on]);
});

test('a line that is lost is tried again a few times by one side, and then no more', () => {
  const { it, sent, connections } = link();
  it.update();
  for (let tries = 0; tries < 6; tries += 1) {
    it.receive({ ...begin, stun: [] });
    connections.at(-1)?.fails();
    mock.timers.tick(60_000);
  }
  assert.equal(sent.filter(({ type }) => type === 'peer').length, 4);
  const other = link({ seat: 1 });
  other.it.update();
  other.it.receive({ ...begin, stun: [] });
  other.connections[0]?.fails();
  mock.timers.tick(60_000);
  assert.deepEqual(other.sent, [on]);
});

test('the line ends with the room, and when the other leaves', () => {
  const { it, connections } = link();
  it.update();
  it.receive({ ...begin, stun: [] });
  it.receive({ type: 'seat', seq: 5, seat: 1, state: null });
  assert.equal(connections[0]?.connectionState, 'closed');
  it.receive({ ...begin, stun: [] });
  it.close();
  assert.equal(connections[1]?.connectionState, 'closed');
});
