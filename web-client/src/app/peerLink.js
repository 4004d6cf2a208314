/** When there is a direct line to the other player: once both agree to it, as long as it holds, and a few times anew. */

import { PeerLine } from '../net/peerLine.js';

/** @import {ClientMessage, PaddleData, Peer, ServerMessage} from '../../types/protocol.js' */
/** @import {Match} from '../game/match.js' */
/** @import {ConnectPeer} from '../net/peerLine.js' */

const FIRST_RETRY_MS = 5_000;
const MOST_RETRIES = 3;

/**
 * @typedef {object} PeerLinkOptions
 * @property {ConnectPeer | null} connect null where the browser can't
 * @property {() => boolean} allowed whether this player agrees
 * @property {(message: ClientMessage) => boolean} send to the room
 * @property {() => number} stamp the page's clock, integer microseconds
 * @property {Match} match
 * @property {() => void} onChange
 */

export class PeerLink {
  /** @type {PeerLinkOptions} */
  #options;
  /** @type {PeerLine | null} */
  #line = null;
  #told = false;
  #retries = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;

  /** @param {PeerLinkOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /** @returns {{ roundTrip: number | null } | null} the open line, with its delay in microseconds; null without one */
  get state() {
    return this.#line?.isOpen ? { roundTrip: this.#line.roundTrip } : null;
  }

  /** Tells the room whether this player agrees, when that is news to it. */
  update() {
    const { allowed, connect, match, send } = this.#options;
    const agrees = allowed() && connect !== null;
    if (match.seat === null || agrees === this.#told) {
      return;
    }
    if (send({ type: 'peer', on: agrees })) {
      this.#told = agrees;
    }
    if (!agrees) {
      this.#hangUp();
    }
  }

  /** @param {ServerMessage} message */
  receive(message) {
    switch (message.type) {
      case 'welcome':
        // A new owner of the room may not know who agreed; a line that stands needs nobody to know.
        this.#told = this.#told && this.#line !== null;
        break;
      case 'peer':
        this.#begin(message);
        break;
      case 'signal':
        this.#line?.receive(message.data);
        break;
      case 'seat':
        if (message.state === null) {
          this.#hangUp();
        }
        break;
      default:
        break;
    }
  }

  /** @param {PaddleData} track of my paddle */
  share(track) {
    this.#line?.share(track);
  }

  close() {
    clearTimeout(this.#retry);
    this.#hangUp();
  }

  /** @param {Peer} message */
  #begin({ on, stun }) {
    const { allowed, connect, match, send, stamp } = this.#options;
    this.#hangUp();
    if (!on) {
      return;
    }
    if (!allowed() || connect === null || match.seat === null) {
      send({ type: 'peer', on: false });
      return;
    }
    const line = new PeerLine({
      connect,
      first: match.seat === 0,
      stun,
      stamp,
      signal: (data) => void send({ type: 'signal', data }),
      onTrack: (track) => match.hint(track),
      onChange: () => this.#changed(line),
    });
    this.#line = line;
  }

  /** @param {PeerLine} line */
  #changed(line) {
    if (line.isOver && line === this.#line) {
      this.#line = null;
      this.#tryAgain();
    } else if (line.isOpen) {
      this.#retries = 0;
    }
    this.#options.onChange();
  }

  /** One side begins anew, or both would. */
  #tryAgain() {
    if (this.#options.match.seat === 0 && this.#retries < MOST_RETRIES) {
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => this.#askAnew(), FIRST_RETRY_MS * 2 ** this.#retries);
      this.#retries += 1;
    }
  }

  #askAnew() {
    if (this.#line === null && this.#told) {
      this.#options.send({ type: 'peer', on: true });
    }
  }

  #hangUp() {
    const line = this.#line;
    this.#line = null;
    line?.close();
  }
}
