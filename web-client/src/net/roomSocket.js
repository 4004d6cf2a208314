/**
 * A room's channel that survives its connections: it comes back by itself, resumes where it stood, and hands on every
 * numbered message exactly once and in order.
 */

import { ApiProblem } from './request.js';
import { Backoff } from './backoff.js';
import { NORMAL, REPLACED, ROOM_GONE, STANDS_FULL, TOKEN_BAD_OR_EXPIRED, comesBack } from './closeCodes.js';
import { RoomConnection } from './roomConnection.js';
import { subprotocols } from './subprotocols.js';

/** @import {ClientMessage, Moved, Resume, ServerMessage, Welcome} from '../../types/protocol.js' */
/** @import {OpenSocket} from './subprotocols.js' */

/** @typedef {{ state: 'connecting' | 'open' | 'reconnecting' } | { state: 'closed', code: number }} ChannelStatus */

/**
 * @typedef {object} RoomSocketOptions
 * @property {string} path of the room's WebSocket
 * @property {string | null} ticket null to begin with `resume`
 * @property {Resume | null} resume where an earlier page stood
 * @property {() => Promise<string>} renewTicket asks the lobby for the seat again; rejects when it is not to be had
 * @property {OpenSocket} open
 * @property {() => number} stamp the page's clock, integer microseconds
 * @property {() => number} random from 0 to below 1
 * @property {(message: ServerMessage) => void} onMessage
 * @property {(status: ChannelStatus) => void} onStatus
 * @property {(resume: Resume) => void} onProgress where to resume from, to be kept
 */

export class RoomSocket {
  /** @type {RoomSocketOptions} */
  #options;
  /** @type {Backoff} */
  #backoff;
  /** @type {Resume | null} */
  #resume;
  /** @type {string | null} */
  #ticket;
  #ticketRenewed = false;
  /** @type {RoomConnection | null} the one that counts */
  #current = null;
  /** @type {RoomConnection | null} the one on its way */
  #coming = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  #over = false;

  /** @param {RoomSocketOptions} options */
  constructor(options) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
    this.#resume = options.resume;
    this.#ticket = options.ticket;
    options.onStatus({ state: 'connecting' });
    this.#connect();
  }

  /** @param {ClientMessage} message @returns {boolean} whether it went out; what did not is not kept */
  send(message) {
    return this.#current?.send(message) ?? false;
  }

  /** For a page that is online, shown or awake again: comes back at once, or sees whether its line still stands. */
  hurry() {
    if (this.#over) {
      return;
    }
    if (this.#current === null && this.#coming === null) {
      clearTimeout(this.#retry);
      this.#connect();
    } else {
      this.#current?.doubt();
    }
  }

  /** The end, asked for by this side. */
  close() {
    this.#over = true;
    clearTimeout(this.#retry);
    this.#current?.close(NORMAL);
    this.#coming?.close(NORMAL);
    this.#current = null;
    this.#coming = null;
  }

  #connect() {
    const resume = this.#resume;
    const socket = this.#options.open(this.#options.path, subprotocols(resume === null ? this.#ticket : null));
    /** @type {RoomConnection} */
    const connection = new RoomConnection(socket, resume, this.#options.stamp, {
      message: (message) => this.#message(connection, message),
      closed: (code, opened) => this.#closed(connection, code, opened),
    });
    this.#coming = connection;
  }

  /** @param {RoomConnection} from @param {ServerMessage} message */
  #message(from, message) {
    switch (message.type) {
      case 'welcome':
        this.#welcome(from, message);
        break;
      case 'moved':
        this.#moved(from, message);
        break;
      default:
        this.#deliver(from, message);
    }
  }

  /**
   * A new connection stands, or the room has a new owner behind the one that stood all along.
   * @param {RoomConnection} from
   * @param {Welcome} welcome
   */
  #welcome(from, welcome) {
    if (from === this.#coming) {
      this.#current?.close(NORMAL);
      this.#current = from;
      this.#coming = null;
    } else if (from !== this.#current) {
      return;
    }
    this.#backoff.reset();
    this.#ticketRenewed = false;
    const stood = welcome.recovered ? (this.#resume?.seq ?? 0) : welcome.seq;
    this.#progress({ epoch: welcome.epoch, seq: stood, secret: welcome.resumeSecret });
    this.#options.onMessage(welcome);
    this.#options.onStatus({ state: 'open' });
  }

  /** @param {RoomConnection} from @param {ServerMessage} message */
  #deliver(from, message) {
    if (from !== this.#current) {
      return;
    }
    if ('seq' in message && this.#resume !== null) {
      if (message.seq <= this.#resume.seq) {
        return;
      }
      if (message.seq !== this.#resume.seq + 1) {
        this.#drop(from);
        return;
      }
      this.#progress({ ...this.#resume, seq: message.seq });
    }
    this.#options.onMessage(message);
  }

  /** Something is missing: begin again where the row was whole. @param {RoomConnection} connection */
  #drop(connection) {
    connection.close(NORMAL);
    this.#current = null;
    this.#comeBack();
  }

  /** @param {RoomConnection} from @param {Moved} moved */
  #moved(from, moved) {
    if (from === this.#current && this.#coming === null) {
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => this.#connect(), moved.reconnectAfterMs);
    }
  }

  /** @param {RoomConnection} from @param {number} code @param {boolean} opened */
  #closed(from, code, opened) {
    const counted = from === this.#current || from === this.#coming;
    this.#current = from === this.#current ? null : this.#current;
    this.#coming = from === this.#coming ? null : this.#coming;
    if (this.#over || !counted) {
      return;
    }
    const bySelf = code === REPLACED && this.#coming !== null; // by the next connection, not yet welcomed
    if (code === TOKEN_BAD_OR_EXPIRED && !this.#ticketRenewed) {
      this.#resume = null;
      this.#renew();
    } else if (!comesBack(code) && !bySelf) {
      this.#end(code);
    } else if (this.#coming === null) {
      this.#comeBack(!opened);
    } else {
      this.#options.onStatus({ state: 'reconnecting' }); // the next connection is on its way already
    }
  }

  /** @param {boolean} [unanswered] the last try did not even open */
  #comeBack(unanswered = false) {
    clearTimeout(this.#retry);
    if (this.#current === null) {
      this.#options.onStatus({ state: 'reconnecting' });
    }
    const stale = unanswered && this.#resume === null;
    this.#retry = setTimeout(() => (stale ? this.#renew() : this.#connect()), this.#backoff.next());
  }

  /** A ticket lives for a minute; the lobby gives the holder of a seat another. */
  async #renew() {
    this.#ticketRenewed = true;
    try {
      this.#ticket = await this.#options.renewTicket();
    } catch (problem) {
      this.#withoutTicket(problem);
      return;
    }
    if (!this.#over) {
      this.#connect();
    }
  }

  /** @param {unknown} problem */
  #withoutTicket(problem) {
    if (this.#over) {
      return;
    }
    const { status, code } = problem instanceof ApiProblem ? problem : { status: 0, code: '' };
    if (status === 0 || status === 429 || status >= 500) {
      this.#comeBack(true);
    } else if (code === 'stands-full') {
      this.#end(STANDS_FULL);
    } else {
      this.#end(status === 401 ? TOKEN_BAD_OR_EXPIRED : ROOM_GONE);
    }
  }

  /** @param {number} code */
  #end(code) {
    this.close();
    this.#options.onStatus({ state: 'closed', code });
  }

  /** @param {Resume} resume */
  #progress(resume) {
    this.#resume = resume;
    this.#options.onProgress(resume);
  }
}
