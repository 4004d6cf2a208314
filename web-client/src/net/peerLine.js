/**
 * A direct line to the other player's browser: one WebRTC data channel, unordered and without repeats, for what is worth
 * nothing once it is late. All that comes over it is from somebody who may lie: it is bounded in size and rate, and what it
 * says is judged by who receives it. Losing it loses nothing.
 */

import { decodePeer, encodePeer } from './peerFrames.js';

/** @import {PaddleData} from '../../types/protocol.js' */
/** @import {PeerMessage} from './peerFrames.js' */

/** Of RTCDataChannel. @typedef {EventTarget & { binaryType: string, readyState: string, bufferedAmount: number, send(data: ArrayBuffer): void, close(): void }} ChannelLike */

/** @typedef {{ type: 'offer' | 'answer', sdp?: string }} Description */
/** @typedef {{ candidate: string, sdpMid: string | null, sdpMLineIndex: number | null }} Candidate */

/**
 * Of RTCPeerConnection.
 * @typedef {EventTarget & {
 *   connectionState: string,
 *   createDataChannel(label: string, options: object): ChannelLike,
 *   createOffer(): Promise<Description>,
 *   createAnswer(): Promise<Description>,
 *   setLocalDescription(description: Description): Promise<void>,
 *   setRemoteDescription(description: Description): Promise<void>,
 *   addIceCandidate(candidate: Candidate): Promise<void>,
 *   close(): void,
 * }} ConnectionLike
 */

/** @typedef {(options: { iceServers: { urls: string[] }[] }) => ConnectionLike} ConnectPeer */

const OPENS_WITHIN_MS = 10_000;
const PROBE_EVERY_MS = 1_000;
/** Candidates of one other side: a machine has a handful of addresses. */
const MOST_CANDIDATES = 40;
/** The room passes on no longer signal. */
const LONGEST_SIGNAL = 3_000;
/** So many messages at once, and a second; a player at his limits needs less. */
const MESSAGES_PER_SECOND = 150;
/** More than this waiting means that the line is slower than its player. */
const MOST_BUFFERED = 4_096;
const ROUND_TRIPS = 5;

/**
 * @typedef {object} PeerLineOptions
 * @property {ConnectPeer} connect
 * @property {boolean} first whether this side offers
 * @property {string[]} stun servers that tell an address
 * @property {() => number} stamp the page's clock, integer microseconds
 * @property {(data: string) => void} signal to the other side, by way of the room
 * @property {(track: PaddleData) => void} onTrack of the other's paddle, as he says
 * @property {() => void} onChange it is open, its delay is known anew, or it is over
 */

export class PeerLine {
  /** @type {PeerLineOptions} */
  #options;
  /** @type {ConnectionLike} */
  #connection;
  /** @type {ChannelLike} */
  #channel;
  #ended = new AbortController();
  /** Signals are worked on one after another. @type {Promise<void>} */
  #work = Promise.resolve();
  /** @type {Candidate[] | null} those that came before the description; null once that is there */
  #early = [];
  #candidates = 0;
  /** @type {number | null} the stamp of the probe that is under way */
  #probed = null;
  /** @type {number[]} newest last */
  #trips = [];
  #allowance = MESSAGES_PER_SECOND;
  #countedAt;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {PeerLineOptions} options */
  constructor(options) {
    this.#options = options;
    this.#countedAt = options.stamp();
    const { signal } = this.#ended;
    const connection = options.connect({ iceServers: options.stun.length > 0 ? [{ urls: options.stun }] : [] });
    const channel = connection.createDataChannel('paddles', { negotiated: true, id: 0, ordered: false, maxRetransmits: 0 });
    this.#connection = connection;
    this.#channel = channel;
    channel.binaryType = 'arraybuffer';
    channel.addEventListener('open', () => this.#open(), { signal });
    channel.addEventListener('message', (event) => this.#message(/** @type {MessageEvent} */ (event).data), { signal });
    channel.addEventListener('close', () => this.close(), { signal });
    connection.addEventListener('icecandidate', (event) => this.#found(/** @type {RTCPeerConnectionIceEvent} */ (event).candidate), { signal });
    connection.addEventListener('connectionstatechange', () => this.#changed(), { signal });
    this.#timer = setTimeout(() => this.close(), OPENS_WITHIN_MS);
    if (options.first) {
      this.#do(async () => this.#describe(await connection.createOffer()));
    }
  }

  get isOpen() {
    return !this.isOver && this.#channel.readyState === 'open';
  }

  get isOver() {
    return this.#ended.signal.aborted;
  }

  /** @returns {number | null} the median of the last round trips, microseconds; null before the first */
  get roundTrip() {
    return this.#trips.toSorted((a, b) => a - b)[Math.floor(this.#trips.length / 2)] ?? null;
  }

  /** @param {PaddleData} track mine; not sent while the line is slow or not there */
  share({ t, y, target }) {
    this.#send({ type: 'track', t, y, target });
  }

  /** What the room passed on from the other side. @param {string} data */
  receive(data) {
    const said = data.length > LONGEST_SIGNAL ? null : parse(data);
    if (said === null) {
      return;
    }
    if ('candidate' in said) {
      this.#candidates += 1;
      if (this.#candidates <= MOST_CANDIDATES) {
        this.#do(() => this.#addCandidate(said));
      }
    } else if (said.type === (this.#options.first ? 'answer' : 'offer')) {
      this.#do(() => this.#answer(said));
    }
  }

  /** The end, for either reason. */
  close() {
    if (this.isOver) {
      return;
    }
    clearTimeout(this.#timer);
    this.#ended.abort();
    this.#channel.close();
    this.#connection.close();
    this.#options.onChange();
  }

  /** @param {() => Promise<void>} step */
  #do(step) {
    this.#work = this.#work.then(() => (this.isOver ? undefined : step())).catch(() => this.close());
  }

  /** @param {Description} description mine */
  async #describe(description) {
    await this.#connection.setLocalDescription(description);
    this.#options.signal(JSON.stringify({ type: description.type, sdp: description.sdp }));
  }

  /** @param {Description} description the other's */
  async #answer(description) {
    await this.#connection.setRemoteDescription(description);
    const early = this.#early ?? [];
    this.#early = null;
    for (const candidate of early) {
      await this.#addCandidate(candidate);
    }
    if (!this.#options.first) {
      await this.#describe(await this.#connection.createAnswer());
    }
  }

  /** @param {Candidate} candidate */
  async #addCandidate(candidate) {
    if (this.#early !== null) {
      this.#early.push(candidate);
      return;
    }
    try {
      await this.#connection.addIceCandidate(candidate);
    } catch {
      // One address that is of no use here; another may be.
    }
  }

  /** @param {Candidate | null} candidate null: there are no more */
  #found(candidate) {
    if (candidate !== null && candidate.candidate !== '') {
      const { candidate: words, sdpMid, sdpMLineIndex } = candidate;
      this.#options.signal(JSON.stringify({ candidate: words, sdpMid, sdpMLineIndex }));
    }
  }

  #changed() {
    const { connectionState } = this.#connection;
    if (connectionState === 'failed' || connectionState === 'closed') {
      this.close();
    }
  }

  #open() {
    clearTimeout(this.#timer);
    this.#probe();
    this.#options.onChange();
  }

  #probe() {
    this.#probed = this.#options.stamp();
    this.#send({ type: 'probe', t: this.#probed });
    this.#timer = setTimeout(() => this.#probe(), PROBE_EVERY_MS);
  }

  /** @param {unknown} data */
  #message(data) {
    const message = this.#mayCome() ? decodePeer(data) : null;
    if (message === null) {
      this.close(); // no player of ours: too much, or nothing that is ours
      return;
    }
    switch (message.type) {
      case 'track':
        this.#options.onTrack({ t: message.t, y: message.y, target: message.target });
        break;
      case 'probe':
        this.#send({ type: 'echo', t: message.t });
        break;
      case 'echo':
        this.#echoed(message.t);
        break;
    }
  }

  /** @param {number} t */
  #echoed(t) {
    if (t === this.#probed) {
      this.#probed = null;
      this.#trips = [...this.#trips, this.#options.stamp() - t].slice(-ROUND_TRIPS);
      this.#options.onChange();
    }
  }

  #mayCome() {
    const now = this.#options.stamp();
    const refill = (Math.max(0, now - this.#countedAt) * MESSAGES_PER_SECOND) / 1e6;
    this.#countedAt = now;
    this.#allowance = Math.min(MESSAGES_PER_SECOND, this.#allowance + refill) - 1;
    return this.#allowance >= 0;
  }

  /** @param {PeerMessage} message */
  #send(message) {
    if (this.isOpen && this.#channel.bufferedAmount <= MOST_BUFFERED) {
      this.#channel.send(encodePeer(message));
    }
  }
}

/** @param {string} data @returns {Description | Candidate | null} null when it is neither */
function parse(data) {
  /** @type {any} */
  let said;
  try {
    said = JSON.parse(data);
  } catch {
    return null;
  }
  if (typeof said !== 'object' || said === null) {
    return null;
  }
  const { type, sdp, candidate, sdpMid, sdpMLineIndex } = said;
  if ((type === 'offer' || type === 'answer') && typeof sdp === 'string') {
    return { type, sdp };
  }
  const hasPlace = (sdpMid === null || typeof sdpMid === 'string') && (sdpMLineIndex === null || Number.isInteger(sdpMLineIndex));
  return typeof candidate === 'string' && hasPlace ? { candidate, sdpMid, sdpMLineIndex } : null;
}
