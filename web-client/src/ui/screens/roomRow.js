/** One room of the lobby's list. */

import { setText, show } from '../dom.js';
import { duration } from '../duration.js';

/** @import {RoomView} from '../../../types/protocol.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */

/** Games whose matches have a score to be told. */
const SCORED = new Set(['pong']);

/** @param {Words} words @param {Build} h @param {{ join: () => void, watch: () => void }} actions */
export function createRoomRow({ t }, h, actions) {
  const title = h('span', { class: 'row-title' });
  const game = h('span', { class: 'game-name' });
  const hint = h('span');
  const left = h('b', { class: 'left' });
  const right = h('b', { class: 'right' });
  const scoreLine = h('span', { class: 'row-score' }, [left, h('span', { class: 'colon', text: ':' }), right]);
  const tail = h('span');
  const button = h('button', { on: { click: () => (watches ? actions.watch() : actions.join()) } });
  const state = h('span', { class: 'quiet tag' });
  const spectators = h('span', { class: 'quiet tag' });
  let watches = false;
  const element = h('li', { class: 'row room' }, [
    h('div', { class: 'row-words' }, [title, h('span', { class: 'row-hint' }, [game, hint, scoreLine, tail])]),
    h('span', { class: 'row-tags' }, [spectators, state]),
    button,
  ]);
  return {
    element,
    /** @param {RoomView} room @param {string} me @param {number} now milliseconds since 1970 @param {boolean} busy */
    update(room, me, now, busy) {
      const [first, second] = room.seats.map((seat) => seat?.name ?? '');
      const mine = room.seats.some((seat) => seat?.id === me);
      setText(title, room.title);
      setText(game, t(`game.${room.game}`));
      const score = SCORED.has(room.game) ? room.score : null;
      show(scoreLine, score !== null);
      if (score !== null) {
        setText(hint, first ?? '');
        setText(left, String(score[0]));
        setText(right, String(score[1]));
        setText(tail, second ?? '');
      } else {
        const name = first || second || room.owner.name;
        setText(hint, room.status === 'waiting' ? t('room.waitsSince', { name, time: duration(Math.max(0, now - Date.parse(room.createdAt)) / 1_000) }) : t('room.both', { first: first ?? '', second: second ?? '' }));
        setText(tail, '');
      }
      watches = !mine && room.status !== 'waiting';
      show(state, watches);
      setText(state, t(room.status === 'playing' ? 'room.playing' : 'room.full'));
      show(spectators, room.spectators > 0);
      setText(spectators, t('room.spectators', { count: room.spectators }));
      button.classList.toggle('go', !watches);
      setText(button, t(mine ? 'lobby.return' : watches ? 'room.watch' : 'room.join'));
      button.setAttribute('aria-label', t(mine ? 'room.returnTo' : watches ? 'room.watchNamed' : 'room.joinNamed', { title: room.title }));
      button.disabled = busy;
    },
  };
}
