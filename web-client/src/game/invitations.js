/** The invitations that wait for an answer, sent and received. */

/** @import {InvitationView, InvitationsMessage} from '../../types/protocol.js' */

/** How long an invitation may be accepted, by the protocol. */
export const OPEN_MS = 60_000;

/**
 * @typedef {object} OpenInvitation
 * @property {InvitationView} invitation
 * @property {number} until milliseconds by this browser's clock, which may not be the server's
 */

/** @typedef {ReadonlyMap<string, OpenInvitation>} OpenInvitations by id */

/** @type {OpenInvitations} */
export const NO_INVITATIONS = new Map();

/** @param {OpenInvitations} open @param {InvitationsMessage} message @param {number} now @returns {OpenInvitations} */
export function reduceInvitations(open, message, now) {
  if (message.type === 'invitations') {
    return new Map(message.invitations.map((invitation) => [invitation.id, open.get(invitation.id) ?? { invitation, until: untilOf(invitation, now) }]));
  }
  const { invitation } = message;
  const next = new Map(open);
  if (invitation.state === 'pending') {
    next.set(invitation.id, { invitation, until: now + OPEN_MS }); // it is told the moment it is sent
  } else {
    next.delete(invitation.id);
  }
  return next;
}

/** @param {OpenInvitations} open @param {string} me @param {string} other @returns {boolean} whether an answer of his is awaited */
export function isInvited(open, me, other) {
  return [...open.values()].some(({ invitation: { from, to } }) => from.id === me && to.id === other);
}

/** A clock that is wrong must not make it seem over, nor longer than it can be. @param {InvitationView} invitation @param {number} now */
function untilOf({ expiresAt }, now) {
  return Math.min(now + OPEN_MS, Math.max(now, Date.parse(expiresAt)));
}
