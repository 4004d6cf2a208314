/** What this browser remembers for its player. A browser that remembers nothing still plays. */

import { LEVELS } from '../game/levels.js';
import { LANGUAGES, pickLanguage } from '../i18n/i18n.js';

/** @import {GameKind} from '../../types/protocol.js' */
/** @import {Level} from '../game/levels.js' */
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
const TALK = 'trashpong.talk';
const CALM = 'trashpong.calm';
const DISTINCT = 'trashpong.distinct';
const PEER = 'trashpong.peer';
const KEYS = 'trashpong.keys';
const LEVEL = 'trashpong.level';
const GAME = 'trashpong.game';

/** @typedef {{ up: string, down: string }} OwnKeys by KeyboardEvent.code, beside the arrows */

/** @type {OwnKeys} */
export const FIRST_KEYS = Object.freeze({ up: 'KeyW', down: 'KeyS' });

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
    return this.#flag(SOUND, true);
  }

  set sound(on) {
    this.#setFlag(SOUND, on);
  }

  /** @returns {boolean} whether the chat and the emotes of others are shown */
  get talk() {
    return this.#flag(TALK, true);
  }

  set talk(on) {
    this.#setFlag(TALK, on);
  }

  /** @returns {boolean} whether nothing moves but the game; who asks the system for that has it anyway */
  get calm() {
    return this.#flag(CALM, false);
  }

  set calm(on) {
    this.#setFlag(CALM, on);
  }

  /** @returns {boolean} colours that every kind of eye tells apart, by lightness alone */
  get distinct() {
    return this.#flag(DISTINCT, false);
  }

  set distinct(on) {
    this.#setFlag(DISTINCT, on);
  }

  /** @returns {boolean} whether a direct line to the other player may be used; off until the player was asked */
  get peer() {
    return this.#flag(PEER, false);
  }

  set peer(on) {
    this.#setFlag(PEER, on);
  }

  /** @returns {boolean} whether the player has said so, or the opposite */
  get peerAnswered() {
    return recall(this.#store, PEER) !== null;
  }

  /** @returns {OwnKeys} */
  get keys() {
    const [up, down] = (recall(this.#store, KEYS) ?? '').split(' ');
    return up && down ? { up, down } : FIRST_KEYS;
  }

  set keys({ up, down }) {
    remember(this.#store, KEYS, `${up} ${down}`);
  }

  /** @returns {Level} how well the computer plays */
  get level() {
    const chosen = recall(this.#store, LEVEL);
    return LEVELS.find((level) => level === chosen) ?? 'medium';
  }

  set level(level) {
    remember(this.#store, LEVEL, level);
  }

  /** @returns {GameKind} what one would play */
  get game() {
    return recall(this.#store, GAME) === 'tictactoe' ? 'tictactoe' : 'pong';
  }

  set game(game) {
    remember(this.#store, GAME, game);
  }

  /** @param {string} key @param {boolean} usual */
  #flag(key, usual) {
    const chosen = recall(this.#store, key);
    return chosen === null ? usual : chosen === 'on';
  }

  /** @param {string} key @param {boolean} on */
  #setFlag(key, on) {
    remember(this.#store, key, on ? 'on' : 'off');
  }
}
