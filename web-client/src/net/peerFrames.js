/**
 * What goes over the direct line between two players: my paddle's newest track, and probes of the line. Big-endian; the first
 * byte says which, each has one length. Times are unsigned 48-bit microseconds, lengths signed 32-bit 1/1024 court units.
 *
 *     track  11  t:u48  y:i32  target:i32   15 bytes
 *     probe  12  t:u48                       7 bytes
 *     echo   13  t:u48                       7 bytes
 */

/** @import {PaddleData} from '../../types/protocol.js' */

/** @typedef {({ type: 'track' } & PaddleData) | { type: 'probe' | 'echo', t: number }} PeerMessage */

const TRACK = 0x11;
const PROBE = 0x12;
const ECHO = 0x13;
const TRACK_BYTES = 15;
const PROBE_BYTES = 7;
const WORD = 2 ** 32;

/** @param {PeerMessage} message @returns {ArrayBuffer} */
export function encodePeer(message) {
  const view = new DataView(new ArrayBuffer(message.type === 'track' ? TRACK_BYTES : PROBE_BYTES));
  view.setUint8(0, message.type === 'track' ? TRACK : message.type === 'probe' ? PROBE : ECHO);
  view.setUint16(1, Math.floor(message.t / WORD));
  view.setUint32(3, message.t % WORD);
  if (message.type === 'track') {
    view.setInt32(7, message.y);
    view.setInt32(11, message.target);
  }
  return view.buffer;
}

/** @param {unknown} data whatever came @returns {PeerMessage | null} null when it is none of ours */
export function decodePeer(data) {
  if (!(data instanceof ArrayBuffer) || (data.byteLength !== TRACK_BYTES && data.byteLength !== PROBE_BYTES)) {
    return null;
  }
  const view = new DataView(data);
  const kind = view.getUint8(0);
  const t = view.getUint16(1) * WORD + view.getUint32(3);
  if (data.byteLength === TRACK_BYTES) {
    return kind === TRACK ? { type: 'track', t, y: view.getInt32(7), target: view.getInt32(11) } : null;
  }
  return kind === PROBE || kind === ECHO ? { type: kind === PROBE ? 'probe' : 'echo', t } : null;
}
