/**
 * The codec of the room channel: JSON text for what happens seldom, fixed big-endian frames for what happens often
 * (Java: BinaryFrame). Times are unsigned 48-bit microseconds, lengths signed 32-bit 1/1024 court units.
 */

/** @import {ClientMessage, ServerMessage, SeatNumber} from '../../types/protocol.js' */

const AIM = 0x01;
const COMMIT = 0x02;
const PING = 0x03;
const PADDLE = 0x81;
const LEG = 0x82;
const PONG = 0x83;

const WORD = 2 ** 32;
const TIME_LIMIT = 2 ** 48;

/** All `type`s a text frame of the server may have. */
const TEXT_TYPES = new Set([
  'welcome', 'seat', 'countdown', 'paused', 'resumed', 'goal', 'turn', 'played', 'finished', 'rematch', 'chat', 'emote', 'delay',
  'spectators', 'peer', 'signal', 'moved', 'error',
]);

/** What came is no message of this protocol. */
export class InvalidFrame extends Error {}

/** @param {ClientMessage} message @returns {string | ArrayBuffer} */
export function encodeClient(message) {
  switch (message.type) {
    case 'aim': {
      const view = frame(11, AIM, message.t);
      view.setInt32(7, message.target);
      return view.buffer;
    }
    case 'commit': {
      const view = frame(11, COMMIT, message.t);
      view.setUint32(7, message.leg);
      return view.buffer;
    }
    case 'ping':
      return frame(7, PING, message.t).buffer;
    default:
      return JSON.stringify(message);
  }
}

/** @param {string | ArrayBuffer} data @returns {ServerMessage} @throws {InvalidFrame} */
export function decodeServer(data) {
  return typeof data === 'string' ? decodeText(data) : decodeBinary(new DataView(data));
}

/** @param {string} text @returns {ServerMessage} */
function decodeText(text) {
  const message = parse(text);
  if (message === null || typeof message !== 'object' || !TEXT_TYPES.has(message.type)) {
    throw new InvalidFrame('a text frame of an unknown type');
  }
  return message;
}

/** @param {string} text @returns {any} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidFrame('a text frame that is no JSON');
  }
}

/** @param {DataView<ArrayBuffer>} view @returns {ServerMessage} */
function decodeBinary(view) {
  switch (view.byteLength === 0 ? 0 : view.getUint8(0)) {
    case PADDLE:
      demandLength(view, 16);
      return {
        type: 'paddle',
        seat: /** @type {SeatNumber} */ (view.getUint8(1)),
        t: time(view, 2),
        y: view.getInt32(8),
        target: view.getInt32(12),
      };
    case LEG:
      demandLength(view, 32);
      return {
        type: 'leg',
        seq: view.getUint32(2),
        leg: view.getUint32(6),
        hits: view.getUint8(1),
        t0: time(view, 10),
        x0: view.getInt32(16),
        y0: view.getInt32(20),
        vx: view.getInt32(24),
        vy: view.getInt32(28),
      };
    case PONG:
      demandLength(view, 13);
      return { type: 'pong', t: time(view, 1), roomTime: time(view, 7) };
    default:
      throw new InvalidFrame('a binary frame of an unknown kind');
  }
}

/** @param {number} length @param {number} kind @param {number} t @returns {DataView<ArrayBuffer>} */
function frame(length, kind, t) {
  if (!Number.isSafeInteger(t) || t < 0 || t >= TIME_LIMIT) {
    throw new RangeError(`time out of range: ${t}`);
  }
  const view = new DataView(new ArrayBuffer(length));
  view.setUint8(0, kind);
  view.setUint16(1, Math.floor(t / WORD));
  view.setUint32(3, t % WORD);
  return view;
}

/** @param {DataView} view @param {number} at @returns {number} */
function time(view, at) {
  return view.getUint16(at) * WORD + view.getUint32(at + 2);
}

/** @param {DataView} view @param {number} length */
function demandLength(view, length) {
  if (view.byteLength !== length) {
    throw new InvalidFrame('a binary frame of a wrong length');
  }
}
