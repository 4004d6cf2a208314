/** Buttons to choose a game by, one of them pressed. */

import { setAttribute } from './dom.js';

/** @import {GameKind} from '../../types/protocol.js' */
/** @import {Words} from '../i18n/i18n.js' */
/** @import {Build} from './dom.js' */

/**
 * @template {GameKind | 'all'} T
 * @param {Words} words
 * @param {Build} h
 * @param {readonly T[]} games
 * @param {(game: T) => void} choose
 */
export function createGamePicker({ t }, h, games, choose) {
  const buttons = games.map((game) => h('button', { class: 'pill', text: t(`game.${game}`), attributes: { type: 'button' }, on: { click: () => choose(game) } }));
  return {
    element: h('div', { class: 'games', attributes: { role: 'group', 'aria-label': t('game.which') } }, buttons),
    /** @param {T} chosen */
    update(chosen) {
      buttons.forEach((button, at) => setAttribute(button, 'aria-pressed', String(games[at] === chosen)));
    },
  };
}
