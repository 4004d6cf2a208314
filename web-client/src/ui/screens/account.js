/** One's own account: to make one of a guest's name, to change its password, to leave, to take along and to delete. */

import { builder, keepList, setText, show } from '../dom.js';
import { hashOf } from '../router.js';
import { createAccountForm } from './accountForm.js';

/** @import {Player} from '../../../types/protocol.js' */
/** @import {Words} from '../../i18n/i18n.js' */

/** @typedef {'upgrade' | 'change' | 'deletion'} AccountFormName */

/**
 * @typedef {object} AccountModel
 * @property {boolean} busy
 * @property {{ form: AccountFormName, text: string } | null} problem
 * @property {readonly Player[] | null} blocked
 */

/**
 * @typedef {object} AccountActions
 * @property {(name: string, password: string) => void} upgrade
 * @property {(current: string, next: string) => void} change
 * @property {() => void} logOut
 * @property {() => void} logOutEverywhere
 * @property {() => void} exportData
 * @property {(password: string | null) => void} erase
 * @property {(player: Player) => void} unblock
 * @property {() => void} back
 */

/** @param {Words} words @param {AbortSignal} signal @param {{ player: Player, guest: boolean }} given @param {AccountActions} actions */
export function createAccountScreen({ t }, signal, { player, guest }, actions) {
  const h = builder(signal);
  const button = (/** @type {string} */ text, /** @type {() => void} */ act, look = '') =>
    h('button', { class: look, text, attributes: { type: 'button' }, on: { click: act } });
  const submit = (/** @type {string} */ text, look = 'primary') => h('button', { class: look, text });

  const upgrade = createAccountForm(t, h, {
    id: 'upgrade', fields: ['name', 'next'], buttons: [submit(t('account.make'))], submit: ({ name, next }) => actions.upgrade(name, next),
  });
  upgrade.fill('name', player.name);
  const change = createAccountForm(t, h, {
    id: 'change', fields: ['current', 'next'], buttons: [submit(t('account.changeNow'))], submit: ({ current, next }) => actions.change(current, next),
  });
  const deletion = createAccountForm(t, h, {
    id: 'deletion',
    fields: guest ? [] : ['password'],
    buttons: [button(t('account.cancel'), () => dialog.close()), submit(t('account.delete'), 'danger')],
    submit: ({ password }) => actions.erase(guest ? null : password),
  });
  const dialog = h('dialog', { class: 'dialog', attributes: { 'aria-labelledby': 'delete-title' } }, [
    h('h2', { class: 'dialog-title', text: t('account.deleteTitle', { name: player.name }), attributes: { id: 'delete-title' } }),
    h('p', { text: t('account.deleteHint') }),
    deletion.element,
  ]);
  const blocked = h('ul', { class: 'rows blocked' });
  const nobody = h('p', { class: 'quiet', text: t('account.nobodyBlocked') });
  const heading = h('h1', { text: t('account.title'), attributes: { tabindex: -1 } });
  const back = button(t('practice.back'), actions.back);
  const logOut = button(t('account.logOut'), actions.logOut);
  const part = (/** @type {string} */ title, /** @type {string} */ hint, /** @type {readonly Node[]} */ children) =>
    h('section', { class: 'panel account-part' }, [h('h2', { text: title }), h('p', { class: 'quiet', text: hint }), ...children]);
  const element = h('section', { class: 'prose account' }, [
    h('div', { class: 'account-head' }, [
      heading,
      h('p', { class: 'prose-lead', text: t(guest ? 'account.guest' : 'account.member') }),
    ]),
    guest
      ? part(t('account.keep'), t('account.keepHint'), [upgrade.element])
      : part(t('account.change'), t('account.changeHint'), [change.element]),
    guest
      ? part(t('account.sessions'), t('account.guestLeave'), [h('div', { class: 'buttons' }, [logOut])])
      : part(t('account.sessions'), t('account.sessionsHint'), [
          h('div', { class: 'buttons' }, [logOut, button(t('account.logOutEverywhere'), actions.logOutEverywhere)]),
        ]),
    h('section', { class: 'panel account-part' }, [h('h2', { text: t('account.blocked') }), blocked, nobody]),
    part(t('account.data'), t('account.dataHint'), [
      h('div', { class: 'buttons' }, [button(t('account.export'), actions.exportData)]),
      h('p', { class: 'quiet', text: t('account.deleteHint') }),
      h('div', { class: 'buttons' }, [button(t('account.delete'), () => dialog.showModal(), 'danger')]),
    ]),
    h('div', { class: 'buttons' }, [
      back,
      h('a', { class: 'button', text: t('history.mine'), attributes: { href: hashOf({ name: 'player', player: player.id }) } }),
    ]),
    dialog,
  ]);
  const forms = { upgrade, change, deletion };

  return {
    element,
    focus: () => heading.focus({ preventScroll: true }),
    /** @param {AccountModel} model */
    update({ busy, problem, blocked: names }) {
      for (const [name, form] of Object.entries(forms)) {
        form.say(problem?.form === name ? problem.text : null);
      }
      element.setAttribute('aria-busy', String(busy));
      show(nobody, names?.length === 0);
      keepList(blocked, names ?? [], ({ id }) => id, (each) => {
        const name = h('span', { class: 'who' });
        setText(name, each.name);
        const free = button(t('account.unblock'), () => actions.unblock(each));
        free.setAttribute('aria-label', t('account.unblockNamed', { name: each.name }));
        return h('li', { class: 'row player' }, [name, free]);
      });
    },
  };
}
