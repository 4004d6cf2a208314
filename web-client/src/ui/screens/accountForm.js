/** A form of the account: its fields, one button, and what went wrong with it. */

import { setText, show } from '../dom.js';

/** @import {Translate} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */

const PASSWORD = { type: 'password', maxlength: 128, required: true };

/** What the account's forms ask for, by the name of their text. */
const FIELDS = {
  name: { maxlength: 20, minlength: 2, required: true, autocomplete: 'username', autocapitalize: 'words', spellcheck: 'false' },
  password: { ...PASSWORD, autocomplete: 'current-password' },
  current: { ...PASSWORD, autocomplete: 'current-password' },
  next: { ...PASSWORD, minlength: 8, autocomplete: 'new-password' },
};

/** @typedef {keyof typeof FIELDS} FieldName */

/**
 * @param {Translate} t
 * @param {Build} h
 * @param {{ id: string, fields: readonly FieldName[], buttons: readonly Node[], submit: (values: Record<FieldName, string>) => void }} given
 */
export function createAccountForm(t, h, { id, fields, buttons, submit }) {
  const inputs = fields.map((name) => ({
    name,
    input: h('input', { attributes: { ...FIELDS[name], id: `${id}-${name}`, 'aria-describedby': `${id}-problem` } }),
  }));
  const problem = h('p', { class: 'problem', attributes: { id: `${id}-problem`, role: 'alert' } });
  show(problem, false);
  const element = h(
    'form',
    {
      class: 'account-form',
      on: {
        submit: (event) => {
          event.preventDefault();
          submit(values());
        },
      },
    },
    [
      ...inputs.flatMap(({ name, input }) => [h('label', { text: t(`account.${name}`), attributes: { for: `${id}-${name}` } }), input]),
      problem,
      h('div', { class: 'buttons' }, buttons),
    ],
  );
  return {
    element,
    /** @param {FieldName} name @param {string} value */
    fill: (name, value) => inputs.filter((each) => each.name === name).forEach(({ input }) => (input.value = value)),
    /** @param {string | null} text */
    say(text) {
      setText(problem, text ?? '');
      show(problem, text !== null);
    },
  };

  /** @returns {Record<FieldName, string>} */
  function values() {
    const given = { name: '', password: '', current: '', next: '' };
    inputs.forEach(({ name, input }) => (given[name] = name === 'name' ? input.value.trim() : input.value));
    return given;
  }
}
