/** What the pages of the app share. */

/** @import {Player} from '../../types/protocol.js' */
/** @import {Words} from '../i18n/i18n.js' */
/** @import {AccountApi} from '../net/authApi.js' */
/** @import {LobbyApi} from '../net/lobbyApi.js' */
/** @import {PlayersApi} from '../net/playersApi.js' */
/** @import {StandingsApi} from '../net/standingsApi.js' */
/** @import {Identity} from '../net/identity.js' */
/** @import {ConnectPeer} from '../net/peerLine.js' */
/** @import {OpenSocket} from '../net/subprotocols.js' */
/** @import {Preferences} from '../ui/preferences.js' */
/** @import {Route} from '../ui/router.js' */
/** @import {Shell} from '../ui/shell.js' */
/** @import {Sound} from '../ui/sound.js' */

/**
 * @typedef {object} AppContext
 * @property {Words} words in the language of now
 * @property {Shell} shell
 * @property {Preferences} preferences
 * @property {Sound} sound
 * @property {Identity} identity
 * @property {LobbyApi} api
 * @property {PlayersApi} players
 * @property {StandingsApi} standings
 * @property {AccountApi} account
 * @property {OpenSocket} openSocket
 * @property {ConnectPeer | null} connectPeer null where the browser knows no direct lines
 * @property {() => number} stamp the page's clock, integer microseconds
 * @property {(route: Route) => void} go
 * @property {(problem: unknown) => void} fail says what went wrong; who is nobody any more begins anew
 */

/**
 * @typedef {object} Page
 * @property {() => void} translate builds its screen anew in the words of now
 * @property {() => void} hurry the page is online, shown or awake again
 * @property {(hidden: boolean) => void} [hide] the page went out of sight, or came back
 * @property {() => void} close
 */

/** @param {AppContext} context @returns {Player} who plays @throws when nobody does */
export function playerOf({ identity }) {
  if (identity.player === null) {
    throw new Error('nobody plays');
  }
  return identity.player;
}

export {};
