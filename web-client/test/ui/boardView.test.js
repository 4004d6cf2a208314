import assert from 'node:assert/strict';
import test from 'node:test';
import { cellAfter, placeOf } from '../../src/ui/boardView.js';

test('arrow keys lead from cell to cell and stop at the edges', () => {
  assert.deepEqual(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].map((key) => cellAfter(4, key)), [1, 7, 3, 5]);
  assert.deepEqual(['ArrowUp', 'ArrowLeft'].map((key) => cellAfter(0, key)), [0, 0]);
  assert.deepEqual(['ArrowDown', 'ArrowRight'].map((key) => cellAfter(8, key)), [8, 8]);
  assert.deepEqual(['Home', 'End'].map((key) => cellAfter(4, key)), [3, 5]);
});

test('other keys are left to the page', () => {
  for (const key of ['Enter', ' ', 'Tab', 'Escape', 'a']) {
    assert.equal(cellAfter(4, key), null);
  }
});

test('rows and columns are counted from one', () => {
  assert.deepEqual(placeOf(0), { row: 1, column: 1 });
  assert.deepEqual(placeOf(5), { row: 2, column: 3 });
});
