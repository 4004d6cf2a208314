/** REST of auth and lobby. Every failure is an ApiProblem whose `code` has its own words in the locales. */

/** @import {LeaderboardEntry, Player, RoomView, SeatGrant} from '../../types/protocol.js' */

const ANSWER_WITHIN_MS = 10_000;

/** Codes of the client's own, beside those of ErrorCode. */
export const OFFLINE = 'offline';
const UNAVAILABLE = 'unavailable';

export class ApiProblem extends Error {
  /** @param {string} code @param {number} status 0 when no answer came */
  constructor(code, status) {
    super(code);
    this.code = code;
    this.status = status;
  }
}

/** @typedef {{ token: string, player: Player }} Session */
/** @typedef {(path: string, init: RequestInit) => Promise<Response>} Fetch */

/** What needs no token. */
export class AuthApi {
  /** @type {Fetch} */
  #fetch;

  /** @param {Fetch} fetch */
  constructor(fetch) {
    this.#fetch = fetch;
  }

  /** @param {string} name @returns {Promise<Session>} */
  createGuest(name) {
    return request(this.#fetch, 'POST', '/api/auth/guests', { body: { name } });
  }

  /** By the refresh cookie. @returns {Promise<Session>} */
  renewToken() {
    return request(this.#fetch, 'POST', '/api/auth/token', {});
  }
}

/** What is done in somebody's name. */
export class LobbyApi {
  /** @type {Fetch} */
  #fetch;
  /** @type {(fresh: boolean) => Promise<string>} */
  #token;

  /** @param {Fetch} fetch @param {(fresh: boolean) => Promise<string>} token */
  constructor(fetch, token) {
    this.#fetch = fetch;
    this.#token = token;
  }

  /** @returns {Promise<SeatGrant>} */
  quickMatch() {
    return this.#request('POST', '/api/rooms/quick', { game: 'pong' });
  }

  /** @param {string | null} title @param {'public' | 'private'} visibility @returns {Promise<SeatGrant>} */
  createRoom(title, visibility) {
    return this.#request('POST', '/api/rooms', { game: 'pong', ...(title ? { title } : {}), visibility });
  }

  /** @param {string} id @param {string | null} code @returns {Promise<SeatGrant>} */
  takeSeat(id, code) {
    return this.#request('POST', `/api/rooms/${encodeURIComponent(id)}/seats`, code ? { code } : {});
  }

  /** @param {string} id */
  giveUpSeat(id) {
    return this.#request('DELETE', `/api/rooms/${encodeURIComponent(id)}/seats/me`);
  }

  /** @param {string} code of a room's link @returns {Promise<RoomView | null>} */
  async findRoomByCode(code) {
    /** @type {{ rooms: RoomView[] }} */
    const { rooms } = await this.#request('GET', `/api/rooms?code=${encodeURIComponent(code)}`);
    return rooms[0] ?? null;
  }

  /** @returns {Promise<LeaderboardEntry[]>} */
  async leaderboard() {
    /** @type {{ entries: LeaderboardEntry[] }} */
    const { entries } = await this.#request('GET', '/api/leaderboard?game=pong&limit=10');
    return entries;
  }

  /** A token that expired on the way is renewed once. @param {string} method @param {string} path @param {object} [body] */
  async #request(method, path, body) {
    try {
      return await request(this.#fetch, method, path, { body, token: await this.#token(false) });
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) {
        return request(this.#fetch, method, path, { body, token: await this.#token(true) });
      }
      throw problem;
    }
  }
}

/**
 * @param {Fetch} fetch
 * @param {string} method
 * @param {string} path
 * @param {{ body?: object, token?: string }} what
 * @returns {Promise<any>}
 */
async function request(fetch, method, path, { body, token }) {
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
    throw new ApiProblem(typeof answer?.code === 'string' ? answer.code : byStatus(response.status), response.status);
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
