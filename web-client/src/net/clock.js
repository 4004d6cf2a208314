/**
 * Room time in the browser: an offset to the page's own clock, from the pings with the smallest round trip of the last
 * few. It slews and never steps while a ball flies, so room time never runs backwards. All in microseconds.
 */

/** How many pings are remembered. */
export const SAMPLES = 16;

/** Slew: room time runs at most this share faster or slower than the page's clock. */
const SLEW = 0.02;

/** A clock that is wrong by more than this is set at once, provided that no ball flies. */
const STEP_AT = 250_000;

/** @typedef {{ rtt: number, offset: number }} Sample */

export class RoomClock {
  /** @type {() => number} */
  #local;
  /** @type {Sample[]} */
  #samples = [];
  /** @type {number | null} */
  #offset = null;
  #target = 0;
  #slewedAt = 0;

  /** @param {() => number} local the page's clock, microseconds, never going back */
  constructor(local) {
    this.#local = local;
  }

  /** @returns {boolean} whether room time is known at all */
  get isSet() {
    return this.#offset !== null;
  }

  /** @returns {number} room time, integer microseconds; before the first sample the page's own time */
  now() {
    const local = this.#local();
    this.#slew(local);
    return Math.max(0, Math.round(local + (this.#offset ?? 0)));
  }

  /** @returns {number} the page's clock as pings carry it, integer microseconds */
  stamp() {
    return Math.round(this.#local());
  }

  /** A first guess from the welcome, good to one way of the line. @param {number} roomTime */
  guess(roomTime) {
    if (this.#offset === null) {
      this.#offset = roomTime - this.#local();
      this.#target = this.#offset;
      this.#slewedAt = this.#local();
    }
  }

  /**
   * @param {number} sentAt the stamp the ping carried
   * @param {number} roomTime the answer's
   * @param {boolean} ballFlies
   */
  pong(sentAt, roomTime, ballFlies) {
    const local = this.#local();
    const rtt = local - sentAt;
    if (rtt < 0) {
      return;
    }
    this.#slew(local);
    const first = this.#samples.length === 0;
    this.#samples.push({ rtt, offset: roomTime - (sentAt + rtt / 2) });
    if (this.#samples.length > SAMPLES) {
      this.#samples.shift();
    }
    this.#target = this.#best().offset;
    const off = this.#offset === null ? Infinity : Math.abs(this.#target - this.#offset);
    if (this.#offset === null || (!ballFlies && (first || off > STEP_AT))) {
      this.#offset = this.#target;
    }
  }

  /** @returns {number} the median round trip; 0 before the first */
  get rtt() {
    return median(this.#samples.map((sample) => sample.rtt));
  }

  /** @returns {number} mean deviation of the round trip from its median */
  get jitter() {
    const middle = this.rtt;
    const deviations = this.#samples.map((sample) => Math.abs(sample.rtt - middle));
    return deviations.reduce((sum, d) => sum + d, 0) / Math.max(1, deviations.length);
  }

  /** @returns {number[]} the last three round trips, newest first */
  get lastThree() {
    return this.#samples.slice(-3).reverse().map((sample) => sample.rtt);
  }

  /** Forgets the line, not the time: what was measured on another connection says nothing of this one. */
  newLine() {
    this.#samples = [];
  }

  /** @returns {Sample} */
  #best() {
    return this.#samples.reduce((best, sample) => (sample.rtt < best.rtt ? sample : best));
  }

  /** @param {number} local */
  #slew(local) {
    if (this.#offset === null) {
      return;
    }
    const most = Math.max(0, local - this.#slewedAt) * SLEW;
    const missing = this.#target - this.#offset;
    this.#offset += Math.max(-most, Math.min(most, missing));
    this.#slewedAt = local;
  }
}

/** @param {number[]} values @returns {number} */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length === 0 ? 0 : /** @type {number} */ (sorted[Math.floor(sorted.length / 2)]);
}
