/** What this browser remembers for its player. A browser that remembers nothing still plays. */

import { LANGUAGES, pickLanguage } from '../i18n/i18n.js';

/** @import {Language} from '../i18n/i18n.js' */

/** @typedef {'light' | 'dark' | null} Theme null follows the system */

/** @param {Storage | null} storage @param {string} key @returns {string | null} */
export function recall(storage, key) {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** @param {Storage | null} storage @param {string} key @param {string | null} value */
export function remember(storage, key, value) {
  try {
    if (value === null) {
      storage?.removeItem(key);
    } else {
      storage?.setItem(key, value);
    }
  } catch {
    // A full or forbidden store costs the memory, not the match.
  }
}

/** A private window may forbid even to look. @param {'localStorage' | 'sessionStorage'} name @returns {Storage | null} */
export function storageOf(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

const NAME = 'trashpong.name';
const LANGUAGE = 'trashpong.language';
const THEME = 'trashpong.theme';
const SOUND = 'trashpong.sound';

export class Preferences {
  #store = storageOf('localStorage');

  /** @returns {string} the name last played under */
  get name() {
    return recall(this.#store, NAME) ?? '';
  }

  set name(name) {
    remember(this.#store, NAME, name);
  }

  /** @returns {Language} */
  get language() {
    const chosen = recall(this.#store, LANGUAGE);
    return LANGUAGES.find((language) => language === chosen) ?? pickLanguage(navigator.languages);
  }

  set language(language) {
    remember(this.#store, LANGUAGE, language);
  }

  /** @returns {Theme} */
  get theme() {
    const chosen = recall(this.#store, THEME);
    return chosen === 'light' || chosen === 'dark' ? chosen : null;
  }

  set theme(theme) {
    remember(this.#store, THEME, theme);
  }

  get sound() {
    return recall(this.#store, SOUND) !== 'off';
  }

  set sound(on) {
    remember(this.#store, SOUND, on ? 'on' : 'off');
  }
}
