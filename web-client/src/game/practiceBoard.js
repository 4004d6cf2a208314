/** A room of tic-tac-toe in the page itself, in the same words as a real one, against the computer. It has no clock. */

import { bestMoves, otherSeat, playCell, standingOf, CELLS } from './rules/tictactoe/index.js';

/** @import {ClientMessage, SeatNumber, ServerMessage} from '../../types/protocol.js' */
/** @import {Level} from './levels.js' */
/** @import {Board} from './rules/tictactoe/index.js' */

/** How long the computer takes for a move, and how long the end is to be seen, microseconds. */
const THINKS = 650_000;
const REST = 2_200_000;
/** Longer than anybody thinks: a practice has no clock. */
const NO_LIMIT = 1e15;

/** How often each strength makes the best move; else any. The strongest always does. @type {Readonly<Record<Level, number>>} */
const CARE = Object.freeze({ easy: 0.35, medium: 0.8, hard: 1 });

/**
 * @typedef {object} PracticeBoardPorts
 * @property {() => number} now integer microseconds
 * @property {() => number} random from 0 to below 1
 * @property {(message: ServerMessage) => void} tell
 * @property {string} computer its name
 */

export class PracticeBoard {
  /** @type {PracticeBoardPorts} */
  #ports;
  /** @type {SeatNumber} */
  #mine;
  /** May be changed at any time. @type {Level} */
  level;
  /** @type {Board} */
  #board = { first: 0, moves: [] };
  #seq = 0;
  #turnSeq = 0;
  /** When the computer moves or the next game begins. @type {number | null} */
  #dueAt = null;

  /** @param {SeatNumber} mine @param {Level} level @param {PracticeBoardPorts} ports */
  constructor(mine, level, ports) {
    this.#ports = ports;
    this.#mine = mine;
    this.level = level;
    ports.tell(welcome(mine, ports.now(), ports.computer));
    this.#begin(mine);
  }

  /** @param {ClientMessage} message of who plays */
  say(message) {
    if (message.type === 'play' && message.expectedSeq === this.#turnSeq) {
      this.#play(this.#mine, message.cell);
    }
  }

  /** To be called each frame. */
  tick() {
    if (this.#dueAt === null || this.#ports.now() < this.#dueAt) {
      return;
    }
    this.#dueAt = null;
    const standing = standingOf(this.#board);
    if (standing.kind === 'open') {
      this.#play(standing.turn, this.#choose());
    } else {
      this.#begin(standing.kind === 'won' ? otherSeat(standing.winner) : otherSeat(this.#board.first));
    }
  }

  /** @param {SeatNumber} first */
  #begin(first) {
    this.#board = { first, moves: [] };
    this.#ports.tell({ type: 'countdown', seq: this.#next(), match: `practice-${this.#seq}`, at: this.#ports.now() });
    this.#turn();
  }

  /** @param {SeatNumber} seat @param {number} cell */
  #play(seat, cell) {
    const ruling = playCell(this.#board, seat, cell);
    if ('refused' in ruling) {
      return;
    }
    this.#board = ruling.board;
    this.#ports.tell({ type: 'played', seq: this.#next(), seat, cell });
    this.#turn();
  }

  #turn() {
    const standing = standingOf(this.#board);
    const { now, tell } = this.#ports;
    if (standing.kind === 'open') {
      this.#turnSeq = this.#next();
      tell({ type: 'turn', seq: this.#turnSeq, seat: standing.turn, until: now() + NO_LIMIT });
      this.#dueAt = standing.turn === this.#mine ? null : now() + THINKS;
      return;
    }
    const winner = standing.kind === 'won' ? standing.winner : null;
    const result = { match: 'practice', winner, score: /** @type {const} */ ([0, 0]), ending: /** @type {const} */ ('played') };
    tell({ type: 'finished', seq: this.#next(), result, receipt: { turns: [NO_TURNS, NO_TURNS] } });
    this.#turnSeq = 0;
    this.#dueAt = now() + REST;
  }

  #choose() {
    const free = Array.from({ length: CELLS }, (_, cell) => cell).filter((cell) => !this.#board.moves.includes(cell));
    const cells = this.#ports.random() < CARE[this.level] ? bestMoves(this.#board) : free;
    return cells[Math.floor(this.#ports.random() * cells.length)] ?? 0;
  }

  #next() {
    this.#seq += 1;
    return this.#seq;
  }
}

const NO_TURNS = Object.freeze({ count: 0, total: 0, longest: 0 });

/** @param {SeatNumber} seat @param {number} now @param {string} computer @returns {ServerMessage} */
function welcome(seat, now, computer) {
  const me = { id: 'practice', name: '' };
  const state = (/** @type {{ id: string, name: string }} */ player) => ({ player, presence: /** @type {const} */ ('here'), ready: false, pauseLeftMs: 0 });
  const other = state({ id: 'computer', name: computer });
  return {
    type: 'welcome',
    room: 'practice',
    you: { player: me, seat, late: 0 },
    epoch: 1,
    seq: 0,
    now,
    snapshot: {
      game: 'tictactoe', phase: 'waiting', seats: seat === 0 ? [state(me), other] : [other, state(me)], spectators: 0, match: null,
      score: [0, 0], phaseAt: null, pause: null, board: null, result: null, receipt: null,
    },
    resumeSecret: '',
    recovered: false,
  };
}
