/** A paddle's track from its last aim on: it moves towards its target at PADDLE_SPEED and stops there. */

import { ceilDiv, clamp, floorDiv } from './arithmetic.js';
import { CENTRE_Y, MICROS_PER_SECOND, PADDLE_BOTTOM, PADDLE_SPEED, PADDLE_TOP } from './court.js';

/**
 * @typedef {object} Paddle
 * @property {number} t0 room time of the aim, microseconds; before it the paddle is at y0
 * @property {number} y0 the paddle centre's y at t0, su
 * @property {number} target where the centre is going, su
 */

/** No paddle needs longer from end to end; it keeps every product below 2^53 however long a paddle has rested. */
const LONGEST_WAY = ceilDiv((PADDLE_BOTTOM - PADDLE_TOP) * MICROS_PER_SECOND, PADDLE_SPEED);

/** @param {number} t @returns {Paddle} a paddle that rests in the middle from that room time on */
export function centredPaddle(t) {
  return { t0: t, y0: CENTRE_Y, target: CENTRE_Y };
}

/** @param {Paddle} paddle @param {number} t room time, integer microseconds @returns {number} the centre's y in su */
export function paddleY(paddle, t) {
  const moving = clamp(t - paddle.t0, 0, LONGEST_WAY);
  const way = Math.min(Math.abs(paddle.target - paddle.y0), floorDiv(PADDLE_SPEED * moving, MICROS_PER_SECOND));
  return paddle.target < paddle.y0 ? paddle.y0 - way : paddle.y0 + way;
}

/**
 * @param {Paddle} paddle
 * @param {number} t room time, integer microseconds
 * @param {number} target integer su; off the court it is moved to the nearest end
 * @returns {Paddle} the track after an aim at that room time
 */
export function aimPaddle(paddle, t, target) {
  return { t0: t, y0: paddleY(paddle, t), target: clamp(target, PADDLE_TOP, PADDLE_BOTTOM) };
}
