/** The first screen: one field, one button, and a rally behind them. */

import { builder, setText, show } from '../dom.js';
import { createPracticeCourt } from '../practiceCourt.js';

/** @import {Words} from '../../i18n/i18n.js' */

const NAME_LONGEST = 20;
const PASSWORD_LONGEST = 128;

/**
 * @typedef {object} StartModel
 * @property {boolean} busy
 * @property {string | null} problem in words
 */

/**
 * @param {Words} words
 * @param {AbortSignal} signal
 * @param {{ name: string, invited: boolean }} given
 * @param {{ enter: (name: string) => void, logIn: (name: string, password: string) => void }} actions
 */
export function createStartScreen({ t }, signal, given, actions) {
  const h = builder(signal);
  const { court } = createPracticeCourt(h, signal, t('court.demo'), null);
  const field = h('input', {
    attributes: {
      id: 'name',
      name: 'name',
      maxlength: NAME_LONGEST,
      minlength: 2,
      required: true,
      autocomplete: 'nickname',
      autocapitalize: 'words',
      spellcheck: 'false',
      enterkeyhint: 'go',
      placeholder: t('start.placeholder'),
      'aria-describedby': 'name-problem',
    },
  });
  field.value = given.name;
  const button = h('button', { class: 'primary big', text: t(given.invited ? 'start.join' : 'start.play') });
  const password = h('input', {
    attributes: { id: 'password', name: 'password', type: 'password', maxlength: PASSWORD_LONGEST, autocomplete: 'current-password', 'aria-describedby': 'name-problem' },
  });
  const account = h('details', { class: 'have-account', on: { toggle: () => toggled() } }, [
    h('summary', { text: t('start.account') }),
    h('label', { text: t('account.password'), attributes: { for: 'password' } }),
    password,
    h('p', { text: t('account.noReset') }),
  ]);
  const problem = h('p', { class: 'problem', attributes: { id: 'name-problem', role: 'alert' } });
  const form = h(
    'form',
    {
      class: 'start-form',
      on: {
        submit: (event) => {
          event.preventDefault();
          const name = field.value.trim();
          if (account.open) {
            actions.logIn(name, password.value);
          } else {
            actions.enter(name);
          }
        },
      },
    },
    [
      h('label', { text: t('start.name'), attributes: { for: 'name' } }),
      h('div', { class: 'start-row' }, [field, button]),
      account,
      problem,
      h('a', { class: 'button on-court', text: t('practice.open'), attributes: { href: '#/practice' } }),
    ],
  );
  const element = h('section', { class: 'start' }, [
    h('div', { class: 'hero hero-tall' }, [
      court.element,
      h('div', { class: 'hero-words' }, [
        h('h1', { text: t(given.invited ? 'start.invited' : 'start.title') }),
        h('p', { text: t(given.invited ? 'start.invitedHint' : 'start.hint') }),
        form,
      ]),
    ]),
  ]);
  return {
    element,
    focus: () => (given.name === '' ? field : button).focus({ preventScroll: true }),
    /** @param {StartModel} model */
    update(model) {
      button.disabled = model.busy;
      setText(problem, model.problem ?? '');
      show(problem, model.problem !== null);
    },
  };

  /** With the password in sight the one button logs in. */
  function toggled() {
    const { open } = account;
    setText(button, t(open ? 'start.logIn' : given.invited ? 'start.join' : 'start.play'));
    field.setAttribute('autocomplete', open ? 'username' : 'nickname');
    password.required = open;
    if (open) {
      (field.value === '' ? field : password).focus();
    }
  }
}
