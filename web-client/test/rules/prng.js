/** Marsaglia's xorshift32, the same as Prng.java. */
export class Prng {
  #state;

  /** @param {number} seed 32 bits, anything but 0 */
  constructor(seed) {
    this.#state = seed | 0;
  }

  /** @returns {number} a signed 32-bit integer */
  next() {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return this.#state;
  }

  /** @param {number} bound from 1 to 2^21 @returns {number} from 0 to bound - 1 */
  below(bound) {
    return Math.floor(((this.next() >>> 0) * bound) / 2 ** 32);
  }
}
