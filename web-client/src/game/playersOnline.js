/** Who is online: a list, then who is new, changed or gone. */

import { fold } from './lobbyState.js';

/** @import {PlayerView, PlayersMessage} from '../../types/protocol.js' */

/** @typedef {ReadonlyMap<string, PlayerView>} PlayersOnline by id */

/** @type {PlayersOnline} */
export const NOBODY_ONLINE = new Map();

const ORDER = { free: 0, busy: 1 };

/** @param {PlayersOnline} players @param {PlayersMessage} message @returns {PlayersOnline} */
export function reducePlayers(players, message) {
  const next = new Map(message.type === 'players' ? [] : players);
  message.players.forEach((player) => next.set(player.id, player));
  if (message.type === 'players-changed') {
    message.gone.forEach((id) => next.delete(id));
  }
  return next;
}

/**
 * @param {PlayersOnline} players
 * @param {string} me is left out
 * @param {string} query part of a name; empty for all
 * @returns {PlayerView[]} who is free first, then by name
 */
export function listPlayers(players, me, query) {
  const wanted = fold(query.trim());
  return [...players.values()]
    .filter(({ id, name }) => id !== me && fold(name).includes(wanted))
    .toSorted((a, b) => ORDER[a.availability] - ORDER[b.availability] || a.name.localeCompare(b.name));
}
