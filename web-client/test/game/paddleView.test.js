import assert from 'node:assert/strict';
import test from 'node:test';
import { PaddleView } from '../../src/game/paddleView.js';
import { CENTRE_Y, PADDLE_BOTTOM, PADDLE_TOP } from '../../src/game/rules/index.js';

const NOW = 10_000_000;
const told = { t: NOW - 400_000, y: CENTRE_Y, target: CENTRE_Y };
const hinted = { t: NOW - 100_000, y: PADDLE_TOP, target: PADDLE_TOP };

/** @param {{ t: number, y: number, target: number }[]} hints @param {number} [now] */
function shownWith(hints, now = NOW) {
  const view = new PaddleView();
  view.accept(told);
  hints.forEach((hint) => view.hint(hint, NOW));
  return view.frame(now, now - 50_000);
}

test('a hint is shown where the room has told of nothing as new', () => {
  assert.equal(shownWith([]), CENTRE_Y);
  assert.equal(shownWith([hinted]), PADDLE_TOP);
});

test('the word of the room takes the place of every hint that is not newer', () => {
  const view = new PaddleView();
  view.accept(told);
  view.hint(hinted, NOW);
  view.accept({ ...hinted, y: PADDLE_BOTTOM, target: PADDLE_BOTTOM });
  assert.equal(view.frame(NOW, NOW - 50_000), PADDLE_BOTTOM);
  view.hint({ ...hinted, t: hinted.t - 1 }, NOW);
  assert.equal(view.frame(NOW, NOW - 50_000), PADDLE_BOTTOM);
});

test('a hint that the room never confirms is shown for half a second at most', () => {
  assert.equal(shownWith([hinted], NOW + 390_000), PADDLE_TOP);
  assert.equal(shownWith([hinted], NOW + 410_000), CENTRE_Y);
});

test('a lie about time or place is not listened to', () => {
  for (const lie of [
    { ...hinted, t: NOW + 200_000 },
    { ...hinted, t: NOW - 600_000 },
    { ...hinted, t: told.t },
    { ...hinted, y: PADDLE_TOP - 1 },
    { ...hinted, y: -(2 ** 31) },
    { ...hinted, target: PADDLE_BOTTOM + 1 },
  ]) {
    assert.equal(shownWith([lie]), CENTRE_Y, JSON.stringify(lie));
  }
  assert.equal(shownWith([hinted, { ...hinted, t: hinted.t - 1, y: PADDLE_BOTTOM, target: PADDLE_BOTTOM }]), PADDLE_TOP, 'nor one that goes back');
});
