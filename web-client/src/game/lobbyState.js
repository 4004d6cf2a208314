/** The lobby's list of rooms: a snapshot, then deltas whose version only grows. */

/** @import {GameKind, RoomView, RoomsMessage} from '../../types/protocol.js' */

/**
 * @typedef {object} LobbyState
 * @property {boolean} known whether a snapshot came at all
 * @property {number} version
 * @property {ReadonlyMap<string, RoomView>} rooms by id
 */

/** @type {LobbyState} */
export const UNKNOWN_LOBBY = Object.freeze({ known: false, version: -1, rooms: new Map() });

/** @param {LobbyState} state @param {RoomsMessage} message @returns {LobbyState} */
export function reduceLobby(state, message) {
  if (message.type === 'snapshot') {
    return { known: true, version: message.version, rooms: new Map(message.rooms.map((room) => [room.id, room])) };
  }
  if (!state.known || message.version <= state.version) {
    return state;
  }
  const rooms = new Map(state.rooms);
  if (message.type === 'room') {
    rooms.set(message.room.id, message.room);
  } else {
    rooms.delete(message.id);
  }
  return { ...state, version: message.version, rooms };
}

const ORDER = { waiting: 0, playing: 1, full: 2 };

/**
 * @param {LobbyState} state
 * @param {string} query part of a title or a name; empty for all
 * @param {GameKind | null} [game] null for all
 * @returns {RoomView[]} those one can join first, the oldest of them on top: it has waited longest
 */
export function listRooms(state, query, game = null) {
  const wanted = fold(query.trim());
  return [...state.rooms.values()]
    .filter((room) => game === null || room.game === game)
    .filter((room) => wanted === '' || fold(words(room)).includes(wanted))
    .toSorted((a, b) => ORDER[a.status] - ORDER[b.status] || a.createdAt.localeCompare(b.createdAt));
}

/** @param {LobbyState} state @param {GameKind} game @returns {number} how many of its rooms have somebody who waits */
export function countWaiting(state, game) {
  return [...state.rooms.values()].filter((room) => room.game === game && room.status === 'waiting' && room.seats.some(Boolean)).length;
}

/** @param {RoomView} room */
function words(room) {
  return [room.title, room.owner.name, ...room.seats.map((seat) => seat?.name ?? '')].join('\n');
}

/** Case and accents do not matter for a search. @param {string} text */
export function fold(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
