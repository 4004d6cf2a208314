import assert from 'node:assert/strict';
import test from 'node:test';
import { CHAT_LINES, UNKNOWN_ROOM, reduceRoom } from '../../src/game/roomState.js';
import { ME, OTHER, legToLeft, seated, snapshot, welcome } from '../messages.js';

/** @import {RoomState} from '../../src/game/roomState.js' */
/** @import {Pause, ServerMessage} from '../../types/protocol.js' */

/** @param {ServerMessage[]} messages @param {RoomState} [from] */
const after = (messages, from = UNKNOWN_ROOM) => messages.reduce(reduceRoom, from);
/** @param {number} seq @returns {ServerMessage} */
const leg = (seq, more = {}) => ({ type: 'leg', seq, ...legToLeft(more) });
/** @type {ServerMessage} */
const countdown = { type: 'countdown', seq: 11, match: 'm1', at: 3_000_000 };
/** @type {Pause} */
const PAUSE = { seat: 1, reason: 'away', at: 1_200_000, until: 31_200_000 };
const STILL = { t: 0, y: 524_288, target: 524_288 };
/** @type {ServerMessage} */
const goal = { type: 'goal', seq: 13, scorer: 1, score: [0, 1], leg: 1, serveAt: 9_000_000 };
/** @type {ServerMessage} */
const finished = {
  type: 'finished',
  seq: 14,
  result: { match: 'm1', winner: 1, score: [9, 11], ending: 'played' },
  receipt: {
    sides: [
      { rtt: 1, jitter: 1, creditUsed: 0, inGrace: 0, byDeadline: 0 },
      { rtt: 2, jitter: 2, creditUsed: 0, inGrace: 0, byDeadline: 0 },
    ],
    verdicts: 5,
    longestRally: 7,
  },
};

test('a match goes from waiting over countdown, serve and rally to its result', () => {
  /** @type {[ServerMessage, string][]} */
  const course = [
    [welcome(), 'waiting'],
    [countdown, 'countdown'],
    [leg(12), 'rally'],
    [goal, 'serve'],
    [leg(15, { leg: 2 }), 'rally'],
    [finished, 'finished'],
  ];
  let state = UNKNOWN_ROOM;
  for (const [message, phase] of course) {
    state = reduceRoom(state, message);
    assert.equal(state.phase, phase, message.type);
  }
  assert.deepEqual(state.score, [9, 11]);
  assert.deepEqual(state.receipt, finished.receipt);
});

test('a snapshot replaces all that was known but talk and delays', () => {
  const before = after([
    welcome(),
    countdown,
    leg(12),
    { type: 'chat', seq: 13, from: OTHER, text: 'hi' },
    { type: 'delay', seat: 1, lastThree: [1, 2, 3] },
  ]);
  const state = reduceRoom(before, welcome({ epoch: 2, snapshot: snapshot({ phase: 'serve', score: [3, 4], phaseAt: 77 }) }));
  assert.equal(state.phase, 'serve');
  assert.deepEqual(state.score, [3, 4]);
  assert.equal(state.leg, null);
  assert.equal(state.goAt, 77);
  assert.equal(state.chat.length, 1);
  assert.deepEqual(state.delays[1], [1, 2, 3]);
  assert.equal(state.snapshots, before.snapshots + 1);
});

test('a welcome that recovered keeps the picture, and the missing tail goes on from it', () => {
  const before = after([welcome(), countdown, leg(12)]);
  const resumed = reduceRoom(before, welcome({ recovered: true, snapshot: null, epoch: 2 }));
  assert.equal(resumed.leg, before.leg);
  const state = after([goal, leg(14, { leg: 2 })], resumed);
  assert.deepEqual(state.score, [0, 1]);
  assert.equal(state.leg?.leg, 2);
});

test('a tail alone, from the first message on, gives the same room', () => {
  const state = after([
    welcome({ recovered: true, snapshot: null }),
    { type: 'seat', seq: 1, seat: 0, state: seated() },
    { type: 'seat', seq: 2, seat: 1, state: seated({ player: OTHER, ready: true }) },
    countdown,
    leg(12),
  ]);
  assert.equal(state.seats[1]?.player.name, 'Bin4');
  assert.equal(state.phase, 'rally');
});

test('a goal takes the ball away and says whom it got past', () => {
  const state = after([welcome(), countdown, leg(12), goal]);
  assert.equal(state.leg, null);
  assert.deepEqual(state.missed, { leg: 1, scorer: 1 });
  assert.equal(state.goAt, 9_000_000);
  assert.equal(reduceRoom(state, leg(14, { leg: 2 })).missed, null);
});

test('a pause freezes the phase, and play goes on from the same leg, shifted', () => {
  const paused = after([welcome(), countdown, leg(12), { type: 'paused', seq: 13, seat: 1, reason: 'away', at: 5, until: 30 }]);
  assert.equal(paused.phase, 'paused');
  assert.deepEqual(paused.paused, { seat: 1, reason: 'away', at: 5, until: 30 });
  const resumed = reduceRoom(paused, { type: 'resumed', seq: 14, at: 40 });
  assert.equal(resumed.paused, null);
  assert.equal(resumed.heldUntil, 40);
  assert.equal(resumed.phase, 'rally');
  const shifted = reduceRoom(resumed, leg(15, { t0: 1_000_035 }));
  assert.equal(shifted.leg?.t0, 1_000_035);
});

test('a snapshot in a pause is the pause as it was told', () => {
  const told = { type: /** @type {const} */ ('paused'), seq: 13, ...PAUSE };
  const looking = after([welcome(), countdown, leg(12), told]);
  const anew = after([welcome({ now: 7_000_000, snapshot: snapshot({ phase: 'paused', pause: PAUSE }) })]);
  assert.deepEqual(anew.paused, PAUSE);
  assert.deepEqual(anew.paused, looking.paused);
});

test('a snapshot between a pause and its end holds the ball until play goes on', () => {
  const soon = snapshot({ phase: 'rally', phaseAt: 8_500_000, board: { type: 'pong', leg: legToLeft(), paddles: [STILL, STILL] } });
  const state = after([welcome({ now: 7_000_000, snapshot: soon })]);
  assert.equal(state.heldUntil, 8_500_000);
  assert.equal(state.goAt, 8_500_000);
});

test('being ready is used up by the match it began', () => {
  const state = after([welcome({ snapshot: snapshot({ seats: [seated({ ready: true }), seated({ ready: true })] }) }), countdown]);
  assert.deepEqual(state.seats.map((seat) => seat?.ready), [false, false]);
});

test('who leaves before the start makes the room wait again', () => {
  const state = after([welcome(), countdown, { type: 'seat', seq: 12, seat: 1, state: null }]);
  assert.equal(state.phase, 'waiting');
  assert.equal(state.goAt, null);
});

test('who leaves after the end takes the rematch along, and the result stays', () => {
  const state = after([welcome(), countdown, finished, { type: 'rematch', seq: 15, seat: 1 }]);
  assert.deepEqual(state.rematch, [false, true]);
  const left = reduceRoom(state, { type: 'seat', seq: 16, seat: 1, state: null });
  assert.deepEqual(left.rematch, [false, false]);
  assert.equal(left.phase, 'waiting');
  assert.notEqual(left.result, null);
});

test('the next countdown forgets the last match', () => {
  const state = after([welcome(), countdown, leg(12), goal, finished, { ...countdown, seq: 16, match: 'm2' }]);
  assert.deepEqual([state.score, state.result, state.leg, state.missed], [[0, 0], null, null, null]);
});

test('chat keeps the newest lines only', () => {
  let state = after([welcome()]);
  for (let seq = 11; seq < 11 + CHAT_LINES + 5; seq += 1) {
    state = reduceRoom(state, { type: 'chat', seq, from: ME, text: String(seq) });
  }
  assert.equal(state.chat.length, CHAT_LINES);
  assert.equal(state.chat.at(-1)?.text, String(10 + CHAT_LINES + 5));
});

test('two emotes alike are two', () => {
  /** @type {ServerMessage} */
  const wow = { type: 'emote', seat: 1, id: 'wow' };
  assert.equal(after([welcome(), wow, wow]).emote?.count, 2);
});

test('what is not about the room changes nothing', () => {
  const state = after([welcome()]);
  assert.equal(reduceRoom(state, { type: 'pong', t: 1, roomTime: 2 }), state);
  assert.equal(reduceRoom(state, { type: 'error', code: 'not-now', temporary: false, message: '' }), state);
  assert.equal(reduceRoom(state, { type: 'moved', reconnectAfterMs: 1 }), state);
});
