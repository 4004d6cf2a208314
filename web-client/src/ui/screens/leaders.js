/** The standings of a period: who leads, and where I stand. */

import { builder, keepList, setAttribute, setText, show } from '../dom.js';
import { createGamePicker } from '../gamePicker.js';
import { hashOf } from '../router.js';
import { GAMES } from '../stages/stages.js';

/** @import {GameKind, Leaderboard, LeaderboardEntry, Period} from '../../../types/protocol.js' */
/** @import {Words} from '../../i18n/i18n.js' */

const PERIODS = /** @type {const} */ (['all', 'week']);
const COLUMNS = /** @type {const} */ (['rank', 'name', 'points', 'matches', 'wins', 'rating']);

/** @typedef {{ game: GameKind, period: Period, board: Leaderboard | null }} LeadersModel */

/** @param {Words} words @param {AbortSignal} signal @param {string} me @param {{ choose: (game: GameKind, period: Period) => void, back: () => void }} actions */
export function createLeadersScreen(words, signal, me, actions) {
  const { t, nameOf, number } = words;
  const h = builder(signal);
  /** @type {LeadersModel} */
  let model = { game: 'pong', period: 'all', board: null };
  const games = createGamePicker(words, h, GAMES, (game) => actions.choose(game, model.period));
  const periods = PERIODS.map((period) => ({
    period,
    button: h('button', { class: 'pill', text: t(`standings.${period}`), on: { click: () => actions.choose(model.game, period) } }),
  }));
  const title = h('h1', { text: t('standings.title'), attributes: { tabindex: -1 } });
  const body = h('tbody');
  const table = h('table', { class: 'standings' }, [
    h('thead', {}, [h('tr', {}, COLUMNS.map((column) => h('th', { class: `of-${column}`, text: t(`standings.${column}`), attributes: { scope: 'col' } })))]),
    body,
  ]);
  const news = h('p', { class: 'quiet empty', attributes: { role: 'status' } });
  const back = h('button', { text: t('practice.back'), on: { click: actions.back } });
  const element = h('section', { class: 'prose wide' }, [
    h('div', { class: 'panel' }, [
      h('div', { class: 'panel-head' }, [
        title,
        h('div', { class: 'buttons periods', attributes: { role: 'group', 'aria-label': t('standings.period') } }, periods.map(({ button }) => button)),
      ]),
      games.element,
      table,
      news,
      h('p', { class: 'quiet', text: t('standings.hint') }),
      h('div', { class: 'buttons' }, [back]),
    ]),
  ]);
  return {
    element,
    focus: () => title.focus({ preventScroll: true }),
    /** @param {LeadersModel} next */
    update(next) {
      model = next;
      const { game, period, board } = next;
      games.update(game);
      periods.forEach((each) => setAttribute(each.button, 'aria-pressed', String(each.period === period)));
      const entries = board?.entries ?? [];
      const own = board?.me ?? null;
      const shown = own === null || entries.some(({ player }) => player.id === own.player.id) ? entries : [...entries, own];
      keepList(body, shown, (entry) => `${game} ${period} ${JSON.stringify(entry)}`, createRow);
      show(table, shown.length > 0);
      setText(news, t(board === null ? 'standings.loading' : entries.length === 0 ? 'lobby.noLeaders' : 'standings.unplaced'));
      show(news, board === null || own === null);
    },
  };

  /** @param {LeaderboardEntry} entry */
  function createRow({ rank, player, points, matches, wins, rating }) {
    const mine = player.id === me;
    const strength = rating === null ? '–' : rating.provisional ? t('standings.provisional', { value: rating.value }) : number(rating.value);
    const name = h('a', { class: 'who', text: mine ? t('lobby.you', { name: player.name }) : nameOf(player), attributes: { href: hashOf({ name: 'player', player: player.id }) } });
    return h('tr', { class: mine ? 'mine' : '' }, [
      h('td', { class: 'of-rank', text: number(rank) }),
      h('th', { class: 'of-name', attributes: { scope: 'row' } }, [name]),
      h('td', { class: 'of-points', text: number(points) }),
      h('td', { class: 'of-matches', text: number(matches) }),
      h('td', { class: 'of-wins', text: number(wins) }),
      h('td', { class: 'of-rating', text: strength }),
    ]);
  }
}
