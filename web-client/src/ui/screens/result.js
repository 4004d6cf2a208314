/** After a match: the score, whether it was fair, and one button for another. */

import { builder, setText, show } from '../dom.js';
import { createBoardView } from '../boardView.js';
import { createReceipt } from './receipt.js';

/** @import {MatchResult, RatingChange, Receipt, SeatNumber, SeatState} from '../../../types/protocol.js' */
/** @import {RoomState} from '../../game/roomState.js' */
/** @import {Words} from '../../i18n/i18n.js' */

/** @param {Words} words @param {AbortSignal} signal @param {{ rematch: () => void, wait: () => void, leave: () => void }} actions */
export function createResultScreen(words, signal, actions) {
  const { t, number } = words;
  const h = builder(signal);
  const verdict = h('p', { class: 'result-verdict' });
  const left = h('span', { class: 'left' });
  const right = h('span', { class: 'right' });
  const names = h('p', { class: 'result-names' });
  const score = h('p', { class: 'score huge', attributes: { role: 'img' } }, [left, h('span', { class: 'colon', text: ':' }), right]);
  const board = createBoardView(words, h, () => {});
  const still = h('div', { class: 'board-still' }, [board.element]);
  still.inert = true;
  const news = h('p', { class: 'result-news', attributes: { 'aria-live': 'polite' } });
  const rating = h('p', { class: 'result-rating', attributes: { 'aria-live': 'polite' } });
  const rematch = h('button', { class: 'primary big', text: t('result.rematch'), on: { click: actions.rematch } });
  const wait = h('button', { class: 'primary big', text: t('result.wait'), on: { click: actions.wait } });
  const lobby = h('button', { class: 'primary big', text: t('result.lobby'), on: { click: actions.leave } });
  const fairness = createReceipt(words, h);
  const back = h('section', { class: 'panel row' }, [
    h('span', { text: t('result.back') }),
    h('button', { text: t('result.lobby'), on: { click: actions.leave } }),
  ]);
  const element = h('section', { class: 'result' }, [
    h('div', { class: 'result-court' }, [
      h('h1', { class: 'result-title' }, [verdict]),
      score,
      still,
      names,
      rating,
      news,
      rematch,
      wait,
      lobby,
    ]),
    fairness.element,
    back,
  ]);
  /** @type {Receipt | null} */
  let shown = null;
  /** By seat, of those who played; one who has left keeps his here. @type {(string | null)[]} */
  const played = [null, null];

  return {
    element,
    focus: () => rematch.focus({ preventScroll: true }),
    /** @param {RatingChange} change of mine, by this match */
    rate({ before, after }) {
      const step = after - before;
      setText(rating, t('result.rating', { value: after, step: `${step < 0 ? '−' : '+'}${number(Math.abs(step))}` }));
    },
    /** @param {RoomState} room @param {boolean} open whether the room is still there */
    update(room, open) {
      const { result } = room;
      if (result === null) {
        return;
      }
      const mine = room.you?.seat ?? null;
      const other = mine === null || !open ? null : room.seats[mine === 0 ? 1 : 0];
      room.seats.forEach((seat, at) => (played[at] = seat?.player.name ?? played[at] ?? null));
      const name = (/** @type {number} */ seat) => played[seat] ?? t('play.nobody');
      setText(verdict, verdictOf(result.winner, mine, name));
      show(score, room.board === null);
      show(still, room.board !== null);
      if (room.board !== null) {
        board.update(room.board, false);
      }
      setText(left, String(result.score[0]));
      setText(right, String(result.score[1]));
      score.setAttribute('aria-label', t('play.score', { left: result.score[0], right: result.score[1] }));
      setText(names, result.ending === 'played' ? t('result.names', { left: name(0), right: name(1) }) : t(endingKey(result, mine)));
      show(rematch, mine !== null && other !== null);
      show(wait, open && mine !== null && other === null);
      show(lobby, !open);
      show(back, open);
      const asked = mine !== null && room.rematch[mine];
      rematch.disabled = asked;
      setText(rematch, t(asked ? 'result.asked' : 'result.rematch'));
      setText(news, newsOf(room, mine, other));
      if (room.receipt !== null && room.receipt !== shown) {
        shown = room.receipt;
        fairness.update(room.receipt, played, mine);
      }
      show(fairness.element, room.receipt !== null);
    },
  };

  /** @param {SeatNumber | null} winner @param {SeatNumber | null} mine @param {(seat: number) => string} name */
  function verdictOf(winner, mine, name) {
    if (winner === null) {
      return t('result.draw');
    }
    return mine === null ? t('result.wins', { name: name(winner) }) : t(winner === mine ? 'result.youWin' : 'result.youLose');
  }

  /** @param {RoomState} room @param {SeatNumber | null} mine @param {SeatState | null} other who could play again */
  function newsOf(room, mine, other) {
    if (mine === null) {
      return '';
    }
    if (other === null) {
      return room.result?.ending === 'left' ? '' : t('result.left');
    }
    if (room.rematch[mine === 0 ? 1 : 0]) {
      return t('result.wants', { name: other.player.name });
    }
    return room.rematch[mine] ? t('result.waitsFor', { name: other.player.name }) : '';
  }
}

/** @param {MatchResult} result @param {SeatNumber | null} mine */
function endingKey({ winner, ending }, mine) {
  const whose = mine === null ? 'Loser' : winner === mine ? 'Other' : 'You';
  return `result.${ending}${whose}`;
}
