/** Which screen an address asks for. The part after `#` never leaves the browser. */

/**
 * @typedef {{ name: 'start' } | { name: 'lobby' } | { name: 'practice' } | { name: 'privacy' } | { name: 'account' } | { name: 'leaders' } | { name: 'player', player: string } | { name: 'match', match: string } | { name: 'invited', code: string } | { name: 'play', room: string } | { name: 'watch', room: string }} Route
 */

/** Pages of their own name. */
const STILL = /^#\/(lobby|practice|privacy|account|leaders)$/;
const CODE = /^#\/r\/([0-9a-z]{4,32})$/;
const OF_ONE = /^#\/(play|watch|players|matches)\/([\w-]{10,40})$/;

/** @param {string} hash @returns {Route} */
export function parseRoute(hash) {
  const still = STILL.exec(hash)?.[1];
  if (still !== undefined) {
    return { name: /** @type {'lobby' | 'practice' | 'privacy' | 'account' | 'leaders'} */ (still) };
  }
  const code = CODE.exec(hash)?.[1];
  if (code !== undefined) {
    return { name: 'invited', code };
  }
  const [, kind, id = ''] = OF_ONE.exec(hash) ?? [];
  switch (kind) {
    case 'play':
      return { name: 'play', room: id };
    case 'watch':
      return { name: 'watch', room: id };
    case 'players':
      return { name: 'player', player: id };
    case 'matches':
      return { name: 'match', match: id };
    default:
      return { name: 'start' };
  }
}

/** @param {Route} route @returns {string} */
export function hashOf(route) {
  switch (route.name) {
    case 'start':
      return '#/';
    case 'lobby':
    case 'practice':
    case 'privacy':
    case 'account':
    case 'leaders':
      return `#/${route.name}`;
    case 'invited':
      return `#/r/${route.code}`;
    case 'player':
      return `#/players/${route.player}`;
    case 'match':
      return `#/matches/${route.match}`;
    case 'play':
    case 'watch':
      return `#/${route.name}/${route.room}`;
  }
}
