/**
 * A local perception filter (Sharkey, Ryan and Roberts 1998): the ball is drawn at room time minus `D * p`, with p from 0
 * at my paddle to 1 at the other's. So my hits are instant, and when the drawn ball reaches the other's paddle the
 * verdict of there has arrived.
 */

import { LEFT, LEFT_X, MICROS_PER_SECOND, RIGHT_X } from './rules/index.js';

/** @import {LegData, SeatNumber} from '../../types/protocol.js' */

const PATH = RIGHT_X - LEFT_X;

const LEAST_DELAY = 20_000;
/** Past this a line is too slow to hide; the ball then waits at the paddle. */
const MOST_DELAY = 300_000;

/** How fast the delay itself may change, microseconds per microsecond. */
const DELAY_SLEW = 0.05;

/**
 * @param {number} myRtt microseconds
 * @param {number} othersRtt
 * @param {number} jitter of both
 * @returns {number} D, microseconds
 */
export function perceptionDelay(myRtt, othersRtt, jitter) {
  return Math.max(LEAST_DELAY, Math.min(MOST_DELAY, (myRtt + othersRtt) / 2 + jitter));
}

/** @param {number} delay @param {number} wanted @param {number} elapsed microseconds @returns {number} */
export function slewDelay(delay, wanted, elapsed) {
  const most = Math.max(0, elapsed) * DELAY_SLEW;
  return delay + Math.max(-most, Math.min(most, wanted - delay));
}

/** @param {number} x su @param {SeatNumber | null} seat who looks, null for a spectator @returns {number} p, 0 to 1 */
export function remoteness(x, seat) {
  if (seat === null) {
    return 1;
  }
  const fromLeft = Math.max(0, Math.min(1, (x - LEFT_X) / PATH));
  return seat === LEFT ? fromLeft : 1 - fromLeft;
}

/**
 * Along a leg p is linear in time, so `shown = t - D * p(shown)` has one solution.
 * @param {LegData} leg
 * @param {number} t room time
 * @param {number} delay D
 * @param {SeatNumber | null} seat
 * @returns {number} how long the drawn ball has flown on this leg, microseconds; negative before it begins
 */
export function shownFlight(leg, t, delay, seat) {
  const perMicro = seat === null ? 0 : leg.vx / (PATH * MICROS_PER_SECOND);
  const away = seat === LEFT ? perMicro : -perMicro;
  return (t - leg.t0 - delay * remoteness(leg.x0, seat)) / (1 + delay * away);
}

/**
 * The inverse of `shownFlight`.
 * @param {LegData} leg
 * @param {number} flown microseconds
 * @param {number} delay D
 * @param {SeatNumber | null} seat
 * @returns {number} the room time at which the drawn ball has flown that long
 */
export function timeOfFlight(leg, flown, delay, seat) {
  const perMicro = seat === null ? 0 : leg.vx / (PATH * MICROS_PER_SECOND);
  const away = seat === LEFT ? perMicro : -perMicro;
  return leg.t0 + delay * remoteness(leg.x0, seat) + flown * (1 + delay * away);
}
