/**
 * Integer division on Numbers, exact for integers below 2^53 and a positive divisor.
 *
 * Rounding the quotient cannot cheat floor or ceiling: a quotient a / b that is no integer is at least 1 / b away from
 * the next one, and half a unit in its last place is at most |a / b| / 2^53, which is less than 1 / b. Adding 0 turns
 * -0, which division and remainder can give, into 0.
 */

/** @param {number} a @param {number} b positive @returns {number} the greatest integer not above a / b */
export function floorDiv(a, b) {
  return Math.floor(a / b) + 0;
}

/** @param {number} a @param {number} b positive @returns {number} the least integer not below a / b */
export function ceilDiv(a, b) {
  return Math.ceil(a / b) + 0;
}

/** @param {number} a @param {number} b positive @returns {number} from 0 to b - 1 */
export function floorMod(a, b) {
  const remainder = a % b;
  return remainder < 0 ? remainder + b : remainder + 0;
}

/** @param {number} value @param {number} least @param {number} most @returns {number} */
export function clamp(value, least, most) {
  return Math.min(Math.max(value, least), most);
}
