import assert from 'node:assert/strict';
import test, { afterEach, beforeEach, mock } from 'node:test';
import { Pilot } from '../../src/game/pilot.js';
import { UNKNOWN_ROOM, reduceRoom } from '../../src/game/roomState.js';
import { CENTRE_Y, PADDLE_BOTTOM, PADDLE_TOP, crossingTime, paddleY, verdictOf } from '../../src/game/rules/index.js';
import { legToLeft, welcome } from '../messages.js';

/** @import {ClientMessage, LegData, ServerMessage} from '../../types/protocol.js' */
/** @import {Verdict} from '../../src/game/rules/index.js' */

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

/** A pilot of the left seat with the ball of `leg` on its way. @param {LegData} [leg] */
function flight(leg = legToLeft()) {
  const room = { now: 0 };
  /** @type {any[]} */
  const sent = [];
  /** @type {Verdict[]} */
  const verdicts = [];
  const pilot = new Pilot(0, {
    now: () => room.now,
    send: (/** @type {ClientMessage} */ message) => sent.push(message) > 0,
    onVerdict: (_, verdict) => verdicts.push(verdict),
  });
  let state = UNKNOWN_ROOM;
  const hear = (/** @type {ServerMessage} */ message) => {
    state = reduceRoom(state, message);
    pilot.sync(state);
  };
  hear(welcome());
  hear({ type: 'countdown', seq: 11, match: 'm', at: leg.t0 });
  hear({ type: 'leg', seq: 12, ...leg });
  const fly = (/** @type {number} */ until, every = 16_667) => {
    while (room.now < until) {
      room.now += every;
      pilot.tick();
    }
  };
  return { room, sent, verdicts, pilot, hear, fly, of: (/** @type {string} */ type) => sent.filter((m) => m.type === type) };
}

test('a key moves the paddle at once, and letting go stops it where it is', () => {
  const { room, pilot, of } = flight();
  room.now = 1_000_000;
  pilot.shownY(room.now);
  pilot.press(-1);
  room.now = 1_100_000;
  const y = Math.round(pilot.shownY(room.now));
  pilot.press(0);
  assert.deepEqual(of('aim'), [
    { type: 'aim', t: 1_000_000, target: PADDLE_TOP },
    { type: 'aim', t: 1_100_000, target: y },
  ]);
});

test('a hand is told thirty times a second at most', () => {
  const { pilot, fly, of, room } = flight(legToLeft({ vx: 819_200 }));
  fly(1_000_000);
  const before = of('aim').length;
  for (let i = 0; i < 60; i += 1) {
    pilot.point(CENTRE_Y + i * 1_000);
    fly(room.now + 10_000, 10_000);
  }
  assert.ok(of('aim').length - before <= 19, String(of('aim').length - before));
});

test('after a new connection it says again where it aims, and that its track is final', () => {
  const { pilot, fly, of, room } = flight();
  fly(500_000);
  const before = of('aim').length;
  pilot.repeat();
  assert.equal(of('aim').length, before + 1);
  assert.equal(of('commit').length, 0);
  fly(crossingTime(legToLeft()) + 20_000);
  pilot.repeat();
  const commits = of('commit');
  assert.deepEqual(commits.map(({ leg }) => leg), [1, 1]);
  assert.ok(commits.every(({ t }) => t <= room.now));
});

test('just before the crossing each frame counts', () => {
  const { pilot, fly, of, room } = flight();
  fly(crossingTime(legToLeft()) - 140_000);
  const before = of('aim').length;
  for (let i = 1; i <= 5; i += 1) {
    pilot.point(CENTRE_Y + i * 1_000);
    fly(room.now + 16_667);
  }
  assert.equal(of('aim').length - before, 5);
});

test('while the ball comes in there is a sign of life every 100 ms', () => {
  const { fly, of } = flight();
  fly(crossingTime(legToLeft()));
  const stamps = of('aim').map(({ t }) => t).filter((t) => t > legToLeft().t0);
  stamps.slice(1).forEach((t, at) => assert.ok(t - stamps[at] <= 110_000));
  assert.ok(stamps.length > 5);
});

test('while it flies away there is none', () => {
  const { fly, of } = flight(legToLeft({ vx: 819_200 }));
  fly(1_900_000);
  assert.equal(of('aim').length, 0);
});

test('it commits once, at the crossing, and foresees its own hit', () => {
  const { fly, of, verdicts } = flight();
  const tc = crossingTime(legToLeft());
  fly(tc + 200_000);
  assert.equal(of('commit').length, 1);
  assert.equal(of('commit')[0].leg, 1);
  assert.ok(of('commit')[0].t >= tc);
  assert.deepEqual(verdicts, [verdictOf(legToLeft(), { t0: 0, y0: CENTRE_Y, target: CENTRE_Y })]);
});

test('it commits without a frame too', () => {
  const { room, of } = flight();
  const tc = crossingTime(legToLeft());
  room.now = tc - 500;
  mock.timers.tick(Math.ceil(tc / 1_000) + 2);
  assert.equal(of('commit').length, 1);
  assert.ok(of('commit')[0].t >= tc);
});

test('an aim after the crossing does not change the verdict', () => {
  const { room, pilot, verdicts } = flight();
  room.now = crossingTime(legToLeft()) + 5_000;
  pilot.press(1);
  assert.equal(verdicts.length, 1);
  assert.equal(verdicts[0]?.kind, 'hit');
});

test('stamps never go back, even if the clock does', () => {
  const { room, pilot, sent } = flight();
  for (const now of [1_000_000, 990_000, 1_005_000, 900_000]) {
    room.now = now;
    pilot.press(now % 2 === 0 ? 1 : -1);
    pilot.press(0);
  }
  const stamps = sent.map(({ t }) => t);
  assert.deepEqual(stamps, stamps.toSorted((a, b) => a - b));
});

test('in a pause nothing moves and nothing is sent, and a leg that comes in again is committed again', () => {
  const { room, pilot, hear, fly, sent, of } = flight();
  const leg = legToLeft();
  fly(crossingTime(leg) + 20_000);
  const pausedAt = crossingTime(leg) - 10_000;
  hear({ type: 'paused', seq: 13, seat: 1, reason: 'away', at: pausedAt, until: 9e9 });
  const before = sent.length;
  pilot.point(PADDLE_BOTTOM);
  fly(room.now + 500_000);
  assert.equal(sent.length, before);
  const shift = 2_000_000;
  hear({ type: 'resumed', seq: 14, at: pausedAt + shift });
  hear({ type: 'leg', seq: 15, ...leg, t0: leg.t0 + shift });
  fly(crossingTime(leg) + shift + 20_000);
  assert.equal(of('commit').length, 2);
});

test('a snapshot puts the paddle where the referee has it', () => {
  const { room, pilot, hear } = flight();
  room.now = 5_000_000;
  const told = { t: 4_000_000, y: PADDLE_TOP, target: PADDLE_BOTTOM };
  const board = { type: /** @type {const} */ ('pong'), leg: null, paddles: /** @type {any} */ ([told, told]) };
  const fresh = welcome();
  hear({ ...fresh, snapshot: fresh.snapshot && { ...fresh.snapshot, phase: 'rally', board } });
  assert.equal(pilot.shownY(room.now), paddleY({ t0: told.t, y0: told.y, target: told.target }, room.now));
});
