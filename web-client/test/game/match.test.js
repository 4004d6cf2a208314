import assert from 'node:assert/strict';
import test, { afterEach, beforeEach, mock } from 'node:test';
import { Match } from '../../src/game/match.js';
import { LEVELS } from '../../src/game/levels.js';
import { PracticeRoom, SLIPS } from '../../src/game/practice.js';
import { LEFT_X, MOST, TARGET, ballX } from '../../src/game/rules/index.js';
import { legToLeft, snapshot, welcome } from '../messages.js';

/** @import {SeatNumber, ServerMessage} from '../../types/protocol.js' */

const FRAME = 16_667;

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

test('a connection lost for a moment is not to be seen, one lost for longer stops the picture', () => {
  let now = 0;
  const match = new Match({ now: () => now, line: () => ({ rtt: 0, jitter: 0 }), send: () => true });
  match.receive(welcome());
  match.setConnected(false);
  now = 700_000;
  assert.equal(match.frame().cut, false);
  now = 700_001;
  assert.equal(match.frame().cut, true);
  match.setConnected(true);
  assert.equal(match.frame().cut, false);
});

/** Even dice, the same each time. */
function dice(seed = 1) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

/** A match against the computer over a line that takes `oneWay` there and back. @param {number} oneWay */
function overLine(oneWay) {
  const clock = { now: 0 };
  /** @type {{ at: number, act: () => void }[]} */
  let under = [];
  const later = (/** @type {() => void} */ act) => under.push({ at: clock.now + oneWay, act });
  /** @type {ServerMessage[]} */
  const told = [];
  /** @type {PracticeRoom | null} */
  let room = null;
  const match = new Match({
    now: () => clock.now,
    line: () => ({ rtt: 2 * oneWay, jitter: 0 }),
    send: (message) => later(() => room?.say(message, 0)) > 0,
  });
  room = new PracticeRoom(0, 0.8, {
    now: () => clock.now,
    random: dice(),
    tell: (message) => {
      told.push(message);
      later(() => match.receive(message));
    },
  });
  const practice = room;
  /** Plays on, my paddle following the ball. @param {number} micros @param {(frame: import('../../src/game/match.js').Frame) => void} seen */
  const play = (micros, seen) => {
    for (const end = clock.now + micros; clock.now < end; ) {
      clock.now += FRAME;
      const due = under.filter(({ at }) => at <= clock.now);
      under = under.filter(({ at }) => at > clock.now);
      due.forEach(({ act }) => act());
      practice.tick();
      const frame = match.frame();
      if (frame.ball !== null) {
        match.point(frame.ball.y);
      }
      seen(frame);
    }
  };
  return { clock, match, play, told };
}

for (const oneWay of [0, 30_000, 75_000]) {
  test(`over ${oneWay / 1_000} ms one way a rally is drawn without a jump, and what I foresaw is what was told`, () => {
    const { play, match, told } = overLine(oneWay);
    let last = /** @type {import('../../src/game/match.js').Frame['ball']} */ (null);
    let hits = 0;
    play(25_000_000, ({ ball, touches }) => {
      hits += touches.filter(({ kind }) => kind === 'hit').length;
      if (ball !== null && last !== null && ball.leg.leg === last.leg.leg) {
        const most = (Math.hypot(ball.leg.vx, ball.leg.vy) * FRAME * 1.6) / 1e6 + 2_000;
        assert.ok(Math.hypot(ball.x - last.x, ball.y - last.y) < most, `jump in leg ${ball.leg.leg}`);
      }
      last = ball;
    });
    assert.ok(hits >= 8, `${hits} hits`);
    assert.equal(told.filter(({ type }) => type === 'goal').length, 0);
    assert.deepEqual(match.state.score, [0, 0]);
  });
}

test('my own hit is drawn before the room has told of it', () => {
  const { play, told } = overLine(75_000);
  let foreseen = false;
  play(6_000_000, ({ ball }) => {
    const announced = told.findLast((message) => message.type === 'leg');
    foreseen ||= ball !== null && announced?.type === 'leg' && ball.leg.leg > announced.leg && ball.x > LEFT_X;
  });
  assert.ok(foreseen);
});

test('two computers play whole matches by the rules', () => {
  const clock = { now: 0 };
  /** @type {ServerMessage[]} */
  const told = [];
  const room = new PracticeRoom(null, 2.4, { now: () => clock.now, random: dice(7), tell: (message) => told.push(message) });
  while (told.filter(({ type }) => type === 'countdown').length < 3) {
    clock.now += 5_000;
    room.tick();
    assert.ok(clock.now < 3_600e6, 'within an hour');
  }
  const scores = told.flatMap((message) => (message.type === 'goal' ? [Math.max(...message.score)] : []));
  assert.ok(Math.max(...scores) >= TARGET && Math.max(...scores) <= MOST);
});

test('the stronger the computer, the fewer balls it lets pass', () => {
  const goals = LEVELS.map((level) => {
    const clock = { now: 0 };
    let missed = 0;
    const room = new PracticeRoom(null, SLIPS[level], {
      now: () => clock.now,
      random: dice(3),
      tell: (message) => {
        missed += message.type === 'goal' ? 1 : 0;
      },
    });
    for (; clock.now < 300e6; clock.now += 10_000) {
      room.tick();
    }
    return missed;
  });
  const [easy = 0, medium = 0, hard = 0] = goals;
  assert.ok(easy > 2 * medium && medium > hard, String(goals));
});

test('a lost connection is bridged for a moment, then the picture stands still', () => {
  const { play, match } = overLine(20_000);
  play(3_000_000, () => {});
  match.setConnected(false);
  play(600_000, () => {});
  /** @type {number[]} */
  const xs = [];
  play(300_000, ({ ball }) => xs.push(ball?.x ?? 0));
  assert.equal(new Set(xs.slice(-5).map(Math.round)).size, 1);
});

test('who comes anew during a pause sees the ball where it stood still, and sees it fly on from there', () => {
  const clock = { now: 7_000_000 };
  const match = new Match({ now: () => clock.now, line: () => ({ rtt: 0, jitter: 0 }), fixedDelay: 0, send: () => true });
  const leg = legToLeft();
  const pause = /** @type {const} */ ({ seat: 1, reason: 'away', at: 1_200_000, until: 31_200_000 });
  const still = { t: 0, y: 524_288, target: 524_288 };
  match.receive(welcome({ now: clock.now, snapshot: snapshot({ phase: 'paused', pause, board: { type: 'pong', leg, paddles: [still, still] } }) }));
  const there = ballX(leg, pause.at);
  for (let frame = 0; frame < 20; frame += 1) {
    clock.now += FRAME;
    assert.equal(match.frame().ball?.x, there);
  }
  const at = clock.now + 1_500_000;
  match.receive({ type: 'resumed', seq: 11, at });
  match.receive({ type: 'leg', seq: 12, ...leg, t0: leg.t0 + at - pause.at });
  clock.now += FRAME;
  assert.equal(match.frame().ball?.x, there);
  clock.now = at + 100_000;
  assert.ok(Math.abs((match.frame().ball?.x ?? 0) - ballX(leg, pause.at + 100_000)) < 20_000);
});

test('the seat is known from the welcome', () => {
  const { match, play } = overLine(0);
  play(FRAME, () => {});
  assert.equal(match.seat, /** @type {SeatNumber} */ (0));
});
