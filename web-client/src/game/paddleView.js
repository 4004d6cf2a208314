/**
 * The other's paddle: its announced tracks, drawn D late, following at a bounded speed so that it never jumps. Its player may hint
 * at newer ones directly. He may lie: a hint counts only until the room has told of something as new, and for a moment.
 */

import { CENTRE_Y, MICROS_PER_SECOND, PADDLE_BOTTOM, PADDLE_SPEED, PADDLE_TOP, paddleY } from './rules/index.js';

/** @import {PaddleData} from '../../types/protocol.js' */

/** As many tracks as can come within the longest delay. */
const TRACKS_KEPT = 16;
/** How far a hint may lie in the past, and how long it counts. */
const HINT_LIFE = 500_000;
/** Two clocks of one room differ by no more than this. */
const MOST_AHEAD = 100_000;
/** What came late is made good this much faster than a paddle can move. */
const HURRY = 2.5;

export class PaddleView {
  /** @type {PaddleData[]} */
  #tracks = [];
  /** @type {PaddleData[]} newer than any track, in their order */
  #hints = [];
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
    this.#hints = track === null ? [] : this.#hints.filter(({ t }) => t > track.t);
  }

  /** @param {PaddleData} track as its player says @param {number} now room time */
  hint(track, now) {
    const { t, y, target } = track;
    const isNew = t > (this.#hints.at(-1)?.t ?? this.#newest?.t ?? 0);
    if (isNew && t <= now + MOST_AHEAD && t >= now - HINT_LIFE && isOnCourt(y) && isOnCourt(target)) {
      this.#hints = [...this.#hints, track].slice(-TRACKS_KEPT);
    }
  }

  /** Begins again, without a way from where it was. */
  reset() {
    this.#tracks = [];
    this.#hints = [];
    this.#newest = null;
    this.#shown = null;
  }

  /** @param {number} now room time @param {number} t room time to draw @returns {number} the centre's y, su */
  frame(now, t) {
    const hint = this.#hints.findLast((each) => each.t <= t && each.t >= now - HINT_LIFE);
    const track = hint ?? this.#tracks.findLast((each) => each.t <= t) ?? this.#tracks[0];
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

/** @param {number} y su */
function isOnCourt(y) {
  return y >= PADDLE_TOP && y <= PADDLE_BOTTOM;
}
