/** Who somebody is: what needs no token, and what is done to one's own account. */

import { request } from './request.js';

/** @import {AccountExport} from '../../types/protocol.js' */
/** @import {Call, Fetch, Session} from './request.js' */

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

  /** @param {string} name @param {string} password @returns {Promise<Session>} */
  logIn(name, password) {
    return request(this.#fetch, 'POST', '/api/auth/sessions', { body: { name, password } });
  }
}

export class AccountApi {
  /** @type {Call} */
  #call;

  /** @param {Call} call */
  constructor(call) {
    this.#call = call;
  }

  /** A guest keeps his id, and with it his points. @param {string} name @param {string} password @returns {Promise<Session>} */
  upgrade(name, password) {
    return this.#call('POST', '/api/auth/me/account', { name, password });
  }

  /** All other sessions end. @param {string} current @param {string} next @returns {Promise<Session>} */
  changePassword(current, next) {
    return this.#call('PUT', '/api/auth/me/password', { current, next });
  }

  logOut() {
    return this.#call('DELETE', '/api/auth/sessions/current');
  }

  logOutEverywhere() {
    return this.#call('DELETE', '/api/auth/sessions');
  }

  /** @returns {Promise<AccountExport>} */
  export() {
    return this.#call('GET', '/api/auth/me/export');
  }

  /** For good. @param {string | null} password null of a guest */
  delete(password) {
    return this.#call('POST', '/api/auth/me/deletion', password === null ? {} : { password });
  }
}
