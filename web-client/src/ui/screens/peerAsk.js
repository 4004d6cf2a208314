/** Asks once whether a direct line may be used, since it shows the player's address to the other. */

import { show } from '../dom.js';

/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */
/** @import {Preferences} from '../preferences.js' */

/** @param {Words} words @param {Build} h @param {Preferences} preferences @param {() => void} answered */
export function createPeerAsk({ t }, h, preferences, answered) {
  const answer = (/** @type {boolean} */ on) => {
    preferences.peer = on;
    show(element, false);
    answered();
  };
  const element = h('div', { class: 'peer-ask' }, [
    h('p', { text: t('peer.ask') }),
    h('div', { class: 'buttons' }, [
      h('button', { text: t('peer.yes'), on: { click: () => answer(true) } }),
      h('button', { text: t('peer.no'), on: { click: () => answer(false) } }),
    ]),
  ]);
  return element;
}
