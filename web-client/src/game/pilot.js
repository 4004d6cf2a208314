/**
 * My side of the match: my paddle at once, what the referee must hear of it, and my own hits before the referee tells.
 * Stamps are room time and never go back.
 */

import {
  CENTRE_Y,
  MICROS_PER_SECOND,
  PADDLE_BOTTOM,
  PADDLE_SPEED,
  PADDLE_TOP,
  aimPaddle,
  centredPaddle,
  crossingTime,
  defenderOf,
  paddleY,
  verdictOf,
} from './rules/index.js';

/** @import {ClientMessage, LegData, PaddleData, SeatNumber} from '../../types/protocol.js' */
/** @import {Paddle, Verdict} from './rules/index.js' */
/** @import {RoomState} from './roomState.js' */

/** A hand's movements are told this often at most, but each frame when the ball is about to cross. */
const AIM_EVERY = 33_000;
const NEAR_CROSSING = 150_000;
/** While the ball flies towards me the referee hears of me at least this often (the protocol says 100 ms). */
const SIGN_OF_LIFE_EVERY = 90_000;
/** The drawn paddle runs ahead of the told one by no more than this, su. */
const MOST_AHEAD = 48 * 1024;

/**
 * @typedef {object} PilotPorts
 * @property {() => number} now room time, integer microseconds
 * @property {(message: ClientMessage) => boolean} send
 * @property {(track: PaddleData) => void} [share] each new track of mine, beside its message
 * @property {(leg: LegData, verdict: Verdict) => void} onVerdict what became of a ball at my paddle, by my own reckoning
 */

export class Pilot {
  /** @type {PilotPorts} */
  #ports;
  /** @type {SeatNumber} */
  #seat;
  /** @type {Paddle} */
  #track;
  /** @type {LegData | null} */
  #incoming = null;
  /** @type {RoomState | null} */
  #state = null;
  #lastStamp = 0;
  #lastAimAt = 0;
  #wanted = CENTRE_Y;
  #committed = 0;
  #hand = CENTRE_Y;
  #handAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #alarm;

  /** @param {SeatNumber} seat @param {PilotPorts} ports */
  constructor(seat, ports) {
    this.#seat = seat;
    this.#ports = ports;
    this.#track = centredPaddle(ports.now());
  }

  /** Takes note of the room after each message. @param {RoomState} state */
  sync(state) {
    const before = this.#state;
    this.#state = state;
    if (before === null || before.snapshots !== state.snapshots || before.match !== state.match) {
      this.#beginAgain(state);
    }
    if (state.paused !== null && before?.paused !== state.paused) {
      this.#stopAt(state.paused.at);
    }
    const { leg } = state;
    const mine = leg !== null && state.paused === null && defenderOf(leg) === this.#seat ? leg : null;
    if (mine !== this.#incoming) {
      this.#incoming = mine;
      this.#setAlarm();
    }
  }

  /** A pointer or finger shows where the paddle is to be. @param {number} y su */
  point(y) {
    this.#wanted = clamp(Math.round(y));
  }

  /** A key is held (-1 up, 1 down) or let go (0): that can't wait. @param {-1 | 0 | 1} direction */
  press(direction) {
    const y = paddleY(this.#track, this.#ports.now());
    this.#wanted = direction === 0 ? y : direction < 0 ? PADDLE_TOP : PADDLE_BOTTOM;
    this.#aim();
  }

  /** What was said last may be lost with its connection: says it again, on the one that stands now. */
  repeat() {
    const leg = this.#incoming;
    this.#aim();
    if (leg !== null && leg.leg === this.#committed) {
      this.#ports.send({ type: 'commit', t: this.#stamp(this.#ports.now()), leg: leg.leg });
    }
  }

  /** To be called each frame, and whenever something may be due. */
  tick() {
    if (!this.#mayMove()) {
      return;
    }
    const now = this.#ports.now();
    const near = this.#incoming !== null && crossingTime(this.#incoming) - now < NEAR_CROSSING;
    const silent = now - this.#lastStamp;
    const changed = this.#wanted !== this.#track.target;
    if (changed ? near || now - this.#lastAimAt >= AIM_EVERY : this.#incoming !== null && silent >= SIGN_OF_LIFE_EVERY) {
      this.#aim();
    }
    this.#commitIfDue(now);
  }

  /** @param {number} now room time @returns {number} where my paddle is drawn, su: with the hand, not with its messages */
  shownY(now) {
    const told = paddleY(this.#track, now);
    const most = (PADDLE_SPEED * Math.max(0, now - this.#handAt)) / MICROS_PER_SECOND;
    const goal = this.#mayMove() ? this.#wanted : told;
    this.#handAt = now;
    this.#hand += Math.max(-most, Math.min(most, goal - this.#hand));
    this.#hand = Math.max(told - MOST_AHEAD, Math.min(told + MOST_AHEAD, this.#hand));
    return this.#hand;
  }

  stop() {
    clearTimeout(this.#alarm);
  }

  #mayMove() {
    const state = this.#state;
    if (state === null || state.paused !== null) {
      return false;
    }
    const { phase } = state;
    return (phase === 'countdown' || phase === 'serve' || phase === 'rally') && this.#ports.now() >= state.heldUntil;
  }

  #aim() {
    if (!this.#mayMove()) {
      return;
    }
    const t = this.#stamp(this.#ports.now());
    this.#lastAimAt = t;
    this.#commitIfDue(t); // an aim at or after the crossing is a commit too; the verdict is about the track before it
    this.#track = aimPaddle(this.#track, t, this.#wanted);
    this.#ports.send({ type: 'aim', t, target: this.#track.target });
    this.#ports.share?.({ t, y: this.#track.y0, target: this.#track.target });
  }

  /** @param {number} now */
  #commitIfDue(now) {
    const leg = this.#incoming;
    if (leg === null || now < crossingTime(leg) || leg.leg === this.#committed) {
      return;
    }
    this.#committed = leg.leg;
    this.#ports.send({ type: 'commit', t: this.#stamp(now), leg: leg.leg });
    this.#ports.onVerdict(leg, verdictOf(leg, this.#track));
  }

  /** @param {number} now */
  #stamp(now) {
    this.#lastStamp = Math.max(this.#lastStamp, now);
    return this.#lastStamp;
  }

  /** Frames may stop in a page that is covered; a timer does not, or not as soon. */
  #setAlarm() {
    clearTimeout(this.#alarm);
    const leg = this.#incoming;
    if (leg !== null) {
      const wait = Math.max(0, crossingTime(leg) - this.#ports.now()) / 1_000;
      this.#alarm = setTimeout(() => this.#commitIfDue(Math.max(this.#ports.now(), crossingTime(leg))), wait + 1);
    }
  }

  /** @param {RoomState} state */
  #beginAgain(state) {
    const told = state.paddles[this.#seat];
    this.#track =
      told === null ? centredPaddle(this.#ports.now()) : { t0: told.t, y0: told.y, target: told.target };
    this.#wanted = this.#track.target;
    this.#hand = paddleY(this.#track, this.#ports.now());
    this.#committed = 0;
    this.#incoming = null;
  }

  /** @param {number} t */
  #stopAt(t) {
    this.#track = aimPaddle(this.#track, t, paddleY(this.#track, t));
    this.#wanted = this.#track.target;
    this.#committed = 0; // the leg may come in once more
  }
}

/** @param {number} y */
function clamp(y) {
  return Math.max(PADDLE_TOP, Math.min(PADDLE_BOTTOM, y));
}
