/** The matches of one player, the last first. */

import { builder, keepList, setText, show } from '../dom.js';
import { hashOf } from '../router.js';

/** @import {MatchView, SeatNumber} from '../../../types/protocol.js' */
/** @import {Words} from '../../i18n/i18n.js' */

/** @typedef {{ matches: readonly MatchView[] | null, more: boolean, busy: boolean }} HistoryModel */

/** @param {Words} words @param {AbortSignal} signal @param {{ player: string, mine: boolean }} given @param {{ more: () => void, back: () => void }} actions */
export function createHistoryScreen({ t, nameOf, number, when }, signal, { player, mine }, actions) {
  const h = builder(signal);
  const title = h('h1', { text: t(mine ? 'history.mine' : 'history.title'), attributes: { tabindex: -1 } });
  const list = h('ul', { class: 'rows' });
  const news = h('p', { class: 'quiet empty', attributes: { role: 'status' } });
  const more = h('button', { text: t('history.more'), on: { click: actions.more } });
  const back = h('button', { text: t('practice.back'), on: { click: actions.back } });
  const element = h('section', { class: 'prose' }, [h('div', { class: 'panel' }, [title, list, news, h('div', { class: 'buttons' }, [back, more])])]);
  return {
    element,
    focus: () => title.focus({ preventScroll: true }),
    /** @param {HistoryModel} model */
    update({ matches, more: another, busy }) {
      keepList(list, matches ?? [], ({ id }) => id, createRow);
      const him = matches?.[0]?.players.find(({ id }) => id === player);
      if (him !== undefined && !mine) {
        setText(title, t('history.of', { name: nameOf(him) }));
      }
      setText(news, t(matches === null ? 'history.loading' : 'history.empty'));
      show(news, matches === null || matches.length === 0);
      show(more, another);
      more.disabled = busy;
    },
  };

  /** @param {MatchView} match */
  function createRow({ id, game, players, score, winner, ratings, endedAt }) {
    const seat = /** @type {SeatNumber} */ (players[0].id === player ? 0 : 1);
    const other = seat === 0 ? 1 : 0;
    const text = game === 'pong' ? t('history.against', { name: nameOf(players[other]), left: score[seat], right: score[other] }) : t('history.versus', { name: nameOf(players[other]) });
    const outcome = winner === null ? 'drawn' : winner === seat ? 'won' : 'lost';
    const rating = ratings?.[seat];
    const step = rating === undefined ? '' : signed(rating.after - rating.before);
    return h('li', { class: 'row match-row' }, [
      h('div', { class: 'row-words' }, [
        h('a', { class: 'row-title', text, attributes: { href: hashOf({ name: 'match', match: id }) } }),
        h('span', { class: 'row-hint', text: `${t(`game.${game}`)} · ${when(endedAt)}` }),
      ]),
      h('span', { class: `outcome ${outcome}`, text: t(`history.${outcome}`) }),
      h('span', { class: 'points', text: step }),
    ]);
  }

  /** @param {number} value */
  function signed(value) {
    return value > 0 ? `+${number(value)}` : value < 0 ? `−${number(-value)}` : number(0);
  }
}
