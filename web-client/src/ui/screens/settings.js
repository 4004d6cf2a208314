/** What one may set for this browser. Each choice holds at once; there is nothing to save. */

import { FIRST_KEYS } from '../preferences.js';
import { builder, setText } from '../dom.js';

/** @import {Words} from '../../i18n/i18n.js' */
/** @import {OwnKeys, Preferences, Theme} from '../preferences.js' */

const FLAGS = /** @type {const} */ (['sound', 'talk', 'calm', 'distinct', 'peer']);
/** @type {readonly Theme[]} */
const THEMES = [null, 'light', 'dark'];

/**
 * @param {Words} words
 * @param {AbortSignal} signal
 * @param {Preferences} preferences
 * @param {() => void} applyLook something that shows has changed
 */
export function createSettingsDialog({ t }, signal, preferences, applyLook) {
  const h = builder(signal);
  const flags = FLAGS.map((name) => {
    const box = h('input', {
      attributes: { type: 'checkbox' },
      on: {
        change: () => {
          preferences[name] = box.checked;
          applyLook();
        },
      },
    });
    const label = h('label', { class: 'choice' }, [
      box,
      h('span', { class: 'choice-words' }, [
        h('b', { text: t(`settings.${name}`) }),
        h('span', { class: 'quiet', text: t(`settings.${name}Hint`) }),
      ]),
    ]);
    return { name, box, label };
  });
  const theme = h(
    'select',
    {
      class: 'pill',
      attributes: { id: 'settings-theme' },
      on: {
        change: () => {
          preferences.theme = THEMES[theme.selectedIndex] ?? null;
          applyLook();
        },
      },
    },
    THEMES.map((each) => h('option', { text: t(`settings.theme-${each ?? 'system'}`) })),
  );
  const keys = /** @type {const} */ (['up', 'down']).map((way) => {
    const name = h('b');
    const button = h('button', { class: 'key', attributes: { type: 'button' }, on: { click: () => listenFor(way) } }, [
      h('span', { class: 'quiet', text: t(`settings.${way}`) }),
      name,
    ]);
    return { way, name, button };
  });
  const element = h('dialog', { class: 'dialog settings', attributes: { 'aria-labelledby': 'settings-title' } }, [
    h('form', { attributes: { method: 'dialog' } }, [
      h('h2', { class: 'dialog-title', text: t('settings.title'), attributes: { id: 'settings-title' } }),
      h('div', { class: 'setting' }, [h('label', { text: t('settings.theme'), attributes: { for: 'settings-theme' } }), theme]),
      h('div', { class: 'choices' }, flags.map(({ label }) => label)),
      h('fieldset', {}, [
        h('legend', { text: t('settings.keys') }),
        h('p', { class: 'quiet', text: t('settings.keysHint') }),
        h('div', { class: 'keys-own' }, [
          ...keys.map(({ button }) => button),
          h('button', { class: 'plain', text: t('settings.keysReset'), attributes: { type: 'button' }, on: { click: () => setKeys(FIRST_KEYS) } }),
        ]),
      ]),
      h('div', { class: 'buttons end' }, [
        h('a', { class: 'button plain', text: t('privacy.title'), attributes: { href: '#/privacy' }, on: { click: () => element.close() } }),
        h('button', { class: 'primary', text: t('settings.done') }),
      ]),
    ]),
  ]);
  /** @type {keyof OwnKeys | null} the one that the next key is for */
  let awaited = null;
  element.addEventListener('keydown', take, { signal });
  element.addEventListener('close', () => listenFor(null), { signal });

  return {
    element,
    open() {
      flags.forEach(({ name, box }) => {
        box.checked = preferences[name];
      });
      theme.selectedIndex = THEMES.indexOf(preferences.theme);
      showKeys();
      element.showModal();
    },
  };

  /** @param {KeyboardEvent} event */
  function take(event) {
    if (awaited === null || event.code === 'Tab') {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.code !== 'Escape' && event.code !== '') {
      const own = preferences.keys;
      const other = awaited === 'up' ? 'down' : 'up';
      // The key of the other way changes places, so that none has two meanings.
      setKeys(/** @type {OwnKeys} */ ({ ...own, [other]: own[other] === event.code ? own[awaited] : own[other], [awaited]: event.code }));
    }
    listenFor(null);
  }

  /** @param {OwnKeys} own */
  function setKeys(own) {
    preferences.keys = own;
    showKeys();
  }

  /** @param {keyof OwnKeys | null} way */
  function listenFor(way) {
    awaited = way;
    showKeys();
  }

  function showKeys() {
    const own = preferences.keys;
    keys.forEach(({ way, name }) => setText(name, way === awaited ? t('settings.press') : nameOfKey(own[way])));
  }
}

/** @param {string} code of KeyboardEvent @returns {string} as it stands on most keys */
function nameOfKey(code) {
  return code.replace(/^(Key|Digit)/, '');
}
