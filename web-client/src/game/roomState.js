/** What a client knows of its room: a pure function of the messages it got. Times are room time in microseconds. */

import { NO_PONG, pongOf, reducePong } from './pongState.js';
import { withSeat } from './seats.js';
import { boardOf, freshBoard, reduceBoard } from './ticTacToeState.js';

/** @import {ChatSaid, GameKind, MatchResult, Pause, Paused, Phase, Receipt, Score,
 *   SeatChanged, SeatNumber, SeatState, ServerMessage, Welcome, You} from '../../types/protocol.js' */
/** @import {PongState} from './pongState.js' */
/** @import {BoardState} from './ticTacToeState.js' */

/** How many lines of chat are kept. */
export const CHAT_LINES = 50;

/**
 * @typedef {object} FrameState what is the same in every game
 * @property {You | null} you null before the first welcome
 * @property {GameKind} game
 * @property {Phase} phase
 * @property {readonly [SeatState | null, SeatState | null]} seats
 * @property {number} spectators
 * @property {string | null} match
 * @property {Score} score
 * @property {number | null} goAt when play begins or goes on, while that is awaited
 * @property {Pause | null} paused
 * @property {number} heldUntil nothing moves before: the end of the last pause
 * @property {MatchResult | null} result
 * @property {Receipt | null} receipt
 * @property {readonly [boolean, boolean]} rematch who asked for another match
 * @property {readonly ChatSaid[]} chat the newest last
 * @property {{ seat: SeatNumber | null, id: string, count: number } | null} emote the newest; `count` tells two alike apart
 * @property {readonly [readonly number[], readonly number[]]} delays the last round trips of each seat, newest first
 * @property {number} snapshots how many times the state began again from a snapshot
 * @property {BoardState | null} board of tic-tac-toe; null in a room of another game
 */

/** @typedef {FrameState & PongState} RoomState */

/** @type {RoomState} */
export const UNKNOWN_ROOM = Object.freeze({
  you: null,
  game: 'pong',
  phase: 'waiting',
  seats: /** @type {const} */ ([null, null]),
  spectators: 0,
  match: null,
  score: /** @type {const} */ ([0, 0]),
  goAt: null,
  ...NO_PONG,
  board: null,
  paused: null,
  heldUntil: 0,
  result: null,
  receipt: null,
  rematch: /** @type {const} */ ([false, false]),
  chat: [],
  emote: null,
  delays: /** @type {const} */ ([[], []]),
  snapshots: 0,
});

/** @param {RoomState} state @param {ServerMessage} message @returns {RoomState} the same object when nothing changed */
export function reduceRoom(state, message) {
  switch (message.type) {
    case 'welcome':
      return welcomed(state, message);
    case 'seat':
      return seatChanged(state, message);
    case 'countdown':
      return { ...freshMatch(state), match: message.match, phase: 'countdown', goAt: message.at };
    case 'leg':
    case 'paddle':
    case 'goal':
      return reducePong(state, message);
    case 'turn':
    case 'played':
      return reduceBoard(state, message);
    case 'paused':
      return paused(state, message);
    case 'resumed':
      return { ...state, phase: state.leg ? 'rally' : 'serve', paused: null, heldUntil: message.at, goAt: message.at };
    case 'finished':
      return {
        ...state,
        phase: state.seats.includes(null) ? 'waiting' : 'finished', // who left the match has left the room
        leg: null,
        board: standingStill(state.board),
        goAt: null,
        paused: null,
        score: message.result.score,
        result: message.result,
        receipt: message.receipt,
      };
    case 'rematch':
      return { ...state, rematch: withSeat(state.rematch, message.seat, true) };
    case 'chat':
      return { ...state, chat: [...state.chat, message].slice(-CHAT_LINES) };
    case 'emote':
      return { ...state, emote: { seat: message.seat, id: message.id, count: (state.emote?.count ?? 0) + 1 } };
    case 'delay':
      return { ...state, delays: withSeat(state.delays, message.seat, message.lastThree) };
    case 'spectators':
      return { ...state, spectators: message.count };
    case 'pong':
    case 'peer':
    case 'signal':
    case 'moved':
    case 'error':
      return state;
  }
}

/** @param {RoomState} state @param {Welcome} welcome @returns {RoomState} */
function welcomed(state, welcome) {
  const { snapshot, you } = welcome;
  if (snapshot === null) {
    return { ...state, you };
  }
  const { board } = snapshot;
  return {
    ...UNKNOWN_ROOM,
    you,
    game: snapshot.game,
    phase: snapshot.phase,
    seats: snapshot.seats,
    spectators: snapshot.spectators,
    match: snapshot.match,
    score: snapshot.score,
    goAt: snapshot.phaseAt,
    ...pongOf(board),
    board: boardOf(snapshot.game, board),
    paused: snapshot.pause,
    heldUntil: snapshot.phase === 'rally' ? (snapshot.phaseAt ?? 0) : 0,
    result: snapshot.result,
    receipt: snapshot.receipt,
    chat: state.chat,
    emote: state.emote,
    delays: state.delays,
    snapshots: state.snapshots + 1,
  };
}

/** @param {RoomState} state @param {SeatChanged} message @returns {RoomState} */
function seatChanged(state, message) {
  const seats = withSeat(state.seats, message.seat, message.state);
  if (message.state !== null) {
    return { ...state, seats };
  }
  const running = state.phase === 'serve' || state.phase === 'rally' || state.phase === 'paused';
  return running ? { ...state, seats } : { ...state, seats, rematch: [false, false], phase: 'waiting', goAt: null };
}

/** @param {RoomState} state @returns {RoomState} */
function freshMatch(state) {
  return {
    ...state,
    score: [0, 0],
    ...NO_PONG,
    board: state.board && freshBoard(),
    paused: null,
    heldUntil: 0,
    result: null,
    receipt: null,
    rematch: [false, false],
    seats: [unready(state.seats[0]), unready(state.seats[1])],
  };
}

/** Being ready is used up by the match it began. @param {SeatState | null} seat @returns {SeatState | null} */
function unready(seat) {
  return seat && { ...seat, ready: false };
}

/** @param {RoomState} state @param {Paused} message @returns {RoomState} */
function paused(state, { seat, reason, at, until }) {
  return { ...state, phase: 'paused', paused: { seat, reason, at, until }, board: standingStill(state.board) };
}

/** @param {BoardState | null} board @returns {BoardState | null} the same with no turn under way */
function standingStill(board) {
  return board && { ...board, turn: null };
}
