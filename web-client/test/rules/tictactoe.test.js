import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CELLS, cellsOf } from '../../src/game/rules/tictactoe/board.js';
import { bestMoves, markAt, playCell, standingOf } from '../../src/game/rules/tictactoe/index.js';
import { golden } from './golden.js';

/** @import {Board} from '../../src/game/rules/tictactoe/index.js' */

test('games of tic-tac-toe go as they do in Java', () => {
  for (const { first, steps, moves } of golden('tictactoe-games.json')) {
    /** @type {Board} */
    let board = { first, moves: [] };
    for (const { seat, cell, refused, standing, best } of steps) {
      const ruling = playCell(board, seat, cell);
      assert.equal('refused' in ruling ? ruling.refused : undefined, refused);
      board = 'board' in ruling ? ruling.board : board;
      assert.deepEqual(standingOf(board), standing);
      assert.deepEqual(bestMoves(board), best);
    }
    assert.deepEqual(board.moves, moves);
  }
});

test('all positions and their best moves are those of Java', () => {
  for (const { first, positions, checksum } of golden('tictactoe-positions.json')) {
    const found = positionsFrom({ first, moves: [] }, new Map());
    let sum = 0;
    for (const [position, board] of found) {
      const best = bestMoves(board).reduce((bits, cell) => bits | (1 << cell), 0);
      sum = (Math.imul(31, (Math.imul(31, sum) + position) | 0) + best) | 0;
    }
    assert.equal(found.size, positions);
    assert.equal(sum, checksum);
  }
});

test('a mark is of who took the cell', () => {
  const board = /** @type {Board} */ ({ first: 1, moves: [4, 0] });
  assert.deepEqual([4, 0, 8].map((cell) => markAt(board, cell)), [1, 0, null]);
});

/** One board for each position, in the order in which it is found first. @param {Board} board @param {Map<number, Board>} found */
function positionsFrom(board, found) {
  const position = (cellsOf(board, 0) << CELLS) | cellsOf(board, 1);
  if (!found.has(position)) {
    found.set(position, board);
    const standing = standingOf(board);
    for (let cell = 0; cell < CELLS && standing.kind === 'open'; cell++) {
      const ruling = playCell(board, standing.turn, cell);
      if ('board' in ruling) {
        positionsFrom(ruling.board, found);
      }
    }
  }
  return found;
}
