import assert from 'node:assert/strict';
import test, { afterEach, beforeEach, mock } from 'node:test';
import { LobbySocket } from '../../src/net/lobbySocket.js';
import { FakeNetwork } from '../fakeSocket.js';

/** @import {FeedMessage} from '../../types/protocol.js' */

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function feed() {
  const network = new FakeNetwork();
  /** @type {FeedMessage[]} */
  const messages = [];
  /** @type {boolean[]} */
  const live = [];
  /** @type {boolean[]} */
  const asked = [];
  const socket = new LobbySocket({
    token: async (fresh) => {
      asked.push(fresh);
      return 'token';
    },
    open: network.open,
    random: () => 0.5,
    onMessage: (message) => messages.push(message),
    onLive: (is) => live.push(is),
  });
  await settled();
  return { network, socket, messages, live, asked };
}

test('it hands on what the feed says', async () => {
  const { network, messages, live } = await feed();
  network.last.opens();
  network.last.saysData('{"type":"snapshot","version":1,"rooms":[]}');
  network.last.saysData('{"type":"of-tomorrow"}');
  assert.equal(messages.length, 1);
  assert.deepEqual(live, [true]);
});

test('it comes back by itself, with the same token after a cut and a fresh one after a refusal', async () => {
  const { network, live, asked } = await feed();
  network.last.opens();
  network.last.closes(1006);
  assert.deepEqual(live, [false]);
  mock.timers.tick(250);
  await settled();
  assert.equal(network.sockets.length, 2);
  network.last.closes(1006);
  mock.timers.tick(500);
  await settled();
  assert.deepEqual(asked, [false, false, true]);
});

test('closed it stays closed', async () => {
  const { network, socket } = await feed();
  network.last.opens();
  socket.close();
  network.last.closes(1006);
  mock.timers.tick(10_000);
  await settled();
  assert.equal(network.sockets.length, 1);
});
