/**
 * The ball's flight from one touch to the next, as a function of time. Walls are folded in analytically (a triangle
 * wave), so a wall is no event; the leg ends at its crossing time.
 */

import { ceilDiv, clamp, floorDiv, floorMod } from './arithmetic.js';
import { BALL_BOTTOM, BALL_TOP, LEFT, MICROS_PER_SECOND, RIGHT, planeX } from './court.js';

/** @typedef {import('./court.js').Seat} Seat */

/**
 * @typedef {object} BallLeg
 * @property {number} leg number of this leg in the match, from 1, growing by one
 * @property {number} t0 room time at which it begins, microseconds; before it the ball rests at its start
 * @property {number} x0 start, su
 * @property {number} y0 start, su, within the walls
 * @property {number} vx su per second, positive to the right, never 0
 * @property {number} vy su per second, positive downwards, before any wall
 * @property {number} hits paddle hits since the serve, at most MAX_HITS; it decides the speed after the next hit
 */

/** One byte on the wire. The speed has reached its cap long before, so counting on would change nothing. */
export const MAX_HITS = 255;

/** Positions are computed up to an hour into a leg; it keeps every product below 2^53 whatever time is asked for. */
const LONGEST_FLIGHT = 3_600 * MICROS_PER_SECOND;

/** @param {BallLeg} leg @param {number} t @returns {number} microseconds */
function flown(leg, t) {
  return clamp(t - leg.t0, 0, LONGEST_FLIGHT);
}

/** @param {BallLeg} leg @returns {Seat} the seat this ball flies to */
export function defenderOf(leg) {
  return leg.vx < 0 ? LEFT : RIGHT;
}

/** @param {BallLeg} leg @returns {number} the first room time at which the ball's centre is at or past the plane */
export function crossingTime(leg) {
  const distance = Math.abs(planeX(defenderOf(leg)) - leg.x0);
  return leg.t0 + ceilDiv(distance * MICROS_PER_SECOND, Math.abs(leg.vx));
}

/**
 * @param {BallLeg} leg
 * @param {number} t room time, integer microseconds
 * @returns {number} the ball centre's x in su; a missed ball flies on past the plane and off the court
 */
export function ballX(leg, t) {
  return leg.x0 + floorDiv(leg.vx * flown(leg, t), MICROS_PER_SECOND);
}

/**
 * @param {BallLeg} leg
 * @param {number} t room time, integer microseconds
 * @returns {number} the ball centre's y in su, folded between the walls
 */
export function ballY(leg, t) {
  const span = BALL_BOTTOM - BALL_TOP;
  const unfolded = leg.y0 - BALL_TOP + floorDiv(leg.vy * flown(leg, t), MICROS_PER_SECOND);
  const phase = floorMod(unfolded, 2 * span);
  return BALL_TOP + (phase <= span ? phase : 2 * span - phase);
}
