/** Any gamepad: its cross or a stick moves the paddle. It is asked once per frame, and only while there is one. */

/** @import {Way} from './input.js' */

/** Sticks never rest exactly in their middle. */
const TILT = 0.4;

/** Of the standard mapping (W3C Gamepad): the cross, and the axes of both sticks, across and along in turn. */
const CROSS = /** @type {const} */ ([[12, 'up'], [13, 'down'], [14, 'left'], [15, 'right']]);
const STICKS = /** @type {const} */ ([[1, 'up', 'down'], [3, 'up', 'down'], [0, 'left', 'right'], [2, 'left', 'right']]);

/** @param {{ buttons: readonly { pressed: boolean }[], axes: readonly number[] }} pad @returns {Way | null} */
export function wayOfPad({ buttons, axes }) {
  for (const [button, way] of CROSS) {
    if (buttons[button]?.pressed) {
      return way;
    }
  }
  for (const [axis, less, more] of STICKS) {
    const tilt = axes[axis] ?? 0;
    if (Math.abs(tilt) > TILT) {
      return tilt < 0 ? less : more;
    }
  }
  return null;
}

/** @param {(way: Way | null) => void} steer told of each change @param {AbortSignal} signal */
export function playByGamepad(steer, signal) {
  let running = 0;
  /** @type {Way | null} */
  let held = null;
  const look = () => {
    const pads = navigator.getGamepads().filter((pad) => pad !== null);
    running = pads.length === 0 ? 0 : requestAnimationFrame(look);
    const way = pads.map(wayOfPad).find((each) => each !== null) ?? null;
    if (way !== held) {
      held = way;
      steer(way);
    }
  };
  const begin = () => {
    if (running === 0) {
      running = requestAnimationFrame(look);
    }
  };
  addEventListener('gamepadconnected', begin, { signal });
  signal.addEventListener('abort', () => cancelAnimationFrame(running));
  if (navigator.getGamepads?.().some((pad) => pad !== null)) {
    begin();
  }
}
