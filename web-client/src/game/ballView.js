/**
 * The drawn ball. It knows the last few legs, draws them through the perception filter, waits softly where a verdict is
 * late, and mends what turns out otherwise by a glide, so that it never jumps.
 */

import { shownFlight, timeOfFlight } from './perceptionFilter.js';
import { BALL_BOTTOM, BALL_TOP, MICROS_PER_SECOND, ballX, ballY, crossingTime, defenderOf } from './rules/index.js';

/** @import {LegData, SeatNumber} from '../../types/protocol.js' */

/** Of the legs gone by the drawn ball needs the last one or two. */
const LEGS_KEPT = 4;
/** Before an open crossing the ball slows down over this long, and never gets there. */
const SOFT_MICROS = 24_000;
const MOST_LAG = 1_000_000;
/** How fast a lag is made good again, microseconds per microsecond. */
const CATCH_UP = 0.25;
/** A step longer than this, su per frame beyond its own flight, is mended by a glide with this half-life. */
const JUMP = 24 * 1024;
const GLIDE_HALF_LIFE = 45_000;

/** @typedef {{ x: number, y: number }} Point */

/** @typedef {{ kind: 'hit', seat: SeatNumber } | { kind: 'wall' } | { kind: 'goal', seat: SeatNumber, y: number }} Touch */

/**
 * @typedef {object} ShownBall
 * @property {number} x su
 * @property {number} y su
 * @property {LegData} leg
 * @property {number} flown microseconds on this leg
 * @property {boolean} flies false before its serve
 * @property {SeatNumber | null} past whose paddle it got past
 */

export class BallView {
  /** @type {{ leg: LegData, missed: boolean }[]} */
  #legs = [];
  #lag = 0;
  /** How far the ball that waits for a verdict is behind, and which ball that is. */
  #soft = { lag: 0, leg: 0 };
  #drawnAt = 0;
  /** @type {ShownBall | null} */
  #drawn = null;
  /** @type {Point} */
  #glide = { x: 0, y: 0 };
  #walls = 0;

  /** A leg that the room announced or that I predicted; the same again changes nothing. @param {LegData} leg */
  accept(leg) {
    const known = this.#legs.findIndex((entry) => entry.leg.leg === leg.leg);
    if (known >= 0 && same(/** @type {{ leg: LegData }} */ (this.#legs[known]).leg, leg)) {
      return;
    }
    const first = this.#legs[0]?.leg.leg ?? 0;
    const before = leg.leg < first ? [] : this.#legs.filter((entry) => entry.leg.leg < leg.leg);
    this.#legs = [...before, { leg, missed: false }].slice(-LEGS_KEPT);
  }

  /** That ball got past its defender; what was predicted after it is void. @param {number} number of the leg */
  miss(number) {
    this.#legs = this.#legs
      .filter((entry) => entry.leg.leg <= number)
      .map((entry) => (entry.leg.leg === number ? { ...entry, missed: true } : entry));
  }

  /** Nothing flies and nothing is to be seen. */
  clear() {
    this.#legs = [];
    this.#drawn = null;
    this.#lag = 0;
    this.#soft = { lag: 0, leg: 0 };
    this.#glide = { x: 0, y: 0 };
  }

  /**
   * @param {number} now room time, for what is mended
   * @param {number} t room time to draw, which stands still while the match does
   * @param {number} delay D
   * @param {SeatNumber | null} seat who looks
   * @returns {{ ball: ShownBall | null, touches: Touch[] }}
   */
  frame(now, t, delay, seat) {
    const elapsed = Math.max(0, Math.min(100_000, now - this.#drawnAt));
    this.#drawnAt = now;
    const before = this.#drawn;
    const ball = this.#place(t, delay, seat, elapsed);
    this.#drawn = ball;
    if (ball === null) {
      return { ball, touches: [] };
    }
    const touches = before === null ? [] : this.#touches(before, ball);
    this.#mend(before, ball, elapsed);
    return { ball: { ...ball, x: ball.x + this.#glide.x, y: ball.y + this.#glide.y }, touches };
  }

  /** @param {number} t @param {number} delay @param {SeatNumber | null} seat @param {number} elapsed */
  #place(t, delay, seat, elapsed) {
    this.#catchUp(elapsed);
    const entry = this.#legs.findLast((each) => shownFlight(each.leg, t - this.#lag, delay, seat) >= 0) ?? this.#legs[0];
    if (entry === undefined) {
      return null;
    }
    const { leg, missed } = entry;
    const flight = crossingTime(leg) - leg.t0;
    const raw = shownFlight(leg, t - this.#lag, delay, seat);
    const open = entry === this.#legs.at(-1) && !missed;
    const flown = missed ? raw : open ? softened(raw, flight) : Math.min(raw, flight);
    const behind = timeOfFlight(leg, raw, delay, seat) - timeOfFlight(leg, flown, delay, seat);
    this.#soft = open ? { lag: behind, leg: leg.leg } : { lag: 0, leg: 0 };
    return shown(leg, flown, missed && flown > flight ? defenderOf(leg) : null);
  }

  /** The soft wait becomes a lag once the verdict is there, and the lag is made good in flight. @param {number} elapsed */
  #catchUp(elapsed) {
    const newest = this.#legs.at(-1);
    const waits = newest !== undefined && newest.leg.leg === this.#soft.leg && !newest.missed;
    if (!waits) {
      this.#lag = Math.min(MOST_LAG, this.#lag + this.#soft.lag);
      this.#soft = { lag: 0, leg: 0 };
    }
    this.#lag = Math.max(0, this.#lag - elapsed * CATCH_UP);
  }

  /** @param {ShownBall} before @param {ShownBall} ball @returns {Touch[]} */
  #touches(before, ball) {
    /** @type {Touch[]} */
    const touches = [];
    if (ball.leg.leg === before.leg.leg + 1 && ball.leg.hits > 0) {
      touches.push({ kind: 'hit', seat: defenderOf(before.leg) });
      this.#walls = 0;
    }
    if (ball.past !== null && before.past === null) {
      touches.push({ kind: 'goal', seat: ball.past, y: ball.y });
    }
    const walls = wallsMet(ball.leg, ball.flown);
    if (ball.leg.leg === before.leg.leg && walls > this.#walls) {
      touches.push({ kind: 'wall' });
    }
    this.#walls = walls;
    return touches;
  }

  /** @param {ShownBall | null} before @param {ShownBall} ball @param {number} elapsed */
  #mend(before, ball, elapsed) {
    const left = 0.5 ** (elapsed / GLIDE_HALF_LIFE);
    this.#glide = { x: this.#glide.x * left, y: this.#glide.y * left };
    const served = before === null || (ball.leg.hits === 0 && ball.leg.leg !== before.leg.leg);
    if (served) {
      this.#glide = { x: 0, y: 0 };
      return;
    }
    const reach = (Math.hypot(ball.leg.vx, ball.leg.vy) * elapsed) / MICROS_PER_SECOND;
    const step = { x: before.x - ball.x, y: before.y - ball.y };
    if (Math.hypot(step.x, step.y) > 2 * reach + JUMP) {
      this.#glide = { x: this.#glide.x + step.x, y: this.#glide.y + step.y };
    }
  }
}

/** @param {LegData} leg @param {number} flown @param {SeatNumber | null} past @returns {ShownBall} */
function shown(leg, flown, past) {
  const t = leg.t0 + Math.max(0, Math.round(flown));
  return { x: ballX(leg, t), y: ballY(leg, t), leg, flown, flies: flown > 0, past };
}

/** @param {number} flown @param {number} flight to the crossing @returns {number} less than `flight`, without a kink */
function softened(flown, flight) {
  const over = flown - (flight - SOFT_MICROS);
  return over <= 0 ? flown : flight - SOFT_MICROS * Math.exp(-over / SOFT_MICROS);
}

/** @param {LegData} leg @param {number} flown @returns {number} how often the ball has bounced off a wall */
function wallsMet(leg, flown) {
  const unfolded = leg.y0 - BALL_TOP + (leg.vy * Math.max(0, flown)) / MICROS_PER_SECOND;
  return Math.abs(Math.floor(unfolded / (BALL_BOTTOM - BALL_TOP)));
}

/** @param {LegData} a @param {LegData} b */
function same(a, b) {
  return (
    a.t0 === b.t0 && a.x0 === b.x0 && a.y0 === b.y0 && a.vx === b.vx && a.vy === b.vy && a.hits === b.hits
  );
}
