/** What a client knows of a game of tic-tac-toe, as part of its room's state. Times are room time in microseconds. */

/** @import {GameKind, OpenTurn, Played, RoomSnapshot, SeatNumber, Turn} from '../../types/protocol.js' */
/** @import {RoomState} from './roomState.js' */

/**
 * @typedef {object} BoardState
 * @property {SeatNumber | null} first who begins or began; null until that is known
 * @property {readonly number[]} moves the cells taken, by `first` and the other in turn
 * @property {OpenTurn | null} turn the one under way
 */

/** @returns {BoardState} */
export function freshBoard() {
  return { first: null, moves: [], turn: null };
}

/** @param {GameKind} game @param {RoomSnapshot['board']} board @returns {BoardState | null} null in a room of another game */
export function boardOf(game, board) {
  if (game !== 'tictactoe') {
    return null;
  }
  return board?.type === 'tictactoe' ? { first: board.first, moves: board.moves, turn: board.turn } : freshBoard();
}

/** @param {RoomState} state @param {Turn | Played} message @returns {RoomState} */
export function reduceBoard(state, message) {
  const board = state.board ?? freshBoard();
  if (message.type === 'turn') {
    const { seq, seat, until } = message;
    const first = board.moves.length === 0 ? seat : board.first;
    return { ...state, phase: 'rally', board: { ...board, first, turn: { seq, seat, until } } };
  }
  const first = board.first ?? message.seat;
  const phase = state.phase === 'paused' ? 'paused' : 'serve';
  return { ...state, phase, board: { first, moves: [...board.moves, message.cell], turn: null } };
}
