/** A match that was: its score, what it did to both ratings, and whether it was fair. */

import { builder } from '../dom.js';
import { duration } from '../duration.js';
import { hashOf } from '../router.js';
import { createReceipt, factLine } from './receipt.js';

/** @import {MatchView, SeatNumber} from '../../../types/protocol.js' */
/** @import {Words} from '../../i18n/i18n.js' */

/** @param {Words} words @param {AbortSignal} signal @param {{ match: MatchView, me: string }} given @param {{ back: () => void }} actions */
export function createMatchScreen(words, signal, { match, me }, actions) {
  const { t, nameOf, when } = words;
  const h = builder(signal);
  const { players, score, winner, ending, ratings, receipt } = match;
  const names = players.map(nameOf);
  const seat = players.findIndex(({ id }) => id === me);
  const mine = seat < 0 ? null : /** @type {SeatNumber} */ (seat);
  const verdict = winner === null ? t('result.draw') : t('result.wins', { name: nameOf(players[winner]) });
  const fairness = createReceipt(words, h);
  fairness.update(receipt, names, mine);
  const title = h('h1', { class: 'result-title', text: verdict, attributes: { tabindex: -1 } });
  const back = h('button', { text: t('practice.back'), on: { click: actions.back } });
  const link = (/** @type {SeatNumber} */ at) =>
    h('a', { class: at === 0 ? 'left' : 'right', text: nameOf(players[at]), attributes: { href: hashOf({ name: 'player', player: players[at].id }) } });
  const element = h('section', { class: 'result' }, [
    h('div', { class: 'result-court' }, [
      title,
      match.game !== 'pong' ? h('p', { text: t(`game.${match.game}`) }) : h('p', { class: 'score huge', attributes: { role: 'img', 'aria-label': t('play.score', { left: score[0], right: score[1] }) } }, [
        h('span', { class: 'left', text: String(score[0]) }),
        h('span', { class: 'colon', text: ':' }),
        h('span', { class: 'right', text: String(score[1]) }),
      ]),
      h('p', { class: 'result-names match-names' }, [link(0), link(1)]),
      ending === 'played' ? null : h('p', { text: t(`result.${ending}Loser`) }),
    ]),
    h('section', { class: 'panel', attributes: { 'aria-labelledby': 'facts' } }, [
      h('h2', { text: t('match.facts'), attributes: { id: 'facts' } }),
      h('dl', { class: 'receipt' }, [
        factLine(h, t('match.when'), '', when(match.endedAt)),
        factLine(h, t('match.took'), '', duration(match.seconds)),
        ...(ratings ?? []).map(({ before, after }, at) => factLine(h, t('match.ratingOf', { name: names[at] ?? '' }), '', t('match.change', { before, after }))),
      ]),
    ]),
    fairness.element,
    h('div', { class: 'buttons' }, [back]),
  ]);
  return { element, focus: () => title.focus({ preventScroll: true }) };
}
