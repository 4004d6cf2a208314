import assert from 'node:assert/strict';
import test from 'node:test';
import { wayOfPad } from '../../src/ui/gamepad.js';

/** @param {readonly number[]} pressed @param {readonly number[]} axes */
const pad = (pressed, axes) => ({ buttons: Array.from({ length: 16 }, (_, at) => ({ pressed: pressed.includes(at) })), axes });

test('the cross and both sticks steer, the cross first', () => {
  assert.equal(wayOfPad(pad([12], [0, 0, 0, 0])), 'up');
  assert.equal(wayOfPad(pad([15], [0, 1, 0, 0])), 'right');
  assert.equal(wayOfPad(pad([], [0, 0.9, 0, 0])), 'down');
  assert.equal(wayOfPad(pad([], [-0.9, 0, 0, 0])), 'left');
  assert.equal(wayOfPad(pad([], [0, 0, 0, -0.9])), 'up');
});

test('a stick at rest, or a pad with fewer parts, steers nowhere', () => {
  assert.equal(wayOfPad(pad([], [0.2, -0.3, 0, 0])), null);
  assert.equal(wayOfPad({ buttons: [], axes: [] }), null);
});
