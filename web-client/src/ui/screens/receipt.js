/** Whether a match was fair: what the network did to it, line by line. */

/** @import {FairnessReceipt, SeatNumber} from '../../../types/protocol.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */

/** A line that varies by less than this is steady, microseconds. */
const STEADY = 6_000;

/** @param {Words} words @param {Build} h */
export function createReceipt({ t, number }, h) {
  const lines = h('dl', { class: 'receipt' });
  const element = h('section', { class: 'panel', attributes: { 'aria-labelledby': 'fair' } }, [
    h('h2', { text: t('result.fair'), attributes: { id: 'fair' } }),
    h('p', { class: 'quiet', text: t('result.fairHint') }),
    lines,
  ]);
  return {
    element,
    /** @param {FairnessReceipt} receipt @param {readonly (string | null)[]} names by seat @param {SeatNumber | null} mine comes first */
    update(receipt, names, mine) {
      const order = /** @type {readonly SeatNumber[]} */ (mine === 1 ? [1, 0] : [0, 1]);
      const delays = order.map((seat) => {
        const { jitter, rtt } = receipt.sides[seat];
        const name = names[seat] ?? null;
        const label = seat === mine ? t('result.yourDelay') : name === null ? t('result.otherDelay') : t('result.delayOf', { name });
        const hint = jitter < STEADY ? t('result.steady') : t('result.uneven', { ms: Math.round(jitter / 1_000) });
        return factLine(h, label, hint, t('result.ms', { ms: Math.round(rtt / 1_000) }));
      });
      const heard = receipt.verdicts - receipt.sides[0].byDeadline - receipt.sides[1].byDeadline;
      lines.replaceChildren(
        ...delays,
        factLine(h, t('result.heard'), t('result.heardHint'), t('result.of', { some: heard, all: receipt.verdicts })),
        factLine(h, t('result.longest'), '', number(receipt.longestRally)),
      );
    },
  };
}

/** One line of a `dl`. @param {Build} h @param {string} label @param {string} hint empty for none @param {string} value */
export function factLine(h, label, hint, value) {
  return h('div', { class: 'row' }, [
    h('dt', {}, [h('span', { text: label }), hint === '' ? null : h('span', { class: 'quiet', text: hint })]),
    h('dd', { text: value }),
  ]);
}
