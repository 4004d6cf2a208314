/** The first leg of a rally: from the middle of the court, height and angle by dice, to the one who conceded. */

import { vxOf, vyOf } from './angles.js';
import { CENTRE_X, HEIGHT, LEFT, RIGHT } from './court.js';
import { roll } from './dice.js';
import { speedAfterHits } from './speeds.js';

/** @typedef {import('./court.js').Seat} Seat */
/** @typedef {import('./ballLeg.js').BallLeg} BallLeg */

const DRAW_HEIGHT = 0;
const DRAW_ANGLE = 1;
const DRAW_SIDE = 2;

/** A serve is at most 30 degrees steep, eight steps of the angle table. */
const STEEPEST_SERVE = 8;

/** @param {number} matchSeed 32 bits @returns {Seat} whom the very first serve of the match flies to */
export function firstServeTowards(matchSeed) {
  return roll(matchSeed, 0, DRAW_SIDE, 2) === 0 ? LEFT : RIGHT;
}

/**
 * @param {number} matchSeed 32 bits, the match's dice
 * @param {number} point points played before this serve; a point served again (a let) is the same ball again
 * @param {number} leg number of the leg
 * @param {number} t0 room time of the serve, microseconds
 * @param {Seat} towards the defender
 * @returns {BallLeg}
 */
export function serveLeg(matchSeed, point, leg, t0, towards) {
  const step = roll(matchSeed, point, DRAW_ANGLE, 2 * STEEPEST_SERVE + 1) - STEEPEST_SERVE;
  const speed = speedAfterHits(0);
  return {
    leg,
    t0,
    x0: CENTRE_X,
    y0: HEIGHT / 4 + roll(matchSeed, point, DRAW_HEIGHT, HEIGHT / 2),
    vx: vxOf(speed, step, towards),
    vy: vyOf(speed, step),
    hits: 0,
  };
}
