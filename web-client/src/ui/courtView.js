/** A court on the page: two canvases, crisp on every density, drawn once per frame while they are to be seen. */

import { NO_EFFECTS, afterFrame } from '../game/effects.js';
import { fitCourt } from '../game/geometry.js';
import { drawCourt, drawPlay } from '../game/render.js';

/** @import {Geometry} from '../game/geometry.js' */
/** @import {Frame, Match} from '../game/match.js' */
/** @import {CourtColours} from '../game/render.js' */
/** @import {Build} from './dom.js' */

/** More would cost a phone its battery and show nobody anything. */
const MOST_DENSITY = 3;

/** Told on the document when the palette changes. */
export const THEME_CHANGED = 'trashpong:theme';

/**
 * @typedef {object} CourtOptions
 * @property {Build} h
 * @property {AbortSignal} signal
 * @property {Match} match
 * @property {string} label for who does not see it
 * @property {'all' | 'cover'} [part] what of the court is to be seen
 * @property {(frame: Frame) => void} [onFrame] after each drawn frame
 * @property {() => void} [beforeFrame]
 */

/** @typedef {{ element: HTMLElement, stage: HTMLElement, geometry: () => Geometry }} CourtView */

/** @param {CourtOptions} options @returns {CourtView} */
export function createCourtView({ h, signal, match, label, part, onFrame, beforeFrame }) {
  const ground = h('canvas', { class: 'court-ground', attributes: { 'aria-hidden': 'true' } });
  const play = h('canvas', { class: 'court-play', attributes: { role: 'img', 'aria-label': label } });
  const stage = h('div', { class: 'court' }, [ground, play]);
  const element = h('div', { class: 'court-room' }, [stage]);
  const groundPen = pen(ground);
  const playPen = pen(play);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const isCalm = () => calm.matches || document.documentElement.dataset.motion === 'calm';
  let geometry = fitCourt(2, 1, null);
  let effects = NO_EFFECTS;
  /** @type {CourtColours} */
  let colours = readColours(element);
  let seat = match.seat;
  let running = 0;

  const lay = () => {
    const { clientWidth, clientHeight } = element;
    if (clientWidth === 0 || clientHeight === 0) {
      return;
    }
    seat = match.seat;
    geometry = fitCourt(clientWidth, clientHeight, seat, part);
    stage.style.width = `${geometry.width}px`;
    stage.style.height = `${geometry.height}px`;
    const density = Math.min(MOST_DENSITY, devicePixelRatio);
    for (const [canvas, context] of /** @type {const} */ ([[ground, groundPen], [play, playPen]])) {
      canvas.width = Math.round(geometry.width * density);
      canvas.height = Math.round(geometry.height * density);
      context.setTransform(canvas.width / geometry.width, 0, 0, canvas.height / geometry.height, 0, 0);
    }
    colours = readColours(element);
    drawCourt(groundPen, geometry, colours);
  };
  const draw = () => {
    running = requestAnimationFrame(draw);
    beforeFrame?.();
    const frame = match.frame();
    if (match.seat !== seat) {
      lay();
    }
    effects = afterFrame(effects, frame);
    drawPlay(playPen, geometry, frame, effects, colours, isCalm());
    onFrame?.(frame);
  };
  const sizes = new ResizeObserver(lay);
  sizes.observe(element);
  document.addEventListener(THEME_CHANGED, lay, { signal });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', lay, { signal });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    cancelAnimationFrame(running);
  });
  running = requestAnimationFrame(draw);
  return { element, stage, geometry: () => geometry };
}

/** @param {HTMLCanvasElement} canvas @returns {CanvasRenderingContext2D} */
function pen(canvas) {
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new Error('this browser can draw no canvas');
  }
  return context;
}

/** The palette stands in the style sheet only. @param {HTMLElement} element @returns {CourtColours} */
function readColours(element) {
  const style = getComputedStyle(element.isConnected ? element : document.documentElement);
  const colour = (/** @type {string} */ name) => style.getPropertyValue(name).trim() || '#000000';
  return {
    court: colour('--court'),
    courtEdge: colour('--court-edge'),
    line: colour('--court-line'),
    left: colour('--left-on-court'),
    right: colour('--right-on-court'),
    paper: colour('--ball'),
    crease: colour('--ball-crease'),
    bin: colour('--bin'),
  };
}
