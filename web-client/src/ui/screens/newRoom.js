/** The dialog for a room of one's own. */

import { builder } from '../dom.js';
import { createGamePicker } from '../gamePicker.js';
import { GAMES } from '../stages/stages.js';

/** @import {GameKind} from '../../../types/protocol.js' */
/** @import {Words} from '../../i18n/i18n.js' */

const TITLE_LONGEST = 40;

/**
 * @param {Words} words
 * @param {AbortSignal} signal
 * @param {(game: GameKind, title: string, visibility: 'public' | 'private') => void} create
 */
export function createNewRoomDialog(words, signal, create) {
  const { t } = words;
  const h = builder(signal);
  /** @type {GameKind} */
  let game = 'pong';
  const games = createGamePicker(words, h, GAMES, choose);
  const title = h('input', {
    attributes: { id: 'room-title', maxlength: TITLE_LONGEST, placeholder: t('newRoom.placeholder'), autocomplete: 'off' },
  });
  const choice = (/** @type {'public' | 'private'} */ value) => {
    const radio = h('input', { attributes: { type: 'radio', name: 'visibility', value, checked: value === 'public' } });
    const label = h('label', { class: 'choice' }, [
      radio,
      h('span', { class: 'choice-words' }, [
        h('b', { text: t(`newRoom.${value}`) }),
        h('span', { class: 'quiet', text: t(`newRoom.${value}Hint`) }),
      ]),
    ]);
    return { radio, label };
  };
  const open = choice('public');
  const closed = choice('private');
  const form = h(
    'form',
    {
      attributes: { method: 'dialog' },
      on: { submit: () => create(game, title.value.trim(), closed.radio.checked ? 'private' : 'public') },
    },
    [
      h('h2', { class: 'dialog-title', text: t('newRoom.title'), attributes: { id: 'new-room' } }),
      h('p', { class: 'field-name', text: t('game.which'), attributes: { 'aria-hidden': 'true' } }),
      games.element,
      h('label', { text: t('newRoom.name'), attributes: { for: 'room-title' } }),
      title,
      h('fieldset', {}, [h('legend', { text: t('newRoom.who') }), open.label, closed.label]),
      h('div', { class: 'buttons end' }, [
        h('button', { text: t('newRoom.cancel'), attributes: { type: 'button' }, on: { click: () => element.close() } }),
        h('button', { class: 'primary', text: t('newRoom.create') }),
      ]),
    ],
  );
  const element = h('dialog', { class: 'dialog', attributes: { 'aria-labelledby': 'new-room' } }, [form]);
  return {
    element,
    /** @param {GameKind} first the game chosen when it opens */
    open(first) {
      choose(first);
      element.showModal();
    },
  };

  /** @param {GameKind} chosen */
  function choose(chosen) {
    game = chosen;
    games.update(chosen);
  }
}
