/** What is left of a touch for a moment: a squash, a glow, a bin that catches the ball. Times are room time. */

/** @import {SeatNumber} from '../../types/protocol.js' */
/** @import {Frame} from './match.js' */

export const HIT_MICROS = 180_000;
export const BIN_MICROS = 1_100_000;

/**
 * @typedef {object} Effects
 * @property {readonly [number, number]} hits room time of each paddle's last hit
 * @property {number} wall room time of the last bounce
 * @property {{ seat: SeatNumber, y: number, at: number } | null} bin behind whose paddle, at which height
 */

/** @type {Effects} */
export const NO_EFFECTS = Object.freeze({ hits: /** @type {const} */ ([-Infinity, -Infinity]), wall: -Infinity, bin: null });

/** @param {Effects} effects @param {Frame} frame @returns {Effects} */
export function afterFrame(effects, frame) {
  let next = effects.bin !== null && frame.now - effects.bin.at > BIN_MICROS ? { ...effects, bin: null } : effects;
  for (const touch of frame.touches) {
    switch (touch.kind) {
      case 'hit':
        next = { ...next, hits: touch.seat === 0 ? [frame.now, next.hits[1]] : [next.hits[0], frame.now] };
        break;
      case 'wall':
        next = { ...next, wall: frame.now };
        break;
      case 'goal':
        next = { ...next, bin: { seat: touch.seat, y: touch.y, at: frame.now } };
        break;
    }
  }
  return next;
}

/** @param {number} at @param {number} now @param {number} lasts @returns {number} 1 at the touch, falling to 0 */
export function fading(at, now, lasts) {
  return Math.max(0, Math.min(1, 1 - (now - at) / lasts));
}
