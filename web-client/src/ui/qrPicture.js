/** A link as a picture for another device's camera. */

import { qrCode } from './qrCode.js';

/** @import {Build} from './dom.js' */

/** Modules of light around the code (ISO/IEC 18004, clause 6.3.8). */
const QUIET = 4;

/** @param {Build} h @param {string} link @param {string} label @returns {HTMLElement | null} null for a link that is too long */
export function createQrPicture(h, link, label) {
  const code = qrCode(link);
  if (code === null) {
    return null;
  }
  const side = code.length + 2 * QUIET;
  const canvas = h('canvas', { class: 'qr', attributes: { width: side, height: side, role: 'img', 'aria-label': label } });
  const pen = canvas.getContext('2d');
  if (pen === null) {
    return null;
  }
  // Dark on light in every theme: most cameras read nothing else.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, side, side);
  pen.fillStyle = '#000000';
  code.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect(x + QUIET, y + QUIET, 1, 1)));
  return canvas;
}
