/** The line above the match: names, lines of delay, and between them the score or what the game puts there. */

import { setText, show } from '../dom.js';

/** @import {SeatNumber} from '../../../types/protocol.js' */
/** @import {RoomState} from '../../game/roomState.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */

/** Round trips, milliseconds, up to which a line has three bars, or two. */
const GOOD_MS = 60;
const FAIR_MS = 130;

/** @param {Words} words @param {Build} h @param {HTMLElement | null} middle in place of the score */
export function createPlayHead({ t, number }, h, middle) {
  const sides = [createSide(h, 'left'), createSide(h, 'right')];
  const left = h('span', { class: 'left' });
  const right = h('span', { class: 'right' });
  const score = h('p', { class: 'score', attributes: { role: 'img' } }, [left, h('span', { class: 'colon', text: ':' }), right]);
  const spectators = h('p', { class: 'quiet spectators' });
  const direct = h('p', { class: 'quiet direct' });
  const between = h('div', { class: 'play-middle' }, [middle ?? score, direct, spectators]);
  const element = h('div', { class: 'play-head' }, [sides[0]?.element ?? null, between, sides[1]?.element ?? null]);
  return {
    element,
    /**
     * @param {RoomState} room
     * @param {readonly number[]} mine my last round trips, microseconds, newest first
     * @param {{ roundTrip: number | null } | null} [peer] the direct line to the other player
     */
    update(room, mine, peer = null) {
      setText(left, String(room.score[0]));
      setText(right, String(room.score[1]));
      score.setAttribute('aria-label', t('play.score', { left: room.score[0], right: room.score[1] }));
      show(direct, peer !== null);
      setText(direct, peer?.roundTrip ? t('play.directDelay', { ms: number(Math.ceil(peer.roundTrip / 1_000)) }) : t('play.direct'));
      show(spectators, room.spectators > 0);
      setText(spectators, t('room.spectators', { count: room.spectators }));
      sides.forEach((side, at) => {
        const seat = /** @type {SeatNumber} */ (at);
        const me = room.you?.seat === seat;
        const trips = (me && mine.length > 0 ? mine : room.delays[seat]).map((micros) => Math.round(micros / 1_000));
        setText(side.name, room.seats[seat]?.player.name ?? t('play.nobody'));
        side.element.classList.toggle('me', me);
        setText(side.delay, trips.length === 0 ? '' : t('play.delay', { list: trips.map(number).join(' · ') }));
        const bars = barsOf(trips);
        side.bars.dataset.bars = String(bars);
        side.bars.setAttribute('aria-label', t(`play.line${bars}`));
      });
    },
  };
}

/** @param {Build} h @param {'left' | 'right'} kind */
function createSide(h, kind) {
  const name = h('b', { class: `${kind} side-name` });
  const bars = h('span', { class: 'bars', attributes: { role: 'img' } }, [h('i'), h('i'), h('i')]);
  const delay = h('span', { class: 'quiet delay' });
  return { name, bars, delay, element: h('div', { class: `side side-${kind}` }, [name, bars, delay]) };
}

/** @param {readonly number[]} trips milliseconds @returns {0 | 1 | 2 | 3} */
function barsOf(trips) {
  if (trips.length === 0) {
    return 0;
  }
  const middle = trips.toSorted((a, b) => a - b)[Math.floor(trips.length / 2)] ?? 0;
  return middle <= GOOD_MS ? 3 : middle <= FAIR_MS ? 2 : 1;
}
