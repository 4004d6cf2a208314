/** The server's side of the codec, for tests and the stage; the client never needs it. */

/** @import {ClientMessage} from '../../types/protocol.js' */

const WORD = 2 ** 32;

/** @param {string | ArrayBuffer} data @returns {ClientMessage} */
export function decodeClient(data) {
  if (typeof data === 'string') {
    return JSON.parse(data);
  }
  const view = new DataView(data);
  const t = view.getUint16(1) * WORD + view.getUint32(3);
  switch (view.getUint8(0)) {
    case 1:
      return { type: 'aim', t, target: view.getInt32(7) };
    case 2:
      return { type: 'commit', t, leg: view.getUint32(7) };
    case 3:
      return { type: 'ping', t };
    default:
      throw new Error('no frame of a client');
  }
}

/** @param {any} message one of the server's @returns {string | ArrayBuffer} */
export function encodeServer(message) {
  switch (message.type) {
    case 'paddle': {
      const view = frame(16, 0x81);
      view.setUint8(1, message.seat);
      putTime(view, 2, message.t);
      view.setInt32(8, message.y);
      view.setInt32(12, message.target);
      return view.buffer;
    }
    case 'leg': {
      const view = frame(32, 0x82);
      view.setUint8(1, message.hits);
      view.setUint32(2, message.seq);
      view.setUint32(6, message.leg);
      putTime(view, 10, message.t0);
      view.setInt32(16, message.x0);
      view.setInt32(20, message.y0);
      view.setInt32(24, message.vx);
      view.setInt32(28, message.vy);
      return view.buffer;
    }
    case 'pong': {
      const view = frame(13, 0x83);
      putTime(view, 1, message.t);
      putTime(view, 7, message.roomTime);
      return view.buffer;
    }
    default:
      return JSON.stringify(message);
  }
}

/** @param {number} length @param {number} kind @returns {DataView<ArrayBuffer>} */
function frame(length, kind) {
  const view = new DataView(new ArrayBuffer(length));
  view.setUint8(0, kind);
  return view;
}

/** @param {DataView} view @param {number} at @param {number} t */
function putTime(view, at, t) {
  view.setUint16(at, Math.floor(t / WORD));
  view.setUint32(at + 2, t % WORD);
}
