/** Messages for tests, with what the test does not care about filled in. */

/** @import {InvitationView, LegData, RoomSnapshot, SeatNumber, SeatState, Welcome} from '../types/protocol.js' */

export const ME = Object.freeze({ id: 'me', name: 'Crumple' });
export const OTHER = Object.freeze({ id: 'other', name: 'Bin4' });

/** @param {Partial<SeatState>} [more] @returns {SeatState} */
export const seated = (more) => ({ player: ME, presence: 'here', ready: false, pauseLeftMs: 30_000, ...more });

/** @param {Partial<RoomSnapshot>} [more] @returns {RoomSnapshot} */
export const snapshot = (more) => ({
  game: 'pong',
  phase: 'waiting',
  seats: [seated(), seated({ player: OTHER })],
  spectators: 0,
  match: null,
  score: [0, 0],
  phaseAt: null,
  pause: null,
  board: null,
  result: null,
  receipt: null,
  ...more,
});

/** @param {Partial<Welcome>} [more] @returns {Welcome} */
export const welcome = (more) => ({
  type: 'welcome',
  room: 'room',
  you: { player: ME, seat: /** @type {SeatNumber} */ (0), late: 0 },
  epoch: 1,
  seq: 10,
  now: 0,
  snapshot: snapshot(),
  resumeSecret: 'secret',
  recovered: false,
  ...more,
});

/** A level ball from the middle to the left. @param {Partial<LegData>} [more] @returns {LegData} */
export const legToLeft = (more) => ({
  leg: 1, hits: 0, t0: 1_000_000, x0: 1_048_576, y0: 524_288, vx: -819_200, vy: 0, ...more,
});

/** From the other to me. @param {Partial<InvitationView>} [more] @returns {InvitationView} */
export const invitation = (more) => ({
  id: 'invitation', game: 'pong', from: OTHER, to: ME, state: 'pending', room: null, expiresAt: '2026-01-01T12:01:00Z', ...more,
});
