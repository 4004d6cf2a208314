/** What is around every screen: the head with its switches, notices, and the region that speaks to screen readers. */

import { LANGUAGES } from '../i18n/i18n.js';
import { THEME_CHANGED } from './courtView.js';
import { builder, setAttribute, setText, show } from './dom.js';
import { createSettingsDialog } from './screens/settings.js';

/** @import {Language, Words} from '../i18n/i18n.js' */
/** @import {Preferences} from './preferences.js' */

const NOTICE_MS = 7_000;
const MOST_NOTICES = 3;

/**
 * @typedef {object} ShellActions
 * @property {(language: Language) => void} speak
 * @property {() => void} home
 */

export class Shell {
  /** @type {HTMLElement} */
  #root;
  /** @type {Preferences} */
  #preferences;
  /** @type {ShellActions} */
  #actions;
  #life = new AbortController();
  #main = document.createElement('main');
  #notices = document.createElement('div');
  #cards = document.createElement('div');
  #spoken = document.createElement('div');
  #name = document.createElement('a');

  /** @param {HTMLElement} root @param {Preferences} preferences @param {ShellActions} actions */
  constructor(root, preferences, actions) {
    this.#root = root;
    this.#preferences = preferences;
    this.#actions = actions;
    this.#main.id = 'main';
    this.#main.tabIndex = -1;
    this.#notices.className = 'notices';
    this.#notices.setAttribute('role', 'status');
    this.#spoken.className = 'spoken';
    this.#spoken.setAttribute('aria-live', 'polite');
    this.#name.className = 'pill name';
    this.#name.href = '#/account';
    this.#applyLook();
  }

  /** Builds the head anew, in those words. @param {Words} words */
  translate(words) {
    const { t, language } = words;
    this.#life.abort();
    this.#life = new AbortController();
    const h = builder(this.#life.signal);
    document.documentElement.lang = language;
    document.title = t('app.name');
    const settings = createSettingsDialog(words, this.#life.signal, this.#preferences, () => this.#applyLook());
    const open = h('button', {
      class: 'pill icon-button icon-settings',
      attributes: { type: 'button', 'aria-label': t('settings.title'), title: t('settings.title') },
      on: { click: settings.open },
    });
    const languages = h(
      'select',
      {
        class: 'pill',
        attributes: { 'aria-label': t('head.language') },
        on: { change: (/** @type {Event} */ event) => this.#speak(event) },
      },
      LANGUAGES.map((each) =>
        h('option', {
          text: each.toUpperCase(),
          attributes: { value: each, lang: each, selected: each === language },
        }),
      ),
    );
    const home = h(
      'a',
      { class: 'logo', attributes: { href: '#/lobby' }, on: { click: () => this.#actions.home() } },
      [h('span', { class: 'logo-mark', attributes: { 'aria-hidden': 'true' } }), h('span', { text: t('app.name') })],
    );
    const head = h('header', { class: 'head' }, [home, h('div', { class: 'head-switches' }, [this.#name, languages, open])]);
    const skip = h('a', { class: 'skip', text: t('head.skip'), attributes: { href: '#main' }, on: { click: (event) => this.#skip(event) } });
    this.#root.replaceChildren(skip, head, this.#cards, this.#main, this.#notices, this.#spoken, settings.element);
  }

  /** @param {string | null} name of who plays */
  showName(name) {
    setText(this.#name, name ?? '');
    show(this.#name, name !== null);
  }

  /** @param {HTMLElement} screen @param {string} kind becomes a class of the page */
  showScreen(screen, kind) {
    this.#main.replaceChildren(screen);
    this.#root.dataset.screen = kind;
    scrollTo(0, 0);
  }

  /** What may be answered on every screen. @param {HTMLElement | null} cards */
  showCards(cards) {
    this.#cards.replaceChildren(...(cards === null ? [] : [cards]));
  }

  /** Something to know, for a few seconds. @param {string} text @param {boolean} [grave] */
  notify(text, grave = false) {
    if ([...this.#notices.children].some((notice) => notice.textContent === text)) {
      return;
    }
    const notice = document.createElement('p');
    notice.className = grave ? 'notice grave' : 'notice';
    notice.textContent = text;
    this.#notices.append(notice);
    while (this.#notices.children.length > MOST_NOTICES) {
      this.#notices.firstElementChild?.remove();
    }
    setTimeout(() => notice.remove(), NOTICE_MS);
  }

  /** For who does not see it. @param {string} text */
  speak(text) {
    setText(this.#spoken, text);
  }

  /** @param {Event} event */
  #speak(event) {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    const language = LANGUAGES.find((each) => each === value);
    if (language !== undefined) {
      this.#actions.speak(language);
    }
  }

  /** The address is the router's, so the link can't be followed. @param {Event} event */
  #skip(event) {
    event.preventDefault();
    this.#main.focus();
  }

  #applyLook() {
    const { calm, distinct, theme } = this.#preferences;
    const page = document.documentElement;
    setAttribute(page, 'data-theme', theme);
    setAttribute(page, 'data-motion', calm && 'calm');
    setAttribute(page, 'data-palette', distinct && 'distinct');
    document.dispatchEvent(new Event(THEME_CHANGED));
  }
}
