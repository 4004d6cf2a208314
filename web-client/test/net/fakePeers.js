/** Two ends of a direct line without a network: descriptions and candidates have to reach the other end by signals. */

/** @import {ChannelLike, ConnectionLike, Description} from '../../src/net/peerLine.js' */

/** @implements {ChannelLike} */
export class FakeChannel extends EventTarget {
  binaryType = '';
  readyState = 'connecting';
  bufferedAmount = 0;
  /** @type {ArrayBuffer[]} */
  sent = [];
  /** @type {FakeChannel | null} the other end */
  other = null;

  /** @param {ArrayBuffer} data */
  send(data) {
    this.sent.push(data);
    this.other?.hears(data);
  }

  /** @param {unknown} data */
  hears(data) {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }

  opens() {
    this.readyState = 'open';
    this.dispatchEvent(new Event('open'));
  }

  close() {
    if (this.readyState !== 'closed') {
      this.readyState = 'closed';
      this.dispatchEvent(new Event('close'));
      this.other?.close();
    }
  }
}

/** @implements {ConnectionLike} */
export class FakeConnection extends EventTarget {
  connectionState = 'new';
  channel = new FakeChannel();
  /** @type {string[]} what was done, in order */
  done = [];

  /** @param {{ iceServers: { urls: string[] }[] }} options */
  constructor(options) {
    super();
    this.options = options;
  }

  createDataChannel() {
    return this.channel;
  }

  /** @returns {Promise<Description>} */
  async createOffer() {
    return { type: 'offer', sdp: 'my offer' };
  }

  /** @returns {Promise<Description>} */
  async createAnswer() {
    return { type: 'answer', sdp: 'my answer' };
  }

  /** @param {Description} description */
  async setLocalDescription({ type }) {
    this.done.push(`local ${type}`);
    const candidate = { candidate: `address for the ${type}`, sdpMid: '0', sdpMLineIndex: 0 };
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate }));
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: null }));
  }

  /** @param {Description} description */
  async setRemoteDescription({ type, sdp }) {
    if (sdp === 'nonsense') {
      throw new TypeError('no description');
    }
    this.done.push(`remote ${type}`);
  }

  /** @param {{ candidate: string }} candidate */
  async addIceCandidate({ candidate }) {
    if (this.done.every((each) => !each.startsWith('remote'))) {
      throw new Error('a candidate before the description');
    }
    this.done.push(candidate);
  }

  close() {
    this.connectionState = 'closed';
  }

  fails() {
    this.connectionState = 'failed';
    this.dispatchEvent(new Event('connectionstatechange'));
  }
}

/** @param {FakeConnection} one @param {FakeConnection} other */
export function join(one, other) {
  one.channel.other = other.channel;
  other.channel.other = one.channel;
  one.channel.opens();
  other.channel.opens();
}
