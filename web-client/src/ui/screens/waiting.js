/**
 * The waiting room. Alone: the link, and a rally against the computer meanwhile. With the second player the rally is
 * over, and all there is to do is to be ready.
 */

import { builder, setText, show } from '../dom.js';
import { createCopyLink } from './copyLink.js';
import { createPeerAsk } from './peerAsk.js';
import { createPractice } from './practice.js';

/** @import {GameKind, SeatNumber} from '../../../types/protocol.js' */
/** @import {RoomState} from '../../game/roomState.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Preferences} from '../preferences.js' */
/** @import {Sound} from '../sound.js' */

/** @typedef {{ game: GameKind, title: string, link: string | null, seat: SeatNumber | null, preferences: Preferences, sound: Sound, asksPeer: boolean }} WaitingGiven `asksPeer`: whether to ask for a direct line */

/** @param {Words} words @param {AbortSignal} signal @param {WaitingGiven} given
 *  @param {{ ready: () => void, leave: () => void, peerAnswered: () => void }} actions */
export function createWaitingScreen(words, signal, given, actions) {
  const { t } = words;
  const h = builder(signal);
  const seats = [0, 1].map(() => {
    const name = h('span', { class: 'who' });
    const state = h('span', { class: 'quiet' });
    return { name, state, element: h('li', { class: 'row seat' }, [name, state]) };
  });
  const news = h('p', { class: 'waiting-news', attributes: { 'aria-live': 'polite' } });
  const ready = h('button', { class: 'primary big', text: t('waiting.ready'), on: { click: actions.ready } });
  const link = given.link === null ? null : createCopyLink(words, h, given.link, given.game);
  const invite = link && h('div', { class: 'invite' }, [h('h2', { text: t('waiting.invite') }), link]);
  const peerAsk = given.asksPeer ? createPeerAsk(words, h, given.preferences, actions.peerAnswered) : null;
  const element = h('section', { class: 'waiting' }, [
    h('div', { class: 'panel waiting-main' }, [
      h('h1', { text: given.title }),
      news,
      h('ul', { class: 'rows seats' }, seats.map((seat) => seat.element)),
      ready,
      peerAsk,
      invite,
      h('button', { class: 'plain', text: t('waiting.leave'), on: { click: actions.leave } }),
    ]),
  ]);
  /** @type {ReturnType<typeof createPractice> | null} */
  let practice = null;
  let practised = false;
  return {
    element,
    /** @param {RoomState} room */
    update(room) {
      const mine = room.you?.seat ?? null;
      seats.forEach(({ name, state, element: row }, at) => {
        const seat = room.seats[at] ?? null;
        row.classList.toggle('free', seat === null);
        row.classList.toggle(at === 0 ? 'left' : 'right', true);
        setText(name, seat === null ? t('waiting.free') : at === mine ? t('lobby.you', { name: seat.player.name }) : seat.player.name);
        setText(state, seat === null ? '' : t(seat.presence === 'away' ? 'waiting.away' : seat.ready ? 'waiting.isReady' : 'waiting.isHere'));
      });
      const other = mine === null ? null : room.seats[mine === 0 ? 1 : 0];
      const me = mine === null ? null : room.seats[mine];
      const alone = room.seats.includes(null);
      practise(alone);
      element.classList.toggle('met', !alone);
      setText(news, alone ? t('waiting.nobody') : other === null ? '' : t(greeting(me?.ready ?? false), { name: other.player.name }));
      show(ready, other !== null && mine !== null);
      if (peerAsk !== null) {
        show(peerAsk, !alone && !given.preferences.peerAnswered);
      }
      if (invite !== null) {
        show(invite, alone);
      }
      ready.disabled = me?.ready ?? false;
      setText(ready, t(me?.ready ? 'waiting.youAreReady' : 'waiting.ready'));
      if (other !== null && !ready.disabled && document.activeElement === document.body) {
        ready.focus({ preventScroll: true });
      }
    },
  };

  /** @param {boolean} alone */
  function practise(alone) {
    if (alone && practice === null) {
      practised = true;
      practice = createPractice(words, signal, { game: given.game, seat: given.seat ?? 0, preferences: given.preferences, sound: given.sound, title: t('waiting.practice') });
      element.append(practice.element);
    } else if (!alone && practice !== null) {
      practice.end();
      practice = null;
    }
  }

  /** @param {boolean} isReady */
  function greeting(isReady) {
    return isReady ? 'waiting.waitsFor' : practised ? 'waiting.came' : 'waiting.meets';
  }
}
