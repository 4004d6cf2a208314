/** What lies over the court now and then: the countdown, a pause, a lost connection. The picture stays under it. */

import { setText, show } from '../dom.js';

/** @import {RoomState} from '../../game/roomState.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */

const SECOND = 1_000_000;
/** A serve is counted down when it is further away than a usual one. */
const COUNTED_FROM = 1_300_000;

/** @typedef {{ kind: 'none' } | { kind: 'count', seconds: number } | { kind: 'pause', mine: boolean, away: boolean, seconds: number } | { kind: 'cut' }} Cover */

/** @param {RoomState} room @param {number} now room time @param {boolean} connected @param {boolean} counting
 *  whether a count has begun, which is then counted to its end @returns {Cover} */
export function coverOf(room, now, connected, counting) {
  if (!connected) {
    return { kind: 'cut' };
  }
  if (room.paused !== null) {
    const { seat, reason, until } = room.paused;
    return {
      kind: 'pause',
      mine: seat === room.you?.seat,
      away: reason === 'away',
      seconds: Math.max(0, Math.ceil((until - now) / SECOND)),
    };
  }
  const wait = room.goAt === null ? 0 : room.goAt - now;
  return wait > (counting ? 0 : COUNTED_FROM) ? { kind: 'count', seconds: Math.ceil(wait / SECOND) } : { kind: 'none' };
}

/** @param {Words} words @param {Build} h @param {{ goOn: () => void, leave: () => void }} actions */
export function createPlayOverlay({ t }, h, actions) {
  const count = h('p', { class: 'count', attributes: { 'aria-live': 'assertive' } });
  const title = h('p', { class: 'cover-title' });
  const hint = h('p', { class: 'cover-hint' });
  const goOn = h('button', { class: 'primary', text: t('play.goOn'), on: { click: actions.goOn } });
  const leave = h('button', { class: 'on-court', text: t('play.toLobby'), on: { click: actions.leave } });
  const card = h('div', { class: 'cover-card', attributes: { role: 'status' } }, [title, hint, h('div', { class: 'buttons' }, [goOn, leave])]);
  const element = h('div', { class: 'cover' }, [count, card]);
  return {
    element,
    /** @param {Cover} cover @param {string} other the other player's name */
    update(cover, other) {
      show(element, cover.kind !== 'none');
      element.classList.toggle('veil', cover.kind === 'pause' || cover.kind === 'cut');
      show(count, cover.kind === 'count');
      show(card, cover.kind === 'pause' || cover.kind === 'cut');
      show(leave, cover.kind === 'cut');
      show(goOn, cover.kind === 'pause' && cover.mine && !cover.away);
      switch (cover.kind) {
        case 'count':
          setText(count, String(cover.seconds));
          break;
        case 'cut':
          setText(title, t('play.cut'));
          setText(hint, t('play.cutHint'));
          break;
        case 'pause':
          setText(title, cover.mine ? t('play.paused') : t(cover.away ? 'play.isAway' : 'play.hasPaused', { name: other }));
          setText(hint, t(cover.mine ? 'play.pauseLeft' : 'play.awayLeft', { count: cover.seconds }));
          break;
        case 'none':
          break;
      }
    },
  };
}
