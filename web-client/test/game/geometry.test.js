import assert from 'node:assert/strict';
import test from 'node:test';
import { courtDirection, courtY, fitCourt, toScreen } from '../../src/game/geometry.js';
import { CENTRE_Y, HEIGHT, LEFT_X, RIGHT_X, WIDTH } from '../../src/game/rules/index.js';

test('the court keeps its proportions on any screen', () => {
  for (const [width, height] of /** @type {const} */ ([[1180, 820], [390, 844], [844, 390], [500, 500], [3000, 200]])) {
    const court = fitCourt(width, height, 0);
    assert.ok(court.width <= width + 1e-9 && court.height <= height + 1e-9);
    const [long, short] = court.turn === 0 ? [court.width, court.height] : [court.height, court.width];
    assert.ok(Math.abs(long / short - WIDTH / HEIGHT) < 1e-9);
  }
});

test('on an upright phone each plays from the bottom', () => {
  const left = fitCourt(390, 844, 0);
  const right = fitCourt(390, 844, 1);
  assert.ok(toScreen(left, LEFT_X, CENTRE_Y)[1] > left.height * 0.9);
  assert.ok(toScreen(right, RIGHT_X, CENTRE_Y)[1] > right.height * 0.9);
});

test('where a finger is, the paddle goes, whichever way the court lies', () => {
  for (const court of [fitCourt(1180, 820, 0), fitCourt(390, 844, 0), fitCourt(390, 844, 1)]) {
    for (const y of [200_000, 524_288, 900_000]) {
      assert.ok(Math.abs(courtY(court, ...toScreen(court, LEFT_X, y)) - y) < 1e-6);
    }
  }
});

test('a key moves the paddle the way it points on the screen', () => {
  const upright = [fitCourt(390, 844, 0), fitCourt(390, 844, 1)];
  for (const court of upright) {
    const step = courtDirection(court, 'right');
    assert.notEqual(step, 0);
    assert.ok(toScreen(court, LEFT_X, CENTRE_Y + step * 1_000)[0] > toScreen(court, LEFT_X, CENTRE_Y)[0]);
  }
  const wide = fitCourt(1180, 820, 0);
  assert.equal(courtDirection(wide, 'up'), -1);
  assert.equal(courtDirection(wide, 'left'), 0);
});

test('a cover leaves no part of its room free', () => {
  const court = fitCourt(1000, 700, null, 'cover');
  assert.ok(court.width >= 1000 && court.height >= 700);
});
