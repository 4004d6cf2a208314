/** Asks for a quick match again while its player waits alone, so that two who wait in two rooms find each other. */

/** @import {SeatGrant} from '../../types/protocol.js' */

/** As a rule; each time a little more or less, so that two who came at once do not ask at once for ever. */
const AGAIN_AFTER_MS = 10_000;
const VARIES_BY_MS = 2_000;

/**
 * @typedef {object} QuickSearchOptions
 * @property {string} room where he waits
 * @property {() => boolean} waitsAlone
 * @property {() => Promise<SeatGrant>} ask
 * @property {(grant: SeatGrant) => void} moved somebody has waited longer elsewhere, and the seat beside him is taken
 * @property {() => number} random from 0 to below 1
 */

export class QuickSearch {
  /** @type {QuickSearchOptions} */
  #options;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #next;
  #over = false;

  /** @param {QuickSearchOptions} options */
  constructor(options) {
    this.#options = options;
    this.#wait();
  }

  close() {
    this.#over = true;
    clearTimeout(this.#next);
  }

  #wait() {
    this.#next = setTimeout(() => void this.#ask(), AGAIN_AFTER_MS + (2 * this.#options.random() - 1) * VARIES_BY_MS);
  }

  async #ask() {
    const { room, waitsAlone, ask, moved } = this.#options;
    if (waitsAlone()) {
      try {
        const grant = await ask();
        if (!this.#over && grant.room.id !== room) {
          moved(grant);
          return;
        }
      } catch {
        // He waits where he is; the next time may do.
      }
    }
    if (!this.#over) {
      this.#wait();
    }
  }
}
