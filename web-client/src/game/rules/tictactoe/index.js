/**
 * The rules of tic-tac-toe, the same as those of the Java package io.trashpong.games.tictactoe: pure functions of a board. They
 * know no DOM, no clock and no network. games/golden holds what both must compute.
 */

export { CELLS, SIDE, markAt, otherSeat, playCell, standingOf } from './board.js';
export { bestMoves } from './bestMoves.js';

/** @typedef {import('./board.js').Board} Board */
/** @typedef {import('./board.js').Standing} Standing */
