/** What is kept of a player, in plain words. */

import { builder } from '../dom.js';

/** @import {Words} from '../../i18n/i18n.js' */

const PARTS = /** @type {const} */ (['name', 'matches', 'browser', 'peer', 'others']);

/** @param {Words} words @param {AbortSignal} signal @param {{ back: () => void }} actions */
export function createPrivacyScreen({ t }, signal, { back }) {
  const h = builder(signal);
  const title = h('h1', { text: t('privacy.title'), attributes: { tabindex: -1 } });
  const button = h('button', { text: t('practice.back'), on: { click: back } });
  const element = h('section', { class: 'prose' }, [
    h('div', { class: 'panel' }, [
      title,
      h('p', { class: 'prose-lead', text: t('privacy.short') }),
      ...PARTS.flatMap((part) => [h('h2', { text: t(`privacy.${part}`) }), h('p', { text: t(`privacy.${part}Text`) })]),
      h('div', { class: 'buttons' }, [button]),
    ]),
  ]);
  return { element, focus: () => title.focus({ preventScroll: true }) };
}
