/** The way from a seat that was given to the page of its room. */

import { playerOf } from './context.js';
import { rememberRoom } from './roomMemory.js';

/** @import {SeatGrant} from '../../types/protocol.js' */
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

/** Tickets just given, each for the page that opens the room next. @type {Map<string, string>} */
const pendingTickets = new Map();

/** @param {string} room @returns {string | null} */
export function takeTicket(room) {
  const ticket = pendingTickets.get(room) ?? null;
  pendingTickets.delete(room);
  return ticket;
}
