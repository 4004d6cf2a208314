/** Who plays in this tab: a user token, renewed by the refresh cookie before it ends. */

import { ApiProblem } from './request.js';

/** @import {Player} from '../../types/protocol.js' */
/** @import {AuthApi} from './authApi.js' */
/** @import {Session} from './request.js' */

/** A token is renewed when it has less than this to live. */
const RENEW_BEFORE_MS = 60_000;

/**
 * @typedef {object} SessionStore keeps a session over a reload of the tab
 * @property {() => Session | null} load
 * @property {(session: Session | null) => void} save
 */

export class Identity {
  /** @type {AuthApi} */
  #auth;
  /** @type {SessionStore} */
  #store;
  /** @type {() => number} */
  #now;
  /** @type {Session | null} */
  #session;
  /** @type {Promise<Session> | null} */
  #renewing = null;

  /**
   * @param {AuthApi} auth
   * @param {SessionStore} store
   * @param {() => number} now milliseconds since 1970
   */
  constructor(auth, store, now) {
    this.#auth = auth;
    this.#store = store;
    this.#now = now;
    this.#session = store.load();
  }

  /** @returns {Player | null} */
  get player() {
    return this.#session?.player ?? null;
  }

  /** @returns {boolean} whether who plays has no account */
  get isGuest() {
    return this.#session !== null && claimsOf(this.#session.token).guest === true;
  }

  /**
   * Who comes back under his old name is who he was, by the refresh cookie; anybody else is a new guest.
   * @param {string} name
   * @param {boolean} cameBefore whether this browser played under that name
   * @returns {Promise<Player>}
   */
  async enter(name, cameBefore) {
    const known = cameBefore ? await this.#auth.renewToken().catch(unlessUnreachable) : null;
    const session = known?.player.name === name ? known : await this.#auth.createGuest(name);
    this.#keep(session);
    return session.player;
  }

  /** A wrong password is the caller's to tell. @param {string} name @param {string} password @returns {Promise<Player>} */
  async logIn(name, password) {
    const session = await this.#auth.logIn(name, password);
    this.#keep(session);
    return session.player;
  }

  /** Goes on with what auth answered to a change of the account. @param {Session} session */
  adopt(session) {
    this.#keep(session);
  }

  /** @param {boolean} fresh whether the last one was refused @returns {Promise<string>} */
  async token(fresh) {
    const session = this.#session;
    if (session === null) {
      throw new ApiProblem('token-invalid', 401);
    }
    if (!fresh && expiresAt(session.token) - this.#now() > RENEW_BEFORE_MS) {
      return session.token;
    }
    this.#renewing ??= this.#renew(session).finally(() => (this.#renewing = null));
    return (await this.#renewing).token;
  }

  forget() {
    this.#keep(null);
  }

  /** @param {Session} old @returns {Promise<Session>} */
  async #renew(old) {
    try {
      const renewed = await this.#auth.renewToken();
      if (renewed.player.id !== old.player.id) {
        throw new ApiProblem('token-invalid', 401); // another tab of this browser became somebody else
      }
      this.#keep(renewed);
      return renewed;
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) {
        this.forget();
      }
      throw problem;
    }
  }

  /** @param {Session | null} session */
  #keep(session) {
    this.#session = session;
    this.#store.save(session);
  }
}

/** @param {unknown} problem @returns {null} */
function unlessUnreachable(problem) {
  if (problem instanceof ApiProblem && (problem.status === 401 || problem.status === 403)) {
    return null;
  }
  throw problem;
}

/** @param {string} token a JWT @returns {number} milliseconds since 1970; 0 when it can't be read */
export function expiresAt(token) {
  const { exp } = claimsOf(token);
  return typeof exp === 'number' ? exp * 1_000 : 0;
}

/** What a token says, for the page alone: only the services check it. @param {string} token @returns {{ exp?: unknown, guest?: unknown }} */
function claimsOf(token) {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(atob(payload));
  } catch {
    return {};
  }
}
