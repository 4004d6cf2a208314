/** One WebSocket to a room, from its opening to its end: hello, pings, signs of life. Coming back is RoomSocket's. */

import { NO_ANSWER } from './closeCodes.js';
import { InvalidFrame, decodeServer, encodeClient } from './frames.js';

/** @import {ClientMessage, Resume, ServerMessage} from '../../types/protocol.js' */
/** @import {SocketLike} from './subprotocols.js' */

const OPEN = 1;
const FIRST_PINGS = 5;
const FIRST_PINGS_EVERY_MS = 40;
const PING_EVERY_MS = 1_000;
const SILENCE_MS = 5_000;
/** A timer this late means that the page slept, and what the line brought meanwhile still waits to be read. */
const SLEPT_MS = 2_000;
/** How long a line in doubt has to say something. */
const IN_DOUBT_MS = 1_500;

/**
 * @typedef {object} ConnectionEvents
 * @property {(message: ServerMessage) => void} message
 * @property {(code: number, opened: boolean) => void} closed called once, at the end
 */

export class RoomConnection {
  /** @type {SocketLike} */
  #socket;
  /** @type {ConnectionEvents} */
  #events;
  /** @type {() => number} */
  #stamp;
  #ended = new AbortController();
  #opened = false;
  #heardAt = 0;
  #dueAt = 0;
  #pings = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {SocketLike} socket
   * @param {Resume | null} resume
   * @param {() => number} stamp the page's clock, integer microseconds
   * @param {ConnectionEvents} events
   */
  constructor(socket, resume, stamp, events) {
    this.#socket = socket;
    this.#events = events;
    this.#stamp = stamp;
    this.#heardAt = stamp();
    socket.binaryType = 'arraybuffer';
    const { signal } = this.#ended;
    socket.addEventListener('open', () => this.#open(resume), { signal });
    socket.addEventListener('message', (event) => this.#message(event.data), { signal });
    socket.addEventListener('close', (event) => this.#end(event.code), { signal });
    this.#watchIn(PING_EVERY_MS);
  }

  /** @param {ClientMessage} message @returns {boolean} whether it went out */
  send(message) {
    if (this.#socket.readyState !== OPEN) {
      return false;
    }
    this.#socket.send(encodeClient(message));
    return true;
  }

  /** The page slept or changed its network: asks whether the other end still answers, and gives up on it soon. */
  doubt() {
    if (!this.#ended.signal.aborted) {
      clearTimeout(this.#timer);
      this.#dueAt = -Infinity; // as if the watch came late
      this.#watch();
    }
  }

  /** Hangs up without telling anybody. @param {number} code */
  close(code) {
    if (this.#ended.signal.aborted) {
      return;
    }
    clearTimeout(this.#timer);
    this.#ended.abort();
    this.#socket.close(code);
  }

  /** @param {Resume | null} resume */
  #open(resume) {
    this.#opened = true;
    this.#heardAt = this.#stamp();
    this.send({ type: 'hello', resume });
    clearTimeout(this.#timer);
    this.#dueAt = this.#heardAt;
    this.#watch();
  }

  /** @param {string | ArrayBuffer} data */
  #message(data) {
    this.#heardAt = this.#stamp();
    let message;
    try {
      message = decodeServer(data);
    } catch (fault) {
      if (fault instanceof InvalidFrame) {
        return; // a newer server may say more than this page knows
      }
      throw fault;
    }
    this.#events.message(message);
  }

  #watch() {
    const now = this.#stamp();
    if (now - this.#dueAt > SLEPT_MS * 1_000) {
      this.#heardAt = now - (SILENCE_MS - IN_DOUBT_MS) * 1_000;
    }
    if (now - this.#heardAt > SILENCE_MS * 1_000) {
      this.#socket.close(NO_ANSWER);
      this.#end(1006); // a dead line may keep the browser waiting for its own close event
      return;
    }
    if (this.#opened) {
      this.send({ type: 'ping', t: now });
      this.#pings += 1;
    }
    this.#watchIn(this.#opened && this.#pings < FIRST_PINGS ? FIRST_PINGS_EVERY_MS : PING_EVERY_MS);
  }

  /** @param {number} ms */
  #watchIn(ms) {
    this.#dueAt = this.#stamp() + ms * 1_000;
    this.#timer = setTimeout(() => this.#watch(), ms);
  }

  /** @param {number} code */
  #end(code) {
    clearTimeout(this.#timer);
    this.#ended.abort();
    this.#events.closed(code, this.#opened);
  }
}
