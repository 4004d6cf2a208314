/** Rooms and their seats. */

/** @import {GameKind, RoomView, SeatGrant, SpectatorGrant} from '../../types/protocol.js' */
/** @import {Call} from './request.js' */

export class LobbyApi {
  /** @type {Call} */
  #call;

  /** @param {Call} call */
  constructor(call) {
    this.#call = call;
  }

  /** @param {GameKind} game @returns {Promise<SeatGrant>} */
  quickMatch(game) {
    return this.#call('POST', '/api/rooms/quick', { game });
  }

  /** @param {GameKind} game @param {string | null} title @param {'public' | 'private'} visibility @returns {Promise<SeatGrant>} */
  createRoom(game, title, visibility) {
    return this.#call('POST', '/api/rooms', { game, ...(title ? { title } : {}), visibility });
  }

  /** @param {string} id @param {string | null} code @returns {Promise<SeatGrant>} */
  takeSeat(id, code) {
    return this.#call('POST', `/api/rooms/${encodeURIComponent(id)}/seats`, code ? { code } : {});
  }

  /** @param {string} id @param {string | null} code @returns {Promise<SpectatorGrant>} */
  watch(id, code) {
    return this.#call('POST', `/api/rooms/${encodeURIComponent(id)}/spectators`, code ? { code } : {});
  }

  /** @param {string} id */
  giveUpSeat(id) {
    return this.#call('DELETE', `/api/rooms/${encodeURIComponent(id)}/seats/me`);
  }

  /** @param {string} code of a room's link @returns {Promise<RoomView | null>} */
  async findRoomByCode(code) {
    /** @type {{ rooms: RoomView[] }} */
    const { rooms } = await this.#call('GET', `/api/rooms?code=${encodeURIComponent(code)}`);
    return rooms[0] ?? null;
  }
}
