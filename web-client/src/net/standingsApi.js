/** Who leads, and what was played. */

/** @import {GameKind, Leaderboard, MatchPage, MatchView, Period} from '../../types/protocol.js' */
/** @import {Call} from './request.js' */

export class StandingsApi {
  /** @type {Call} */
  #call;

  /** @param {Call} call */
  constructor(call) {
    this.#call = call;
  }

  /** @param {GameKind} game @param {Period} period @param {number} limit @returns {Promise<Leaderboard>} */
  leaderboard(game, period, limit) {
    return this.#call('GET', `/api/leaderboard?game=${game}&period=${period}&limit=${limit}`);
  }

  /** Of all games, the last match first. @param {string} player @param {string | null} after `next` of the page before @returns {Promise<MatchPage>} */
  matchesOf(player, after) {
    const from = after === null ? '' : `&after=${encodeURIComponent(after)}`;
    return this.#call('GET', `/api/players/${encodeURIComponent(player)}/matches?limit=20${from}`);
  }

  /** @param {string} id @returns {Promise<MatchView>} */
  match(id) {
    return this.#call('GET', `/api/matches/${encodeURIComponent(id)}`);
  }
}
