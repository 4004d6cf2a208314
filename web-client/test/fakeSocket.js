/** A WebSocket that a test holds both ends of. */

import { decodeClient, encodeServer } from './stage/wire.js';

/** @import {ClientMessage} from '../types/protocol.js' */

export class FakeSocket extends EventTarget {
  readyState = 0;
  binaryType = '';
  /** @type {ClientMessage[]} */
  sent = [];
  /** @type {number | null} code of the client's own close */
  hungUpWith = null;

  /** @param {string} path @param {string[]} protocols */
  constructor(path, protocols) {
    super();
    this.path = path;
    this.protocols = protocols;
  }

  /** @param {string | ArrayBuffer} data */
  send(data) {
    this.sent.push(decodeClient(data));
  }

  /** @param {number} [code] */
  close(code) {
    this.readyState = 3;
    this.hungUpWith = code ?? 1005;
  }

  /** @param {string} type */
  sentOf(type) {
    return this.sent.filter((message) => message.type === type);
  }

  opens() {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  /** @param {object} message */
  says(message) {
    this.saysData(encodeServer(message));
  }

  /** @param {unknown} data */
  saysData(data) {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }

  /** @param {number} code */
  closes(code) {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

/** Opens fake sockets and keeps them. */
export class FakeNetwork {
  /** @type {FakeSocket[]} */
  sockets = [];

  /** @param {string} path @param {string[]} protocols */
  open = (path, protocols) => {
    const socket = new FakeSocket(path, protocols);
    this.sockets.push(socket);
    return socket;
  };

  get last() {
    const socket = this.sockets.at(-1);
    if (socket === undefined) {
      throw new Error('nothing was opened');
    }
    return socket;
  }
}
