/** A screen that says what happened and what to do now; also the one shown while a room is being entered. */

import { builder } from '../dom.js';

/** @typedef {{ label: string, primary?: boolean, act: () => void }} Choice */

/** @param {AbortSignal} signal @param {string} title @param {string} hint @param {readonly Choice[]} choices */
export function createNoticeScreen(signal, title, hint, choices) {
  const h = builder(signal);
  const buttons = choices.map(({ label, primary, act }) =>
    h('button', { class: primary ? 'primary' : 'on-court', text: label, on: { click: act } }),
  );
  const element = h('section', { class: 'notice-screen' }, [
    h('div', { class: 'result-court', attributes: { role: 'status' } }, [
      h('span', { class: 'notice-ball', attributes: { 'aria-hidden': 'true' } }),
      h('h1', { text: title }),
      h('p', { text: hint }),
      h('div', { class: 'buttons' }, buttons),
    ]),
  ]);
  return { element, focus: () => buttons[0]?.focus({ preventScroll: true }) };
}
