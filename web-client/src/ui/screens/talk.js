/** Small talk beside the court: four emotes and a line of chat, which spectators read only. */

import { keepList, show } from '../dom.js';

/** @import {SeatNumber} from '../../../types/protocol.js' */
/** @import {RoomState} from '../../game/roomState.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */
/** @import {Preferences} from '../preferences.js' */

/** Each has an icon of its own, for no two systems have the same glyphs. */
const EMOTES = /** @type {const} */ (['thumbs-up', 'laugh', 'wow', 'sad']);
const TEXT_LONGEST = 200;
const LINES_SHOWN = 30;
const EMOTE_MS = 1_600;

/** @typedef {{ emote: (id: string) => void, chat: ((text: string) => void) | null }} TalkActions `chat`: null for who may only read */

/** @param {Words} words @param {Build} h @param {Preferences} preferences @param {TalkActions} actions */
export function createTalk({ t }, h, preferences, actions) {
  const emotes = () =>
    EMOTES.map((id) =>
      h('button', {
        class: `pill icon-button emote icon-${id}`,
        attributes: { type: 'button', 'aria-label': t(`emote.${id}`), title: t(`emote.${id}`) },
        on: { click: () => actions.emote(id) },
      }),
    );
  const field = h('input', {
    attributes: { maxlength: TEXT_LONGEST, 'aria-label': t('talk.say'), placeholder: t('talk.say'), autocomplete: 'off', enterkeyhint: 'send' },
  });
  const lines = h('ul', { class: 'chat-lines', attributes: { 'aria-live': 'polite', 'aria-label': t('talk.title') } });
  const form = h(
    'form',
    {
      class: 'chat-form',
      on: {
        submit: (event) => {
          event.preventDefault();
          const text = field.value.trim();
          field.value = '';
          if (text !== '') {
            actions.chat?.(text);
          }
        },
      },
    },
    [field, h('button', { text: t('talk.send') })],
  );
  const listens = h('input', {
    attributes: { type: 'checkbox', checked: preferences.talk },
    on: {
      change: () => {
        preferences.talk = listens.checked;
        show(lines, listens.checked);
      },
    },
  });
  const mute = h('label', { class: 'chat-mute' }, [listens, h('span', { text: t('settings.talk') })]);
  const says = actions.chat === null ? h('p', { class: 'quiet', text: t('watch.talk') }) : form;
  const box = h('div', { class: 'chat' }, [lines, h('div', { class: 'chat-emotes' }, emotes()), says, mute]);
  show(lines, preferences.talk);
  const dot = h('i', { class: 'dot' });
  const open = h(
    'button',
    {
      class: 'pill labelled icon-chat',
      attributes: { 'aria-expanded': 'false', title: t('talk.title') },
      on: { click: () => toggle() },
    },
    [h('span', { text: t('talk.title') }), dot],
  );
  const flying = h('div', { class: 'flying-emotes', attributes: { 'aria-hidden': 'true' } });
  box.hidden = true;
  dot.hidden = true;
  let said = -1;
  let emoted = -1;

  const toggle = () => {
    box.hidden = !box.hidden;
    open.setAttribute('aria-expanded', String(!box.hidden));
    show(dot, false);
    if (!box.hidden) {
      field.focus();
    }
  };
  return {
    buttons: [...emotes(), open],
    box,
    flying,
    /** @param {RoomState} room */
    update(room) {
      keepList(lines, room.chat.slice(-LINES_SHOWN), (line) => String(line.seq), ({ from, text }) =>
        h('li', {}, [
          h('b', { class: from.id === room.seats[0]?.player.id ? 'left' : 'right', text: from.name }),
          h('span', { text }),
        ]),
      );
      const newest = room.chat.at(-1)?.seq ?? 0;
      if (said >= 0 && newest > said && box.hidden && preferences.talk) {
        show(dot, true);
      }
      said = newest;
      const { emote } = room;
      const mine = emote !== null && emote.seat !== null && emote.seat === room.you?.seat;
      if (emoted >= 0 && emote !== null && emote.count > emoted && (preferences.talk || mine)) {
        fly(emote.id, emote.seat);
      }
      emoted = emote?.count ?? 0;
    },
  };

  /** @param {string} id @param {SeatNumber | null} seat */
  function fly(id, seat) {
    if (EMOTES.some((each) => each === id)) {
      const bubble = h('span', { class: `bubble icon-${id} ${seat === null ? 'from-stands' : seat === 1 ? 'from-right' : 'from-left'}` });
      flying.append(bubble);
      setTimeout(() => bubble.remove(), EMOTE_MS);
    }
  }
}
