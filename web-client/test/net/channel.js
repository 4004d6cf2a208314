/** A room's channel over a network that the test plays, on a clock that the test moves. */

import { afterEach, beforeEach, mock } from 'node:test';
import { RoomSocket } from '../../src/net/roomSocket.js';
import { FakeNetwork } from '../fakeSocket.js';
import { welcome } from '../messages.js';

/** @import {Resume, ServerMessage} from '../../types/protocol.js' */
/** @import {ChannelStatus} from '../../src/net/roomSocket.js' */

/** @type {number} */
let elapsed;
/** @type {RoomSocket[]} */
let opened;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  elapsed = 0;
  opened = [];
});

afterEach(() => {
  opened.forEach((socket) => socket.close());
  mock.timers.reset();
});

/** @param {number} ms */
export function pass(ms) {
  for (let i = 0; i < ms; i += 10) {
    elapsed += 10;
    mock.timers.tick(10);
  }
}

/** The clock goes on and no timer runs, as in a page that the system froze. @param {number} ms */
export function sleep(ms) {
  elapsed += ms;
}

/** @param {{ ticket?: string | null, resume?: Resume | null, renewTicket?: () => Promise<string> }} [more] */
export function channel(more) {
  const network = new FakeNetwork();
  /** @type {ServerMessage[]} */
  const messages = [];
  /** @type {ChannelStatus[]} */
  const statuses = [];
  /** @type {Resume[]} */
  const progress = [];
  const socket = new RoomSocket({
    path: '/ws/rooms/room',
    ticket: 'ticket',
    resume: null,
    renewTicket: async () => 'another',
    open: network.open,
    stamp: () => elapsed * 1_000,
    random: () => 0.5,
    onMessage: (message) => messages.push(message),
    onStatus: (status) => statuses.push(status),
    onProgress: (resume) => progress.push(resume),
    ...more,
  });
  opened.push(socket);
  const enter = (/** @type {object} */ words = {}) => {
    network.last.opens();
    network.last.says(welcome(words));
  };
  return { network, socket, messages, statuses, progress, enter };
}

export const goal = (/** @type {number} */ seq) => ({ type: 'goal', seq, scorer: 0, score: [1, 0], leg: 3, serveAt: null });
