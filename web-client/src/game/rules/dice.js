import { floorDiv } from './arithmetic.js';

const POINT_STRIDE = 0x9e3779b1;
const DRAW_STRIDE = 0x85ebca77;

/** The finaliser of MurmurHash3 (Austin Appleby, public domain). @param {number} value @returns {number} 32 bits */
function mix(value) {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * Dice without state: the same match seed, point and draw always fall the same.
 *
 * @param {number} matchSeed 32 bits
 * @param {number} point points played before
 * @param {number} draw which of the dice of this point
 * @param {number} sides from 1 to 2^21, so that the product stays below 2^53
 * @returns {number} from 0 to sides - 1
 */
export function roll(matchSeed, point, draw, sides) {
  const mixed = mix(mix((matchSeed + Math.imul(draw, DRAW_STRIDE)) | 0) ^ Math.imul(point, POINT_STRIDE));
  return floorDiv((mixed >>> 0) * sides, 2 ** 32);
}
