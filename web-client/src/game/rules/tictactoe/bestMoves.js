/** Perfect play: win as soon as possible, lose as late as possible. By searching all games from here (negamax). */

import { CELLS, cellsOf, lineIn, numbersOf, otherSeat, standingOf } from './board.js';

/** @import {Board} from './board.js' */

const ALL_CELLS = (1 << CELLS) - 1;

/** @param {Board} board @returns {number[]} the cells than which none is better, ascending; empty when the game is over */
export function bestMoves(board) {
  const standing = standingOf(board);
  if (standing.kind !== 'open') {
    return [];
  }
  const mine = cellsOf(board, standing.turn);
  const theirs = cellsOf(board, otherSeat(standing.turn));
  const values = new Map(numbersOf(ALL_CELLS & ~(mine | theirs)).map((cell) => [cell, -valueOf(theirs, mine | (1 << cell))]));
  const best = Math.max(...values.values());
  return [...values.keys()].filter((cell) => values.get(cell) === best);
}

/**
 * @param {number} mine the cells of who is to move, as bits
 * @param {number} theirs the cells of who has just moved
 * @returns {number} above 0 when who is to move wins, the more the sooner; 0 for a draw; below 0 when he loses
 */
function valueOf(mine, theirs) {
  const free = ALL_CELLS & ~(mine | theirs);
  if (lineIn(theirs) !== 0) {
    return -1 - countOf(free);
  }
  let best = free === 0 ? 0 : -Infinity;
  for (let rest = free; rest !== 0; rest &= rest - 1) {
    best = Math.max(best, -valueOf(theirs, mine | (rest & -rest)));
  }
  return best;
}

/** @param {number} cells as bits */
function countOf(cells) {
  let count = 0;
  for (let rest = cells; rest !== 0; rest &= rest - 1) {
    count += 1;
  }
  return count;
}
