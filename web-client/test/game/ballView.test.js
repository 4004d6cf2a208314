import assert from 'node:assert/strict';
import test from 'node:test';
import { BallView } from '../../src/game/ballView.js';
import { LEFT_X, RIGHT_X, centredPaddle, crossingTime, verdictOf } from '../../src/game/rules/index.js';
import { legToLeft } from '../messages.js';

/** @import {LegData} from '../../types/protocol.js' */
/** @import {Touch} from '../../src/game/ballView.js' */

const D = 80_000;
const FRAME = 16_667;
const served = legToLeft({ vy: 60_000 });

/** @param {LegData} leg */
function hitOf(leg) {
  const verdict = verdictOf(leg, { ...centredPaddle(0), y0: 524_288 });
  assert.equal(verdict.kind, 'hit');
  return /** @type {{ next: LegData }} */ (verdict).next;
}

/** Draws frame by frame and tells the longest step and the touches. */
function drawing(seat = /** @type {0 | 1} */ (0)) {
  const view = new BallView();
  /** @type {Touch[]} */
  const touches = [];
  let last = /** @type {{ x: number, y: number } | null} */ (null);
  let longest = 0;
  /** @param {number} from @param {number} to @param {(t: number) => number} [clock] */
  const draw = (from, to, clock = (t) => t) => {
    for (let t = from; t < to; t += FRAME) {
      const { ball, touches: fresh } = view.frame(t, clock(t), D, seat);
      touches.push(...fresh);
      if (ball !== null && last !== null) {
        longest = Math.max(longest, Math.hypot(ball.x - last.x, ball.y - last.y));
      }
      last = ball;
    }
    return last;
  };
  return { view, draw, touches, longest: () => longest };
}

/** A frame's flight at the top speed of these legs, with what the filter adds to it, su. */
const STEP = 1_100_000 * (FRAME / 1e6) * 1.25;

test('a hit of mine flows on without a step, and its announcement changes nothing', () => {
  const { view, draw, longest, touches } = drawing();
  const next = hitOf(served);
  view.accept(served);
  draw(0, crossingTime(served));
  view.accept(next);
  draw(crossingTime(served), crossingTime(served) + 300_000);
  view.accept({ ...next });
  draw(crossingTime(served) + 300_000, crossingTime(served) + 600_000);
  assert.ok(longest() < STEP, `${longest()} su in a frame`);
  assert.deepEqual(touches, [{ kind: 'hit', seat: 0 }]);
});

test('at the other’s paddle it waits softly for a late verdict, then flies on without a step', () => {
  const outgoing = { ...served, x0: LEFT_X, vx: 819_200, vy: 0, y0: 524_288 };
  const { view, draw, longest } = drawing();
  view.accept(outgoing);
  const there = crossingTime(outgoing) + D;
  const waiting = draw(0, there + 150_000);
  assert.ok(waiting !== null && waiting.x <= RIGHT_X, 'not past the paddle');
  view.accept(hitOf(outgoing));
  const back = draw(there + 150_000, there + 700_000);
  assert.ok(back !== null && back.x < RIGHT_X - 200_000, 'on its way');
  assert.ok(longest() < STEP * 1.3, `${longest()} su in a frame`);
});

test('a late lag is made good in flight', () => {
  const outgoing = { ...served, x0: LEFT_X, vx: 819_200, vy: 0, y0: 524_288 };
  const late = drawing();
  const prompt = drawing();
  const next = hitOf(outgoing);
  late.view.accept(outgoing);
  prompt.view.accept(outgoing);
  prompt.view.accept(next);
  const there = crossingTime(outgoing) + D;
  late.draw(0, there + 100_000);
  late.view.accept(next);
  const end = crossingTime(next);
  const [a, b] = [late.draw(there + 100_000, end), prompt.draw(0, end)];
  assert.ok(a !== null && b !== null && Math.abs(a.x - b.x) < 30_000);
});

test('a ball that got past flies on behind the paddle, once as a goal', () => {
  const { view, draw, touches } = drawing();
  view.accept(served);
  draw(0, crossingTime(served));
  view.miss(served.leg);
  const gone = draw(crossingTime(served), crossingTime(served) + 100_000);
  assert.ok(gone !== null && gone.x < LEFT_X);
  assert.deepEqual(touches.map(({ kind }) => kind), ['goal']);
});

test('a hit that was none after all glides, it does not jump', () => {
  const { view, draw, longest } = drawing();
  view.accept(served);
  draw(0, crossingTime(served));
  view.miss(served.leg);
  draw(crossingTime(served), crossingTime(served) + 90_000);
  view.accept(hitOf(served));
  draw(crossingTime(served) + 90_000, crossingTime(served) + 500_000);
  assert.ok(longest() < STEP * 3, `${longest()} su in a frame`);
});

test('a pause holds it, and the shifted leg goes on from there', () => {
  const { view, draw, longest } = drawing();
  view.accept(served);
  const pausedAt = served.t0 + 400_000;
  const before = draw(0, pausedAt + 60_000, (t) => Math.min(t, pausedAt));
  const held = draw(pausedAt + 60_000, pausedAt + 2_000_000, () => pausedAt);
  assert.deepEqual(held, before);
  view.accept({ ...served, t0: served.t0 + 3_000_000 });
  const goOn = pausedAt + 3_000_000;
  const waits = draw(pausedAt + 2_000_000, goOn, () => goOn);
  assert.ok(waits !== null && before !== null && Math.abs(waits.x - before.x) < 10);
  draw(goOn, goOn + 200_000);
  assert.ok(longest() < STEP);
});

test('before its serve it rests, and a new serve begins in the middle without a glide', () => {
  const { view, draw } = drawing();
  view.accept(served);
  const rests = draw(0, served.t0 - FRAME);
  assert.deepEqual(rests && [rests.x, rests.y], [served.x0, served.y0]);
  draw(served.t0, crossingTime(served));
  view.miss(served.leg);
  draw(crossingTime(served), crossingTime(served) + 300_000);
  const again = { ...served, leg: 2, t0: crossingTime(served) + 400_000 };
  view.accept(again);
  const next = draw(again.t0 + 50_000, again.t0 + 60_000);
  assert.ok(next !== null && Math.abs(next.x - again.x0) < 50_000);
});

test('each bounce off a wall is told once', () => {
  const { view, draw, touches } = drawing();
  const steep = legToLeft({ vx: -409_600, vy: 700_000 });
  view.accept(steep);
  draw(0, crossingTime(steep));
  const walls = touches.filter(({ kind }) => kind === 'wall').length;
  assert.ok(walls >= 1 && walls <= 2, String(walls));
});

test('the first leg of another match replaces the last of the one before', () => {
  const { view, draw } = drawing();
  view.accept({ ...served, leg: 41 });
  draw(0, 50_000);
  view.accept({ ...served, leg: 1, t0: 9_000_000 });
  const ball = draw(8_000_000, 8_050_000);
  assert.equal(ball && /** @type {any} */ (ball).leg.leg, 1);
});
