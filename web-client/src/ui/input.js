/** Keyboard, gamepad, mouse and touch become where the paddle is to be. */

import { courtDirection, courtY } from '../game/geometry.js';
import { playByGamepad } from './gamepad.js';

/** @import {Match} from '../game/match.js' */
/** @import {CourtView} from './courtView.js' */
/** @import {OwnKeys} from './preferences.js' */

/** @typedef {'up' | 'down' | 'left' | 'right'} Way as on the screen */

/** @type {Readonly<Record<string, Way>>} by KeyboardEvent.code, so that any layout has them in place; these always work */
const KEYS = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  KeyA: 'left',
  ArrowRight: 'right',
  KeyD: 'right',
};

/**
 * @param {HTMLElement} area where fingers and the mouse count
 * @param {CourtView} court
 * @param {Match} match
 * @param {{ keys: OwnKeys }} preferences
 * @param {AbortSignal} signal
 */
export function playByHand(area, court, match, preferences, signal) {
  playByKeys(court, match, preferences, signal);
  playByGamepad((way) => match.press(way === null ? 0 : courtDirection(court.geometry(), way)), signal);
  playByPointer(area, court, match, signal);
}

/** @param {CourtView} court @param {Match} match @param {{ keys: OwnKeys }} preferences @param {AbortSignal} signal */
function playByKeys(court, match, preferences, signal) {
  /** @param {string | undefined} code @returns {Way | undefined} */
  const wayOf = (code) => {
    const { up, down } = preferences.keys;
    return code === undefined ? undefined : code === up ? 'up' : code === down ? 'down' : KEYS[code];
  };
  /** @type {string[]} held, the newest last */
  let held = [];
  const steer = () => {
    const way = wayOf(held.at(-1));
    match.press(way === undefined ? 0 : courtDirection(court.geometry(), way));
  };
  addEventListener(
    'keydown',
    (event) => {
      if (wayOf(event.code) === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
      }
      event.preventDefault();
      if (!event.repeat) {
        held = [...held.filter((code) => code !== event.code), event.code];
        steer();
      }
    },
    { signal },
  );
  const release = (/** @type {string | null} */ code) => {
    const left = code === null ? [] : held.filter((each) => each !== code);
    if (left.length !== held.length) {
      held = left;
      steer();
    }
  };
  addEventListener('keyup', (event) => release(event.code), { signal });
  addEventListener('blur', () => release(null), { signal });
}

/** @param {HTMLElement} area @param {CourtView} court @param {Match} match @param {AbortSignal} signal */
function playByPointer(area, court, match, signal) {
  const point = (/** @type {PointerEvent} */ event) => {
    if (event.target instanceof Element && event.target.closest('button, input, a, dialog') !== null) {
      return;
    }
    const box = court.stage.getBoundingClientRect();
    match.point(courtY(court.geometry(), event.clientX - box.left, event.clientY - box.top));
  };
  area.addEventListener('pointerdown', point, { signal });
  area.addEventListener('pointermove', point, { signal });
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}
