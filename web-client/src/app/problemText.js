/** What went wrong, in the player's words. */

/** @import {Words} from '../i18n/i18n.js' */

/** Past this it is said how long to wait; below it, a moment is right. */
const A_MOMENT_S = 30;

/** @param {unknown} problem @returns {string} */
export function codeOf(problem) {
  return typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : 'internal';
}

/** @param {Words} words @param {unknown} problem @returns {string} */
export function problemText({ t, has }, problem) {
  const code = codeOf(problem);
  const { retryAfter = 0 } = /** @type {{ retryAfter?: number }} */ (problem ?? {});
  if (code === 'too-many-requests' && retryAfter > A_MOMENT_S) {
    return t('error.wait', { count: Math.ceil(retryAfter / 60) });
  }
  return t(has(`error.${code}`) ? `error.${code}` : 'error.internal');
}
