import assert from 'node:assert/strict';
import test from 'node:test';
import { UNKNOWN_ROOM, reduceRoom } from '../../src/game/roomState.js';
import { snapshot, welcome } from '../messages.js';

/** @import {ServerMessage} from '../../types/protocol.js' */

const entered = welcome({ snapshot: snapshot({ game: 'tictactoe', phase: 'waiting' }) });
const after = (/** @type {ServerMessage[]} */ messages) => messages.reduce(reduceRoom, UNKNOWN_ROOM);
const countdown = /** @type {const} */ ({ type: 'countdown', seq: 11, match: 'm', at: 4_000_000 });
const turn = (/** @type {number} */ seq, /** @type {0 | 1} */ seat) => /** @type {const} */ ({ type: 'turn', seq, seat, until: 34_000_000 });
const played = (/** @type {number} */ seq, /** @type {0 | 1} */ seat, /** @type {number} */ cell) => /** @type {const} */ ({ type: 'played', seq, seat, cell });

test('a room of tic-tac-toe has a board, another room has none', () => {
  assert.deepEqual(after([entered]).board, { first: null, moves: [], turn: null });
  assert.equal(after([welcome()]).board, null);
});

test('the first turn tells who begins, each move is on the board and ends its turn', () => {
  const begun = after([entered, countdown, turn(12, 1)]);
  assert.deepEqual(begun.board, { first: 1, moves: [], turn: { seq: 12, seat: 1, until: 34_000_000 } });
  assert.equal(begun.phase, 'rally');
  const moved = reduceRoom(begun, played(13, 1, 4));
  assert.deepEqual(moved.board, { first: 1, moves: [4], turn: null });
  assert.equal(moved.phase, 'serve');
  assert.deepEqual(reduceRoom(moved, turn(14, 0)).board, { first: 1, moves: [4], turn: { seq: 14, seat: 0, until: 34_000_000 } });
});

test('a pause breaks the turn off, and a move that was written meanwhile does not end the pause', () => {
  const paused = /** @type {const} */ ({ type: 'paused', seq: 13, seat: 1, reason: 'away', at: 5, until: 6 });
  const state = after([entered, countdown, turn(12, 1), paused]);
  assert.equal(state.board?.turn, null);
  assert.equal(reduceRoom(state, played(14, 1, 4)).phase, 'paused');
  const resumed = reduceRoom(state, { type: 'resumed', seq: 15, at: 7 });
  assert.equal(resumed.phase, 'serve');
  assert.equal(reduceRoom(resumed, turn(16, 1)).board?.turn?.seq, 16);
});

test('a rematch begins with an empty board', () => {
  const state = after([entered, countdown, turn(12, 1), played(13, 1, 4), { ...countdown, seq: 20, match: 'n' }]);
  assert.deepEqual(state.board, { first: null, moves: [], turn: null });
});

test('a snapshot has the moves and the turn under way', () => {
  const board = /** @type {const} */ ({ type: 'tictactoe', first: 0, moves: [0, 4], turn: { seq: 30, seat: 0, until: 9 } });
  const state = after([welcome({ snapshot: snapshot({ game: 'tictactoe', phase: 'rally', board }) })]);
  assert.deepEqual(state.board, { first: 0, moves: [0, 4], turn: { seq: 30, seat: 0, until: 9 } });
  assert.equal(state.leg, null);
});
