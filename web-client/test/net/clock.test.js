import assert from 'node:assert/strict';
import test from 'node:test';
import { RoomClock } from '../../src/net/clock.js';

const AHEAD = 7_000_000;

/** A page's clock, and a room whose time is ahead of it. */
function line() {
  const page = { now: 1_000_000 };
  const clock = new RoomClock(() => page.now);
  /** @param {number} there one way, microseconds @param {number} back @param {boolean} [ballFlies] */
  const ping = (there, back, ballFlies = false) => {
    const sentAt = clock.stamp();
    page.now += there;
    const roomTime = page.now + AHEAD;
    page.now += back;
    clock.pong(sentAt, roomTime, ballFlies);
  };
  return { page, clock, ping, error: () => clock.now() - (page.now + AHEAD) };
}

test('an even line gives the exact room time', () => {
  const { ping, error } = line();
  ping(20_000, 20_000);
  assert.equal(error(), 0);
});

test('the sample with the smallest round trip counts', () => {
  const { ping, error } = line();
  ping(10_000, 10_000);
  ping(90_000, 10_000);
  ping(10_000, 200_000);
  assert.equal(error(), 0);
});

test('a sample older than the last sixteen is forgotten', () => {
  const { page, ping, error } = line();
  ping(1_000, 9_000);
  assert.equal(error(), -4_000);
  for (let i = 0; i < 16; i += 1) {
    ping(20_000, 20_000);
  }
  page.now += 1_000_000;
  assert.equal(error(), 0);
});

test('before the first sample a welcome is a guess', () => {
  const { page, clock, error } = line();
  clock.guess(page.now + AHEAD - 30_000);
  assert.equal(error(), -30_000);
});

test('while a ball flies it slews and never steps, nor runs backwards', () => {
  const { page, clock, ping } = line();
  clock.guess(page.now + AHEAD + 100_000);
  const before = clock.now();
  ping(0, 0, true);
  let last = before;
  for (let i = 0; i < 100; i += 1) {
    page.now += 16_000;
    const now = clock.now();
    assert.ok(now > last, 'runs forward');
    assert.ok(Math.abs(now - last - 16_000) <= 16_000 * 0.02 + 1, 'by two per cent at most');
    last = now;
  }
});

test('with no ball in flight the first sample sets it at once', () => {
  const { page, clock, ping, error } = line();
  clock.guess(page.now + AHEAD + 60_000);
  ping(5_000, 5_000);
  assert.equal(error(), 0);
});

test('round trip and jitter are those of the line', () => {
  const { clock, ping } = line();
  for (const oneWay of [10_000, 10_000, 16_000]) {
    ping(oneWay, oneWay);
  }
  assert.equal(clock.rtt, 20_000);
  assert.equal(clock.jitter, 4_000);
  assert.deepEqual(clock.lastThree, [32_000, 20_000, 20_000]);
  clock.newLine();
  assert.deepEqual(clock.lastThree, []);
});
