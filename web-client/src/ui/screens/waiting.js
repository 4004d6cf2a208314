/** The waiting room: the link, who is here, ready, and a rally against the computer meanwhile. */

import { builder, setText, show } from '../dom.js';
import { createPracticeCourt } from '../practiceCourt.js';
import { createCopyLink } from './copyLink.js';

/** @import {SeatNumber} from '../../../types/protocol.js' */
/** @import {RoomState} from '../../game/roomState.js' */
/** @import {Words} from '../../i18n/i18n.js' */

/** @param {Words} words @param {AbortSignal} signal @param {{ title: string, link: string | null, seat: SeatNumber | null }} given
 *  @param {{ ready: () => void, leave: () => void }} actions */
export function createWaitingScreen(words, signal, given, actions) {
  const { t } = words;
  const h = builder(signal);
  const { court, match } = createPracticeCourt(h, signal, given.seat, t('court.practice'));
  const seats = [0, 1].map(() => {
    const name = h('span', { class: 'who' });
    const state = h('span', { class: 'quiet' });
    return { name, state, element: h('li', { class: 'row seat' }, [name, state]) };
  });
  const news = h('p', { class: 'waiting-news', attributes: { 'aria-live': 'polite' } });
  const ready = h('button', { class: 'primary big', text: t('waiting.ready'), on: { click: actions.ready } });
  const practiceScore = h('p', { class: 'practice-score', attributes: { 'aria-hidden': 'true' } });
  const practice = h('div', { class: 'practice' }, [
    h('div', { class: 'practice-head' }, [h('h2', { text: t('waiting.practice') }), practiceScore]),
    court.element,
    h('p', { class: 'quiet keys', text: t('play.keys') }),
    h('p', { class: 'quiet touch', text: t('play.touch') }),
  ]);
  const link = given.link === null ? null : createCopyLink(words, h, given.link);
  const invite = link && h('div', { class: 'invite' }, [h('h2', { text: t('waiting.invite') }), link]);
  const element = h('section', { class: 'waiting' }, [
    h('div', { class: 'panel waiting-main' }, [
      h('h1', { text: given.title }),
      news,
      ready,
      h('ul', { class: 'rows' }, seats.map((seat) => seat.element)),
      invite,
      h('button', { class: 'plain', text: t('waiting.leave'), on: { click: actions.leave } }),
    ]),
    practice,
  ]);
  const scores = setInterval(() => setText(practiceScore, match.state.score.join(' : ')), 200);
  signal.addEventListener('abort', () => clearInterval(scores));
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
      setText(news, other === null ? t('waiting.nobody') : t(me?.ready ? 'waiting.waitsFor' : 'waiting.came', { name: other.player.name }));
      show(ready, other !== null && mine !== null);
      if (invite !== null) {
        show(invite, room.seats.includes(null));
      }
      ready.disabled = me?.ready ?? false;
      setText(ready, t(me?.ready ? 'waiting.youAreReady' : 'waiting.ready'));
    },
  };
}
