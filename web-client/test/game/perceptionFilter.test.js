import assert from 'node:assert/strict';
import test from 'node:test';
import { perceptionDelay, remoteness, shownFlight, slewDelay, timeOfFlight } from '../../src/game/perceptionFilter.js';
import { LEFT_X, RIGHT_X, ballX, crossingTime } from '../../src/game/rules/index.js';
import { legToLeft } from '../messages.js';

const D = 80_000;
const toMe = legToLeft({ x0: RIGHT_X });
const toOther = legToLeft({ x0: LEFT_X, vx: 819_200 });

test('at my paddle the ball is drawn now, at the other’s D late', () => {
  assert.equal(shownFlight(toMe, toMe.t0 + D, D, 0), 0);
  const tc = crossingTime(toMe);
  assert.ok(Math.abs(shownFlight(toMe, tc, D, 0) - (tc - toMe.t0)) < 2);
  assert.equal(shownFlight(toOther, toOther.t0, D, 0), 0);
  const there = crossingTime(toOther);
  assert.ok(Math.abs(shownFlight(toOther, there + D, D, 0) - (there - toOther.t0)) < 2);
});

test('everywhere it is drawn at room time minus D times p', () => {
  for (const leg of [toMe, toOther]) {
    for (let t = leg.t0 + D; t < crossingTime(leg); t += 50_000) {
      const flown = shownFlight(leg, t, D, 0);
      const p = remoteness(ballX(leg, leg.t0 + Math.round(flown)), 0);
      assert.ok(Math.abs(leg.t0 + flown - (t - D * p)) < 5);
    }
  }
});

test('the right seat sees the mirror of it', () => {
  const mirrored = { ...toMe, x0: LEFT_X, vx: -toMe.vx };
  for (let t = toMe.t0; t < crossingTime(toMe); t += 100_000) {
    assert.ok(Math.abs(shownFlight(mirrored, t, D, 1) - shownFlight(toMe, t, D, 0)) < 1e-6);
  }
});

test('one leg ends on the screen when the next begins', () => {
  const next = { ...toOther, leg: 2, t0: crossingTime(toMe) };
  assert.ok(Math.abs(timeOfFlight(toMe, crossingTime(toMe) - toMe.t0, D, 0) - timeOfFlight(next, 0, D, 0)) < 2);
});

test('who watches sees all of it the same time late', () => {
  assert.equal(shownFlight(toMe, toMe.t0 + 500_000, D, null), 420_000);
});

test('time and flight are each other’s inverse', () => {
  for (const seat of /** @type {const} */ ([0, 1, null])) {
    assert.ok(Math.abs(shownFlight(toMe, timeOfFlight(toMe, 300_000, D, seat), D, seat) - 300_000) < 1e-6);
  }
});

test('D is half of both round trips and the jitter, within bounds, and changes slowly', () => {
  assert.equal(perceptionDelay(40_000, 80_000, 5_000), 65_000);
  assert.equal(perceptionDelay(0, 0, 0), 20_000);
  assert.equal(perceptionDelay(900_000, 900_000, 0), 300_000);
  assert.equal(slewDelay(50_000, 100_000, 100_000), 55_000);
  assert.equal(slewDelay(50_000, 51_000, 100_000), 51_000);
  assert.equal(slewDelay(50_000, 10_000, 100_000), 45_000);
});
