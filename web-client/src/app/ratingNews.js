/** What a match did to its player's rating, as soon as the lobby has counted it. */

/** @import {RatingChange} from '../../types/protocol.js' */
/** @import {StandingsApi} from '../net/standingsApi.js' */

/** The lobby counts within a moment; later nobody reads it here any more. */
const LOOKS_AFTER_MS = [700, 2_000, 5_000];

/**
 * @param {Pick<StandingsApi, 'matchesOf'>} standings
 * @param {string} player
 * @param {string} match
 * @param {(millis: number) => Promise<void>} wait
 * @param {AbortSignal} signal nobody waits for it any more
 * @returns {Promise<RatingChange | null>} null when it was not to be had in time
 */
export async function awaitRating(standings, player, match, wait, signal) {
  for (const millis of LOOKS_AFTER_MS) {
    await wait(millis);
    if (signal.aborted) {
      return null;
    }
    try {
      const found = (await standings.matchesOf(player, null)).matches.find(({ id }) => id === match);
      if (found !== undefined) {
        return found.ratings?.[found.players[0].id === player ? 0 : 1] ?? null;
      }
    } catch {
      // It is good to know and no more; the history has it later.
    }
  }
  return null;
}
