/** The points of a match: to TARGET, LEAD ahead, at most MOST (who has them wins, even by one). */

import { LEFT, RIGHT } from './court.js';

/** @typedef {import('./court.js').Seat} Seat */

/**
 * @typedef {object} Score
 * @property {number} left
 * @property {number} right
 */

export const TARGET = 11;
export const LEAD = 2;
export const MOST = 21;

/** @type {Readonly<Score>} */
export const NO_POINTS = Object.freeze({ left: 0, right: 0 });

/** @param {Score} score @param {Seat} scorer @returns {Score} the score after a point for that seat */
export function scoreAfter(score, scorer) {
  return scorer === LEFT ? { ...score, left: score.left + 1 } : { ...score, right: score.right + 1 };
}

/** @param {Score} score @returns {Seat | undefined} who has won; undefined while the match goes on */
export function winnerOf({ left, right }) {
  const most = Math.max(left, right);
  const ahead = most >= TARGET && Math.abs(left - right) >= LEAD;
  if (!ahead && most < MOST) {
    return undefined;
  }
  return left > right ? LEFT : RIGHT;
}
