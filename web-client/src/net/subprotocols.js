/** How a WebSocket of ours is opened: a browser can set no header and a token never travels in a URL. */

const TRASHPONG_V1 = 'trashpong.v1';
const TOKEN_PREFIX = 'quarkus-http-upgrade#Authorization#Bearer ';

/** @param {string | null} token @returns {string[]} what to offer as subprotocols */
export function subprotocols(token) {
  return token === null ? [TRASHPONG_V1] : [TRASHPONG_V1, encodeURIComponent(TOKEN_PREFIX + token)];
}

/**
 * As much of a WebSocket as we use, so that a test can bring its own.
 * @typedef {object} SocketLike
 * @property {string} binaryType
 * @property {number} readyState
 * @property {(data: string | ArrayBuffer) => void} send
 * @property {(code?: number, reason?: string) => void} close
 * @property {(type: string, listener: (event: any) => void, options?: { signal?: AbortSignal }) => void} addEventListener
 */

/** @typedef {(path: string, protocols: string[]) => SocketLike} OpenSocket */
