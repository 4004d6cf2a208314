import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { UNKNOWN_LOBBY, countWaiting, listRooms, reduceLobby } from '../../src/game/lobbyState.js';

/** @import {RoomView, RoomsMessage} from '../../types/protocol.js' */

const bin = { id: 'bin', name: 'Bin4' };
/** @param {Partial<RoomView>} [more] @returns {RoomView} */
const room = (more) => ({
  id: 'a', game: 'pong', title: 'Lunch', visibility: 'public', status: 'waiting', owner: bin, seats: [bin, null],
  score: null, spectators: 0, code: null, createdAt: '2026-01-01T00:00:00Z', version: 1, ...more,
});
/** @param {RoomsMessage[]} messages */
const after = (...messages) => messages.reduce(reduceLobby, UNKNOWN_LOBBY);
/** @type {RoomsMessage} */
const first = { type: 'snapshot', version: 5, rooms: [room()] };

test('the golden samples of the feed apply', () => {
  const sample = (/** @type {string} */ name) =>
    JSON.parse(readFileSync(new URL(`../../../protocol/samples/feed-${name}.json`, import.meta.url), 'utf8')).text;
  const state = after(sample('snapshot'), sample('room'), sample('room-gone'));
  assert.ok(state.known);
});

test('deltas that are newer apply, holes in the versions or not', () => {
  const state = after(first, { type: 'room', version: 9, room: room({ id: 'b' }) }, { type: 'room-gone', version: 12, id: 'a' });
  assert.deepEqual([...state.rooms.keys()], ['b']);
  assert.equal(state.version, 12);
});

test('what is not newer is ignored', () => {
  const state = after(first, { type: 'room', version: 9, room: room({ title: 'new' }) });
  for (const version of [9, 8, 1]) {
    assert.equal(reduceLobby(state, { type: 'room', version, room: room({ title: 'old' }) }), state);
    assert.equal(reduceLobby(state, { type: 'room-gone', version, id: 'a' }), state);
  }
});

test('a delta before the first snapshot says nothing', () => {
  assert.equal(after({ type: 'room', version: 1, room: room() }), UNKNOWN_LOBBY);
});

test('a new snapshot replaces the list, even one of an older version', () => {
  const state = after(first, { type: 'room', version: 9, room: room({ id: 'b' }) }, { type: 'snapshot', version: 2, rooms: [] });
  assert.equal(state.rooms.size, 0);
  assert.equal(state.version, 2);
});

test('rooms to join come first, who has waited longest on top', () => {
  const state = after({
    type: 'snapshot',
    version: 1,
    rooms: [
      room({ id: 'playing', status: 'playing', createdAt: '2025-01-01T00:00:00Z' }),
      room({ id: 'late', createdAt: '2026-01-02T00:00:00Z' }),
      room({ id: 'full', status: 'full' }),
      room({ id: 'early' }),
    ],
  });
  assert.deepEqual(listRooms(state, '').map(({ id }) => id), ['early', 'late', 'playing', 'full']);
  assert.equal(countWaiting(state, 'pong'), 2);
  assert.equal(countWaiting(state, 'tictactoe'), 0);
});

test('a search minds neither case nor accents, and finds titles and names', () => {
  const state = after({ type: 'snapshot', version: 1, rooms: [room({ title: 'Três em linha' })] });
  for (const query of ['tres', 'LINHA', ' três ', 'bin4']) {
    assert.equal(listRooms(state, query).length, 1, query);
  }
  assert.equal(listRooms(state, 'quatro').length, 0);
});

test('a list of one game has its rooms alone', () => {
  const state = after({ type: 'snapshot', version: 1, rooms: [room({ id: 'rally' }), room({ id: 'row', game: 'tictactoe' })] });
  assert.deepEqual(listRooms(state, '', 'tictactoe').map(({ id }) => id), ['row']);
  assert.deepEqual(listRooms(state, '', null).map(({ id }) => id), ['rally', 'row']);
  assert.equal(countWaiting(state, 'tictactoe'), 1);
});
