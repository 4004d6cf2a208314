/**
 * One room as a player sees and plays it: the state of its messages, my paddle, and what is to be drawn now. It knows
 * neither the network nor the page; a room played against the computer is handed in the same way.
 */

import { BallView } from './ballView.js';
import { PaddleView } from './paddleView.js';
import { perceptionDelay, slewDelay } from './perceptionFilter.js';
import { Pilot } from './pilot.js';
import { UNKNOWN_ROOM, reduceRoom } from './roomState.js';
import { crossingTime } from './rules/index.js';

/** @import {ClientMessage, LegData, PaddleData, SeatNumber, ServerMessage} from '../../types/protocol.js' */
/** @import {ShownBall, Touch} from './ballView.js' */
/** @import {RoomState} from './roomState.js' */
/** @import {Verdict} from './rules/index.js' */

/** Spectators see everything this much later than it is due to them, which hides most lines. */
const SPECTATOR_DELAY = 250_000;
/** A connection lost for less than this, as when a server hands its rooms over, is not to be seen. */
const BRIDGED = 700_000;

/**
 * @typedef {object} MatchPorts
 * @property {() => number} now room time, integer microseconds
 * @property {() => { rtt: number, jitter: number }} line mine, microseconds
 * @property {(message: ClientMessage) => boolean} send
 * @property {(track: PaddleData) => void} [share] my paddle's tracks, for the other player directly
 * @property {number} [fixedDelay] D where there is no line at all
 */

/**
 * @typedef {object} Frame what is to be drawn
 * @property {number} now room time
 * @property {ShownBall | null} ball
 * @property {readonly [number, number]} paddles centres, su
 * @property {Touch[]} touches since the last frame
 * @property {number} delay D, microseconds
 * @property {boolean} cut the connection is lost, and for so long that the picture stands still
 */

export class Match {
  /** @type {MatchPorts} */
  #ports;
  /** @type {RoomState} */
  #state = UNKNOWN_ROOM;
  /** @type {Pilot | null} */
  #pilot = null;
  #ball = new BallView();
  #paddles = [new PaddleView(), new PaddleView()];
  #delay = SPECTATOR_DELAY;
  #drawnAt = 0;
  /** @type {number | null} */
  #cutAt = null;

  /** @param {MatchPorts} ports */
  constructor(ports) {
    this.#ports = ports;
    this.#delay = ports.fixedDelay ?? perceptionDelay(0, 0, 0);
  }

  get state() {
    return this.#state;
  }

  /** @returns {SeatNumber | null} */
  get seat() {
    return this.#state.you?.seat ?? null;
  }

  get ballFlies() {
    return this.#state.leg !== null && this.#state.paused === null;
  }

  /** @returns {boolean} whether points are being played for, as far as is known here */
  get isRunning() {
    const { phase } = this.#state;
    return phase === 'serve' || phase === 'rally' || phase === 'paused';
  }

  /** @param {ServerMessage} message */
  receive(message) {
    const before = this.#state;
    this.#state = reduceRoom(before, message);
    if (this.#state === before) {
      return;
    }
    this.#takeSeat();
    this.#pilot?.sync(this.#state);
    this.#syncViews(before);
  }

  /** What the other player says of his paddle directly: shown where the room has told of nothing newer. @param {PaddleData} track */
  hint(track) {
    if (this.seat !== null) {
      this.#paddles[1 - this.seat]?.hint(track, this.#ports.now());
    }
  }

  /** @param {boolean} connected true again with each connection that stands @returns {void} */
  setConnected(connected) {
    this.#cutAt = connected ? null : (this.#cutAt ?? this.#ports.now());
    if (connected) {
      this.#pilot?.repeat();
    }
  }

  /** @param {number} y su */
  point(y) {
    this.#pilot?.point(y);
  }

  /** @param {-1 | 0 | 1} direction */
  press(direction) {
    this.#pilot?.press(direction);
  }

  /** Does what is due even if nothing is drawn. */
  tick() {
    this.#pilot?.tick();
  }

  /** @returns {Frame} to be called once per drawn frame */
  frame() {
    this.tick();
    const now = this.#ports.now();
    this.#slew(now);
    const t = this.#shownTime(now);
    const delay = this.seat === null ? (this.#ports.fixedDelay ?? SPECTATOR_DELAY) : this.#delay;
    const { ball, touches } = this.#ball.frame(now, t, delay, this.seat);
    const paddles = /** @type {const} */ ([this.#paddleY(0, now, t), this.#paddleY(1, now, t)]);
    return { now, ball, touches, delay, paddles, cut: this.#isCut(now) };
  }

  stop() {
    this.#pilot?.stop();
  }

  /** @param {SeatNumber} seat @param {number} now @param {number} t */
  #paddleY(seat, now, t) {
    if (seat === this.seat && this.#pilot !== null) {
      return this.#pilot.shownY(now);
    }
    const delay = this.#ports.fixedDelay ?? (this.seat === null ? SPECTATOR_DELAY : this.#delay);
    return /** @type {PaddleView} */ (this.#paddles[seat]).frame(now, t - delay);
  }

  /** Room time stands still while the match does. @param {number} now */
  #shownTime(now) {
    const { paused, heldUntil } = this.#state;
    const seen = this.#isCut(now) ? (this.#cutAt ?? now) + BRIDGED : now;
    const running = paused === null ? seen : Math.min(seen, paused.at);
    return Math.max(running, heldUntil);
  }

  /** @param {number} now */
  #isCut(now) {
    return this.#cutAt !== null && now - this.#cutAt > BRIDGED;
  }

  #takeSeat() {
    const { seat } = this;
    if (seat !== null && this.#pilot === null && this.#state.game === 'pong') {
      this.#pilot = new Pilot(seat, {
        now: this.#ports.now,
        send: this.#ports.send,
        share: this.#ports.share,
        onVerdict: (leg, verdict) => this.#foresee(leg, verdict),
      });
    }
  }

  /** @param {LegData} leg @param {Verdict} verdict */
  #foresee(leg, verdict) {
    if (verdict.kind === 'hit') {
      this.#ball.accept(verdict.next);
    } else {
      this.#ball.miss(leg.leg);
    }
  }

  /** @param {RoomState} before */
  #syncViews(before) {
    const { leg, match, missed, paddles, phase, snapshots } = this.#state;
    if (match !== before.match || snapshots !== before.snapshots) {
      this.#ball.clear();
      this.#paddles.forEach((paddle) => paddle.reset());
    }
    this.#paddles.forEach((paddle, seat) => paddle.accept(paddles[seat] ?? null));
    if (missed !== null && missed !== before.missed) {
      this.#ball.miss(missed.leg);
    }
    if (leg !== null && leg !== before.leg) {
      this.#ball.accept(leg);
    } else if (leg === null && before.leg !== null && missed === null && phase !== 'finished') {
      this.#ball.clear();
    }
  }

  /** @param {number} now */
  #slew(now) {
    const elapsed = now - this.#drawnAt;
    this.#drawnAt = now;
    if (this.#ports.fixedDelay !== undefined || this.seat === null) {
      return;
    }
    const mine = this.#ports.line();
    const others = this.#state.delays[this.seat === 0 ? 1 : 0];
    const middle = others.toSorted((a, b) => a - b)[Math.floor(others.length / 2)] ?? mine.rtt;
    const spread = others.length > 1 ? (Math.max(...others) - Math.min(...others)) / 2 : 0;
    const wanted = perceptionDelay(mine.rtt, middle, mine.jitter + spread);
    const flies = this.#state.leg !== null && now < crossingTime(this.#state.leg);
    this.#delay = flies ? slewDelay(this.#delay, wanted, elapsed) : wanted;
  }
}
