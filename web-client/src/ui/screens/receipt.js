/** What is to be said of a match besides its result, line by line: whether it was fair, or how long its turns took. */

import { setText } from '../dom.js';

/** @import {FairnessReceipt, Receipt, SeatNumber, TurnReceipt} from '../../../types/protocol.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */

/** A line that varies by less than this is steady, microseconds. */
const STEADY = 6_000;

/** @param {Words} words @param {Build} h */
export function createReceipt({ t, number }, h) {
  const title = h('h2', { attributes: { id: 'receipt' } });
  const intro = h('p', { class: 'quiet' });
  const lines = h('dl', { class: 'receipt' });
  const element = h('section', { class: 'panel', attributes: { 'aria-labelledby': 'receipt' } }, [title, intro, lines]);
  return {
    element,
    /** @param {Receipt} receipt @param {readonly (string | null)[]} names by seat @param {SeatNumber | null} mine comes first */
    update(receipt, names, mine) {
      const order = /** @type {readonly SeatNumber[]} */ (mine === 1 ? [1, 0] : [0, 1]);
      const fair = 'verdicts' in receipt;
      setText(title, t(fair ? 'result.fair' : 'result.turns'));
      setText(intro, t(fair ? 'result.fairHint' : 'result.turnsHint'));
      lines.replaceChildren(...(fair ? ofFairness(receipt) : ofTurns(receipt)));

      /** @param {FairnessReceipt} fairness */
      function ofFairness({ sides, verdicts, longestRally }) {
        const delays = order.map((seat) => {
          const { jitter, rtt } = sides[seat];
          const name = names[seat] ?? null;
          const label = seat === mine ? t('result.yourDelay') : name === null ? t('result.otherDelay') : t('result.delayOf', { name });
          const hint = jitter < STEADY ? t('result.steady') : t('result.uneven', { ms: Math.round(jitter / 1_000) });
          return factLine(h, label, hint, t('result.ms', { ms: Math.round(rtt / 1_000) }));
        });
        const heard = verdicts - sides[0].byDeadline - sides[1].byDeadline;
        return [
          ...delays,
          factLine(h, t('result.heard'), t('result.heardHint'), t('result.of', { some: heard, all: verdicts })),
          factLine(h, t('result.longest'), '', number(longestRally)),
        ];
      }

      /** @param {TurnReceipt} took */
      function ofTurns({ turns }) {
        return order.map((seat) => {
          const { count, total, longest } = turns[seat];
          const name = names[seat] ?? null;
          const label = seat === mine ? t('result.yourTurns') : name === null ? t('result.otherTurns') : t('result.turnsOf', { name });
          const hint = t('result.longestTurn', { seconds: seconds(longest) });
          return factLine(h, label, hint, t('result.perTurn', { seconds: seconds(total / Math.max(1, count)) }));
        });
      }
    },
  };

  /** @param {number} micros */
  function seconds(micros) {
    return number(Math.round(micros / 100_000) / 10);
  }
}

/** One line of a `dl`. @param {Build} h @param {string} label @param {string} hint empty for none @param {string} value */
export function factLine(h, label, hint, value) {
  return h('div', { class: 'row' }, [
    h('dt', {}, [h('span', { text: label }), hint === '' ? null : h('span', { class: 'quiet', text: hint })]),
    h('dd', { text: value }),
  ]);
}
