/** One request to auth or lobby. Every failure is an ApiProblem whose `code` has its own words in the locales. */

/** @import {Player} from '../../types/protocol.js' */

const ANSWER_WITHIN_MS = 10_000;

/** How often more, and how long at most between. */
const READ_AGAIN = 2;
const LONGEST_WAIT_S = 3;

/** Codes of the client's own, beside those of ErrorCode. */
export const OFFLINE = 'offline';
const UNAVAILABLE = 'unavailable';

export class ApiProblem extends Error {
  /** @param {string} code @param {number} status 0 when no answer came @param {number} [retryAfter] seconds to wait, 0 when none were told */
  constructor(code, status, retryAfter = 0) {
    super(code);
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** @typedef {{ token: string, player: Player }} Session */
/** @typedef {(path: string, init: RequestInit) => Promise<Response>} Fetch */
/** @typedef {(method: string, path: string, body?: object) => Promise<any>} Call */

/**
 * Requests in somebody's name. A token that expired on the way is renewed once; what only reads is asked for again when the
 * service is out of breath.
 * @param {Fetch} fetch
 * @param {(fresh: boolean) => Promise<string>} token `fresh` when the last one was refused
 * @param {(millis: number) => Promise<void>} wait
 * @returns {Call}
 */
export function callerOf(fetch, token, wait) {
  /** @type {Call} */
  const ask = async (method, path, body) => {
    try {
      return await request(fetch, method, path, { body, token: await token(false) });
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) {
        return request(fetch, method, path, { body, token: await token(true) });
      }
      throw problem;
    }
  };
  return async (method, path, body) => {
    for (let left = method === 'GET' ? READ_AGAIN : 0; ; left -= 1) {
      try {
        return await ask(method, path, body);
      } catch (problem) {
        if (left === 0 || !(problem instanceof ApiProblem) || problem.status !== 503) {
          throw problem;
        }
        await wait(Math.min(problem.retryAfter || 1, LONGEST_WAIT_S) * 1_000);
      }
    }
  };
}

/**
 * @param {Fetch} fetch
 * @param {string} method
 * @param {string} path
 * @param {{ body?: object, token?: string }} what
 * @returns {Promise<any>}
 */
export async function request(fetch, method, path, { body, token }) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json, application/problem+json' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (token !== undefined) {
    headers.Authorization = `Bearer ${token}`;
  }
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      cache: 'no-store',
    });
  } catch (fault) {
    throw new ApiProblem(fault instanceof DOMException && fault.name === 'TimeoutError' ? UNAVAILABLE : OFFLINE, 0);
  }
  const answer = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) {
    const retryAfter = Number(response.headers.get('Retry-After')) || 0;
    throw new ApiProblem(typeof answer?.code === 'string' ? answer.code : byStatus(response.status), response.status, retryAfter);
  }
  return answer;
}

/** An answer without a code of ours comes from something in between. @param {number} status */
function byStatus(status) {
  if (status === 401) {
    return 'token-invalid';
  }
  if (status === 404) {
    return 'not-found';
  }
  return status === 429 ? 'too-many-requests' : UNAVAILABLE;
}
