/** What a tab remembers of its room, so that a reload comes back to the match. */

import { recall, remember, storageOf } from '../ui/preferences.js';

const KEY = 'trashpong.room';

/**
 * @typedef {object} RememberedRoom
 * @property {string} id
 * @property {string} relay the path of its WebSocket
 * @property {string} title
 * @property {string | null} code of its link
 * @property {string} player whose seat it is
 * @property {boolean} quick whether any opponent will do
 * @property {number} epoch
 * @property {string | null} secret null before the first welcome
 */

const store = storageOf('sessionStorage');

/** @returns {RememberedRoom | null} */
export function recallRoom() {
  try {
    return JSON.parse(recall(store, KEY) ?? 'null');
  } catch {
    return null;
  }
}

/** @param {RememberedRoom} room */
export function rememberRoom(room) {
  remember(store, KEY, JSON.stringify(room));
}

export function forgetRoom() {
  remember(store, KEY, null);
}
