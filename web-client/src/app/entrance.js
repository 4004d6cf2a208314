/** The way from a seat, or a place in the stands, that was given to the page of its room. */

import { playerOf } from './context.js';
import { codeOf } from './problemText.js';
import { rememberRoom } from './roomMemory.js';

/** @import {SeatGrant, SpectatorGrant} from '../../types/protocol.js' */
/** @import {AppContext} from './context.js' */

/** @param {AppContext} context @param {SeatGrant} grant @param {boolean} [quick] whether any opponent will do */
export function enterRoom(context, { room, ticket, relay }, quick = false) {
  rememberRoom({
    id: room.id,
    relay,
    title: room.title,
    code: room.code,
    player: playerOf(context).id,
    quick,
    epoch: 0,
    secret: null,
  });
  pendingTickets.set(room.id, ticket);
  context.go({ name: 'play', room: room.id });
}

/** @param {AppContext} context @param {SpectatorGrant} grant @param {string | null} code of the room's link */
export function enterStands(context, grant, code) {
  places.set(grant.room.id, { ...grant, code });
  context.go({ name: 'watch', room: grant.room.id });
}

/** Refusals of a seat after which one can still watch. */
const FULL = new Set(['room-full', 'room-busy']);

/**
 * Takes the seat that a room's link offers, or a place in the stands when both are taken.
 * @param {AppContext} context
 * @param {string} room
 * @param {string} code
 * @returns {Promise<() => void>} goes there
 */
export async function entranceOf(context, room, code) {
  try {
    const grant = await context.api.takeSeat(room, code);
    return () => enterRoom(context, grant);
  } catch (problem) {
    if (!FULL.has(codeOf(problem))) {
      throw problem;
    }
    const grant = await context.api.watch(room, code);
    return () => enterStands(context, grant, code);
  }
}

/** @typedef {SpectatorGrant & { code: string | null }} Place */

/** Places just given, each for the page that watches the room next. @type {Map<string, Place>} */
const places = new Map();

/** @param {string} room @returns {Place | null} */
export function takePlace(room) {
  const place = places.get(room) ?? null;
  places.delete(room);
  return place;
}

/** Tickets just given, each for the page that opens the room next. @type {Map<string, string>} */
const pendingTickets = new Map();

/** @param {string} room @returns {string | null} */
export function takeTicket(room) {
  const ticket = pendingTickets.get(room) ?? null;
  pendingTickets.delete(room);
  return ticket;
}
