/** Which screen an address asks for. The part after `#` never leaves the browser. */

/**
 * @typedef {{ name: 'start' } | { name: 'lobby' } | { name: 'practice' } | { name: 'privacy' } | { name: 'invited', code: string } | { name: 'play', room: string }} Route
 */

const CODE = /^#\/r\/([0-9a-z]{4,32})$/;
const PLAY = /^#\/play\/([\w-]{10,40})$/;

/** @param {string} hash @returns {Route} */
export function parseRoute(hash) {
  if (hash === '#/lobby' || hash === '#/practice' || hash === '#/privacy') {
    return { name: /** @type {'lobby' | 'practice' | 'privacy'} */ (hash.slice(2)) };
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
      return `#/${route.name}`;
    case 'invited':
      return `#/r/${route.code}`;
    case 'play':
      return `#/play/${route.room}`;
  }
}
