/**
 * The measures of the court. Lengths are in su (1/1024 court unit), speeds in su per second, times in integer
 * microseconds of room time.
 */

/** @typedef {0 | 1} Seat 0 is left, 1 is right */

export const LEFT = 0;
export const RIGHT = 1;

/** How many su make one court unit, the unit people draw and talk in. */
export const SU_PER_UNIT = 1024;

export const MICROS_PER_SECOND = 1_000_000;

export const WIDTH = 2048 * SU_PER_UNIT;
export const HEIGHT = 1024 * SU_PER_UNIT;
export const CENTRE_X = WIDTH / 2;
export const CENTRE_Y = HEIGHT / 2;

export const BALL_RADIUS = 20 * SU_PER_UNIT;
export const PADDLE_HALF = 104 * SU_PER_UNIT;
export const PADDLE_SPEED = 1100 * SU_PER_UNIT;

/** The ball's centre stays within these two, the walls' planes moved in by its radius. */
export const BALL_TOP = BALL_RADIUS;
export const BALL_BOTTOM = HEIGHT - BALL_RADIUS;

/** A paddle's centre stays within these two. */
export const PADDLE_TOP = PADDLE_HALF;
export const PADDLE_BOTTOM = HEIGHT - PADDLE_HALF;

/** The farthest that ball and paddle centres may be apart, along y, for a hit. */
export const REACH = PADDLE_HALF + BALL_RADIUS;

/** Where the ball's centre is when the ball touches the left paddle's face. */
export const LEFT_X = 72 * SU_PER_UNIT + BALL_RADIUS;
export const RIGHT_X = WIDTH - LEFT_X;

/** @param {Seat} seat @returns {number} the x at which the ball's centre reaches that seat's paddle */
export function planeX(seat) {
  return seat === LEFT ? LEFT_X : RIGHT_X;
}

/** @param {Seat} seat @returns {Seat} */
export function opponentOf(seat) {
  return seat === LEFT ? RIGHT : LEFT;
}
