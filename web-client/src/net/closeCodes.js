/** Why a WebSocket was closed (Java: CloseCode). 4000 to 4499 a client comes back after, 4500 to 4999 it does not. */

export const NORMAL = 1000;
export const TOKEN_BAD_OR_EXPIRED = 4501;
export const ROOM_GONE = 4504;
export const STANDS_FULL = 4505;
export const REPLACED = 4509;

/** Without an answer for this long the client hangs up by itself, with a code a browser lets it send. */
export const NO_ANSWER = 4008;

/** Every code our servers use; the words for each are in the locales under `close.<code>`. */
export const KNOWN_CLOSE_CODES = Object.freeze([
  1000, 1001, 1003, 1006, 1007, 1008, 1009, 1011, 1012, 1013, 4001, 4002, 4008, 4408, 4501, 4503, 4504, 4505, 4509,
]);

const COMES_BACK_BELOW_4000 = new Set([1001, 1005, 1006, 1011, 1012, 1013]);

/** @param {number} code @returns {boolean} whether the client may connect again by itself */
export function comesBack(code) {
  return code >= 4000 ? code < 4500 : COMES_BACK_BELOW_4000.has(code);
}
