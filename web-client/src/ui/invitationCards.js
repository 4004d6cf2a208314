/** What waits for an answer, over every screen: who invites me, and whom I have invited. */

import { builder, keepList, setText, show } from './dom.js';

/** @import {InvitationView} from '../../types/protocol.js' */
/** @import {OpenInvitation} from '../game/invitations.js' */
/** @import {Words} from '../i18n/i18n.js' */

/** The oldest are answered first; the others follow. */
const MOST_CARDS = 3;
const CLOCK_MS = 1_000;

/** @typedef {Record<'accept' | 'decline' | 'block' | 'withdraw', (invitation: InvitationView) => void>} InvitationActions */

/** @param {Words} words @param {AbortSignal} signal @param {InvitationActions} actions */
export function createInvitationCards({ t }, signal, actions) {
  const h = builder(signal);
  const element = h('section', { class: 'invitations', attributes: { 'aria-label': t('invitation.title') } });
  /** @type {Map<string, { time: HTMLElement, until: number }>} */
  const clocks = new Map();
  const tick = () => {
    const now = Date.now();
    clocks.forEach(({ time, until }) => setText(time, t('invitation.left', { count: Math.max(0, Math.ceil((until - now) / 1_000)) })));
  };
  const clock = setInterval(tick, CLOCK_MS);
  signal.addEventListener('abort', () => clearInterval(clock));
  show(element, false);

  return {
    element,
    /** @param {readonly OpenInvitation[]} open @param {string} me */
    update(open, me) {
      const shown = open.slice(0, MOST_CARDS);
      const ids = new Set(shown.map(({ invitation }) => invitation.id));
      keepList(element, shown, ({ invitation }) => invitation.id, (each) => createCard(each, each.invitation.from.id === me));
      [...clocks.keys()].filter((id) => !ids.has(id)).forEach((id) => clocks.delete(id));
      show(element, shown.length > 0);
      tick();
    },
  };

  /** @param {OpenInvitation} open @param {boolean} mine */
  function createCard({ invitation, until }, mine) {
    const time = h('span', { class: 'quiet' });
    clocks.set(invitation.id, { time, until });
    const game = t(`game.${invitation.game}`);
    const text = mine ? t('invitation.sent', { name: invitation.to.name, game }) : t('invitation.from', { name: invitation.from.name, game });
    /** @param {keyof InvitationActions} name @param {string} look */
    const button = (name, look) => h('button', { class: look, text: t(`invitation.${name}`), on: { click: () => actions[name](invitation) } });
    return h('article', { class: 'invitation' }, [
      h('p', {}, [h('b', { text }), time]),
      h('div', { class: 'buttons' }, mine ? [button('withdraw', '')] : [button('accept', 'go'), button('decline', ''), button('block', 'plain')]),
    ]);
  }
}
