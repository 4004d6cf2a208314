/** Pairs by seat. */

/** @import {SeatNumber} from '../../types/protocol.js' */

/**
 * @template T
 * @param {readonly [T, T]} pair
 * @param {SeatNumber} seat
 * @param {T} value
 * @returns {readonly [T, T]}
 */
export function withSeat(pair, seat, value) {
  return seat === 0 ? [value, pair[1]] : [pair[0], value];
}
