/** The lobby's live feed, which comes back by itself; what it says is for the reducers of rooms, players and invitations. */

import { Backoff } from './backoff.js';
import { NORMAL, REPLACED, TOKEN_BAD_OR_EXPIRED } from './closeCodes.js';
import { subprotocols } from './subprotocols.js';

/** @import {FeedMessage} from '../../types/protocol.js' */
/** @import {OpenSocket, SocketLike} from './subprotocols.js' */

const FEED_TYPES = new Set(['snapshot', 'room', 'room-gone', 'players', 'players-changed', 'invitations', 'invitation']);

/**
 * @typedef {object} LobbySocketOptions
 * @property {(fresh: boolean) => Promise<string>} token a user token; `fresh` when the last one was refused
 * @property {OpenSocket} open
 * @property {() => number} random
 * @property {(message: FeedMessage) => void} onMessage
 * @property {(live: boolean) => void} onLive whether the list is up to date
 */

export class LobbySocket {
  /** @type {LobbySocketOptions} */
  #options;
  /** @type {Backoff} */
  #backoff;
  /** @type {SocketLike | null} */
  #socket = null;
  #over = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  #trying = false;

  /** @param {LobbySocketOptions} options */
  constructor(options) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
    void this.#connect(false);
  }

  hurry() {
    if (this.#socket === null && !this.#trying && !this.#over.signal.aborted) {
      clearTimeout(this.#retry);
      void this.#connect(false);
    }
  }

  close() {
    this.#over.abort();
    clearTimeout(this.#retry);
    this.#socket?.close(NORMAL);
  }

  /** @param {boolean} fresh */
  async #connect(fresh) {
    const { signal } = this.#over;
    this.#trying = true;
    let token;
    try {
      token = await this.#options.token(fresh);
    } catch {
      this.#comeBack(false);
      return;
    } finally {
      this.#trying = false;
    }
    if (signal.aborted) {
      return;
    }
    const socket = this.#options.open('/ws/lobby', subprotocols(token));
    this.#socket = socket;
    let opened = false;
    socket.addEventListener('open', () => (opened = true), { signal });
    socket.addEventListener('message', (event) => this.#message(event.data), { signal });
    socket.addEventListener(
      'close',
      (event) => {
        this.#socket = null;
        if (event.code === REPLACED) {
          this.#options.onLive(false); // this player has many tabs open; looking at this one again asks again
        } else {
          this.#comeBack(!opened || event.code === TOKEN_BAD_OR_EXPIRED);
        }
      },
      { signal },
    );
  }

  /** @param {unknown} data */
  #message(data) {
    const message = typeof data === 'string' ? JSON.parse(data) : null;
    if (FEED_TYPES.has(message?.type)) {
      this.#backoff.reset();
      this.#options.onMessage(message);
      this.#options.onLive(true);
    }
  }

  /** @param {boolean} refused whether the token may have been the reason */
  #comeBack(refused) {
    if (this.#over.signal.aborted) {
      return;
    }
    this.#options.onLive(false);
    this.#retry = setTimeout(() => void this.#connect(refused), this.#backoff.next());
  }
}
