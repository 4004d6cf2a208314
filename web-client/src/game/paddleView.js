/** The other's paddle: its announced tracks, drawn D late, following at a bounded speed so that it never jumps. */

import { CENTRE_Y, MICROS_PER_SECOND, PADDLE_SPEED, paddleY } from './rules/index.js';

/** @import {PaddleData} from '../../types/protocol.js' */

/** As many tracks as can come within the longest delay. */
const TRACKS_KEPT = 16;
/** What came late is made good this much faster than a paddle can move. */
const HURRY = 2.5;

export class PaddleView {
  /** @type {PaddleData[]} */
  #tracks = [];
  /** @type {PaddleData | null} */
  #newest = null;
  /** @type {number | null} */
  #shown = null;
  #drawnAt = 0;

  /** @param {PaddleData | null} track null: back to the middle */
  accept(track) {
    if (track === this.#newest) {
      return;
    }
    this.#newest = track;
    this.#tracks = track === null ? [] : [...this.#tracks, track].slice(-TRACKS_KEPT);
  }

  /** Begins again, without a way from where it was. */
  reset() {
    this.#tracks = [];
    this.#newest = null;
    this.#shown = null;
  }

  /** @param {number} now room time @param {number} t room time to draw @returns {number} the centre's y, su */
  frame(now, t) {
    const track = this.#tracks.findLast((each) => each.t <= t) ?? this.#tracks[0];
    const y = track === undefined ? CENTRE_Y : paddleY({ t0: track.t, y0: track.y, target: track.target }, Math.round(t));
    const elapsed = Math.max(0, now - this.#drawnAt);
    this.#drawnAt = now;
    if (this.#shown === null) {
      this.#shown = y;
    } else {
      const most = (PADDLE_SPEED * HURRY * elapsed) / MICROS_PER_SECOND;
      this.#shown += Math.max(-most, Math.min(most, y - this.#shown));
    }
    return this.#shown;
  }
}
