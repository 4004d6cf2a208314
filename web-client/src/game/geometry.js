/**
 * Where the court lies on the screen. It keeps its proportions; on a screen higher than wide it turns by a quarter, so
 * that who plays has his paddle at the bottom.
 */

import { CENTRE_X, CENTRE_Y, HEIGHT, WIDTH } from './rules/index.js';

/** @import {SeatNumber} from '../../types/protocol.js' */

/**
 * @typedef {object} Geometry
 * @property {number} width of the screen's part, CSS pixels
 * @property {number} height
 * @property {number} scale pixels per su
 * @property {0 | 1 | -1} turn quarters clockwise
 */

/**
 * @param {number} width of the room there is, pixels
 * @param {number} height
 * @param {SeatNumber | null} seat who looks
 * @param {'all' | 'cover'} [part] all of the court is to be seen, or the room to be covered
 * @returns {Geometry}
 */
export function fitCourt(width, height, seat, part = 'all') {
  const turn = width >= height ? 0 : seat === 1 ? 1 : -1;
  const [long, short] = turn === 0 ? [width, height] : [height, width];
  const scales = [long / WIDTH, short / HEIGHT];
  const scale = part === 'all' ? Math.min(...scales) : Math.max(...scales);
  const size = [WIDTH * scale, HEIGHT * scale];
  return turn === 0
    ? { width: size[0], height: size[1], scale, turn }
    : { width: size[1], height: size[0], scale, turn };
}

/** @param {Geometry} geometry @param {number} x su @param {number} y su @returns {[number, number]} pixels */
export function toScreen({ width, height, scale, turn }, x, y) {
  const along = (x - CENTRE_X) * scale;
  const across = (y - CENTRE_Y) * scale;
  switch (turn) {
    case 0:
      return [width / 2 + along, height / 2 + across];
    case 1:
      return [width / 2 - across, height / 2 + along];
    case -1:
      return [width / 2 + across, height / 2 - along];
  }
}

/** @param {Geometry} geometry @param {number} px pixels @param {number} py @returns {number} y on the court, su */
export function courtY({ width, height, scale, turn }, px, py) {
  switch (turn) {
    case 0:
      return CENTRE_Y + (py - height / 2) / scale;
    case 1:
      return CENTRE_Y - (px - width / 2) / scale;
    case -1:
      return CENTRE_Y + (px - width / 2) / scale;
  }
}

/**
 * @param {Geometry} geometry
 * @param {'up' | 'down' | 'left' | 'right'} key as on the screen
 * @returns {-1 | 0 | 1} direction on the court; 0 for a key that means nothing there
 */
export function courtDirection({ turn }, key) {
  if (key === 'up' || key === 'down') {
    // On a turned court up and down still move the paddle: nobody is without a key that works.
    const down = key === 'down' ? 1 : -1;
    return turn === 1 ? /** @type {-1 | 1} */ (-down) : down;
  }
  if (turn === 0) {
    return 0;
  }
  const right = key === 'right' ? 1 : -1;
  return turn === 1 ? /** @type {-1 | 1} */ (-right) : right;
}
