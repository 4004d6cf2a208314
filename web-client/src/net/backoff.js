/** How long to wait before the next try: the first within 250 ms, then doubling with jitter up to 4 s. */

const FIRST_MS = 250;
const LONGEST_MS = 4_000;

export class Backoff {
  #tries = 0;
  /** @type {() => number} */
  #random;

  /** @param {() => number} random from 0 to below 1 */
  constructor(random) {
    this.#random = random;
  }

  /** @returns {number} milliseconds to wait; grows with every call */
  next() {
    const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#tries);
    const least = this.#tries === 0 ? 0 : bound / 2;
    this.#tries = Math.min(this.#tries + 1, 10);
    return least + this.#random() * (bound - least);
  }

  get tries() {
    return this.#tries;
  }

  reset() {
    this.#tries = 0;
  }
}
