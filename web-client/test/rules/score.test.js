import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEFT, NO_POINTS, RIGHT, scoreAfter, winnerOf } from '../../src/game/rules/index.js';

test('a match is won at eleven, two ahead', () => {
  assert.equal(winnerOf({ left: 11, right: 9 }), LEFT);
  assert.equal(winnerOf({ left: 10, right: 12 }), RIGHT);
  assert.equal(winnerOf({ left: 11, right: 10 }), undefined);
  assert.equal(winnerOf({ left: 10, right: 8 }), undefined);
});

test('a match is won at twenty-one even by one', () => {
  assert.equal(winnerOf({ left: 20, right: 20 }), undefined);
  assert.equal(winnerOf({ left: 20, right: 21 }), RIGHT);
});

test('a point counts for its scorer and leaves the old score alone', () => {
  assert.deepEqual(scoreAfter(NO_POINTS, RIGHT), { left: 0, right: 1 });
  assert.deepEqual({ ...NO_POINTS }, { left: 0, right: 0 });
});
