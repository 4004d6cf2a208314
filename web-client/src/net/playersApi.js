/** Invitations, and who may not send any. Who is online comes by the lobby's feed. */

/** @import {GameKind, InvitationView, Player, SeatGrant} from '../../types/protocol.js' */
/** @import {Call} from './request.js' */

export class PlayersApi {
  /** @type {Call} */
  #call;

  /** @param {Call} call */
  constructor(call) {
    this.#call = call;
  }

  /** @param {string} player @param {GameKind} game @returns {Promise<InvitationView>} */
  invite(player, game) {
    return this.#call('POST', '/api/invitations', { to: player, game });
  }

  /** @param {string} invitation @returns {Promise<SeatGrant>} */
  accept(invitation) {
    return this.#call('POST', `/api/invitations/${encodeURIComponent(invitation)}/accept`);
  }

  /** @param {string} invitation */
  decline(invitation) {
    return this.#call('POST', `/api/invitations/${encodeURIComponent(invitation)}/decline`);
  }

  /** @param {string} invitation */
  withdraw(invitation) {
    return this.#call('DELETE', `/api/invitations/${encodeURIComponent(invitation)}`);
  }

  /** @returns {Promise<Player[]>} whom I have blocked */
  async blocked() {
    /** @type {{ players: Player[] }} */
    const { players } = await this.#call('GET', '/api/blocks');
    return players;
  }

  /** What he has sent is declined by it. @param {string} player */
  block(player) {
    return this.#call('PUT', `/api/blocks/${encodeURIComponent(player)}`);
  }

  /** @param {string} player */
  unblock(player) {
    return this.#call('DELETE', `/api/blocks/${encodeURIComponent(player)}`);
  }
}
