/**
 * A room in the page itself, by the same rules and in the same words as a real one: for a rally against the computer
 * while one waits, and for the picture of a rally on the first page.
 */

import {
  CENTRE_Y,
  PADDLE_HALF,
  aimPaddle,
  ballY,
  centredPaddle,
  crossingTime,
  defenderOf,
  opponentOf,
  scoreAfter,
  serveLeg,
  verdictOf,
  winnerOf,
} from './rules/index.js';

/** @import {ClientMessage, LegData, SeatNumber, ServerMessage} from '../../types/protocol.js' */
/** @import {Paddle} from './rules/index.js' */

const SERVE_PAUSE = 1_200_000;
const FIRST_SERVE = 900_000;
/** How far before the crossing the computer makes up its mind, microseconds. */
const THINKS = 620_000;

/**
 * How far off the middle of its paddle a computer may take a ball, in paddle halves: over 1.2 it misses now and then, under
 * that only a ball it can't reach. `show` is for two computers to look at.
 */
export const SLIPS = Object.freeze({ easy: 1.6, medium: 1.22, hard: 1.06, show: 1.12 });

/**
 * @typedef {object} PracticePorts
 * @property {() => number} now integer microseconds
 * @property {() => number} random from 0 to below 1
 * @property {(message: ServerMessage) => void} tell
 */

export class PracticeRoom {
  /** @type {PracticePorts} */
  #ports;
  /** @type {readonly SeatNumber[]} */
  #computers;
  /** May be changed at any time. @type {number} */
  slip;
  #seed = 0;
  #seq = 0;
  #number = 0;
  #score = { left: 0, right: 0 };
  /** @type {LegData | null} */
  #leg = null;
  /** @type {[Paddle, Paddle]} */
  #tracks;
  #decided = 0;

  /**
   * @param {SeatNumber | null} mine the seat of who plays; null to look on at two computers
   * @param {number} slip one of {@link SLIPS}
   * @param {PracticePorts} ports
   */
  constructor(mine, slip, ports) {
    this.#ports = ports;
    this.slip = slip;
    this.#computers = mine === null ? [0, 1] : [opponentOf(mine)];
    const now = ports.now();
    this.#tracks = [centredPaddle(now), centredPaddle(now)];
    ports.tell(welcome(mine, now));
    this.#begin(now);
  }

  /** @param {ClientMessage} message @param {SeatNumber} seat */
  say(message, seat) {
    if (message.type === 'aim') {
      this.#decide(message.t, seat);
      this.#tracks[seat] = aimPaddle(this.#tracks[seat], message.t, message.target);
    } else if (message.type === 'commit') {
      this.#decide(message.t, seat);
    }
  }

  /** To be called each frame. */
  tick() {
    const now = this.#ports.now();
    const leg = this.#leg;
    if (leg === null) {
      return;
    }
    const seat = defenderOf(leg);
    if (!this.#computers.includes(seat)) {
      // Who plays commits by himself; a page that was asleep lets the ball through.
      if (now > crossingTime(leg) + 200_000) {
        this.#decide(now, seat);
      }
      return;
    }
    if (leg.leg !== this.#decided && now > crossingTime(leg) - THINKS) {
      this.#decided = leg.leg;
      const y = ballY(leg, crossingTime(leg));
      const off = (this.#ports.random() * 2 - 1) * this.slip * PADDLE_HALF;
      this.#move(seat, now, Math.round(y + off));
    }
    this.#decide(now, seat);
  }

  /** @param {SeatNumber} seat @param {number} now @param {number} target */
  #move(seat, now, target) {
    const track = aimPaddle(this.#tracks[seat], now, target);
    this.#tracks[seat] = track;
    this.#ports.tell({ type: 'paddle', seat, t: track.t0, y: track.y0, target: track.target });
  }

  /** @param {number} now @param {SeatNumber} seat whose track is final up to now */
  #decide(now, seat) {
    const leg = this.#leg;
    if (leg === null || defenderOf(leg) !== seat || now < crossingTime(leg)) {
      return;
    }
    const verdict = verdictOf(leg, this.#tracks[seat]);
    if (verdict.kind === 'hit') {
      this.#fly(verdict.next);
    } else {
      this.#goal(leg, verdict.scorer, now);
    }
  }

  /** @param {LegData} leg @param {SeatNumber} scorer @param {number} now */
  #goal(leg, scorer, now) {
    this.#score = scoreAfter(this.#score, scorer);
    const serveAt = now + SERVE_PAUSE;
    const { left, right } = this.#score;
    this.#ports.tell({ type: 'goal', seq: this.#next(), scorer, score: [left, right], leg: leg.leg, serveAt });
    this.#leg = null;
    if (winnerOf(this.#score) !== undefined) {
      this.#begin(now);
      return;
    }
    this.#fly(serveLeg(this.#seed, left + right, this.#number + 1, serveAt, defenderOf(leg)));
  }

  /** @param {number} now */
  #begin(now) {
    this.#seed = Math.floor(this.#ports.random() * 2 ** 32) | 0;
    this.#score = { left: 0, right: 0 };
    this.#number = 0;
    this.#tracks = [centredPaddle(now), centredPaddle(now)];
    const at = now + FIRST_SERVE;
    this.#ports.tell({ type: 'countdown', seq: this.#next(), match: `practice-${this.#seq}`, at });
    this.#fly(serveLeg(this.#seed, 0, 1, at, this.#computers[0] ?? 1));
  }

  /** @param {LegData} leg */
  #fly(leg) {
    this.#leg = leg;
    this.#number = leg.leg;
    this.#ports.tell({ type: 'leg', seq: this.#next(), ...leg });
    for (const seat of this.#computers) {
      if (seat !== defenderOf(leg)) {
        this.#move(seat, Math.max(this.#ports.now(), this.#tracks[seat].t0), CENTRE_Y);
      }
    }
  }

  #next() {
    this.#seq += 1;
    return this.#seq;
  }
}

/** @param {SeatNumber | null} seat @param {number} now @returns {ServerMessage} */
function welcome(seat, now) {
  return {
    type: 'welcome',
    room: 'practice',
    you: { player: { id: 'practice', name: '' }, seat, late: 0 },
    epoch: 1,
    seq: 0,
    now,
    snapshot: null,
    resumeSecret: '',
    recovered: true,
  };
}
