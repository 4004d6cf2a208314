/** Which screen an address asks for. The part after `#` never leaves the browser. */

/**
 * @typedef {{ name: 'start' } | { name: 'lobby' } | { name: 'practice' } | { name: 'privacy' } | { name: 'account' } | { name: 'invited', code: string } | { name: 'play', room: string }} Route
 */

/** Pages of their own name. */
const STILL = /^#\/(lobby|practice|privacy|account)$/;
const CODE = /^#\/r\/([0-9a-z]{4,32})$/;
const PLAY = /^#\/play\/([\w-]{10,40})$/;

/** @param {string} hash @returns {Route} */
export function parseRoute(hash) {
  const still = STILL.exec(hash)?.[1];
  if (still !== undefined) {
    return { name: /** @type {'lobby' | 'practice' | 'privacy' | 'account'} */ (still) };
  }
  const code = CODE.exec(hash)?.[1];
  if (code !== undefined) {
    return { name: 'invited', code };
  }
  const room = PLAY.exec(hash)?.[1];
  return room === undefined ? { name: 'start' } : { name: 'play', room };
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
      return `#/${route.name}`;
    case 'invited':
      return `#/r/${route.code}`;
    case 'play':
      return `#/play/${route.room}`;
  }
}
