/**
 * The directions a ball may take: 33 steps of 3.75 degrees from -60 (up) to +60 (down), 0 being level. Sines and
 * cosines are tables, because no two engines promise the same last bit of a trigonometric function.
 */

import { floorDiv } from './arithmetic.js';
import { REACH, RIGHT } from './court.js';

/** @typedef {import('./court.js').Seat} Seat */

/** The steepest step; steps go from -STEEPEST to STEEPEST. */
export const STEEPEST = 16;

const SCALE = 65_536;

/** round(65536 * sin(3.75 degrees * step)) */
const SINE = [
  0, 4286, 8554, 12785, 16962, 21066, 25080, 28986, 32768, 36410, 39896, 43211, 46341, 49273, 51993, 54491, 56756,
];

/** round(65536 * cos(3.75 degrees * step)) */
const COSINE = [
  65536, 65396, 64975, 64277, 63303, 62058, 60547, 58777, 56756, 54491, 51993, 49273, 46341, 43211, 39896, 36410, 32768,
];

/**
 * @param {number} offset ball centre minus paddle centre in su, from -REACH to REACH
 * @returns {number} the step; each covers an equal share of the reach, the middle one being level
 */
export function stepFor(offset) {
  const steps = 2 * STEEPEST + 1;
  const reach = 2 * REACH + 1;
  // Rounded by size, so that a hit above the middle and one below it mirror each other to the last su.
  const size = floorDiv(2 * steps * Math.abs(offset) + reach, 2 * reach);
  return offset < 0 ? -size : size;
}

/**
 * @param {number} speed su per second
 * @param {number} step
 * @param {Seat} towards the seat the ball flies to
 * @returns {number} su per second
 */
export function vxOf(speed, step, towards) {
  const size = floorDiv(speed * COSINE[Math.abs(step)], SCALE);
  return towards === RIGHT ? size : -size;
}

/** @param {number} speed su per second @param {number} step @returns {number} su per second; up and down mirror */
export function vyOf(speed, step) {
  const size = floorDiv(speed * SINE[Math.abs(step)], SCALE);
  return step < 0 ? -size : size;
}
