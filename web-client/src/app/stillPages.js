/** Pages that need no server: what is kept of a player, and a court against the computer. */

import { builder } from '../ui/dom.js';
import { createGamePicker } from '../ui/gamePicker.js';
import { createPractice } from '../ui/screens/practice.js';
import { createPrivacyScreen } from '../ui/screens/privacy.js';
import { GAMES } from '../ui/stages/stages.js';

/** @import {AppContext, Page} from './context.js' */

/** @typedef {(context: AppContext, signal: AbortSignal, back: () => void) => { element: HTMLElement, focus: () => void }} CreateScreen */

/** @implements {Page} */
class StillPage {
  /** @type {AppContext} */
  #context;
  #life = new AbortController();
  /** @type {string} */
  #kind;
  /** @type {CreateScreen} */
  #create;

  /** @param {AppContext} context @param {string} kind @param {CreateScreen} create */
  constructor(context, kind, create) {
    this.#context = context;
    this.#kind = kind;
    this.#create = create;
    this.translate();
  }

  translate() {
    this.#life.abort();
    this.#life = new AbortController();
    const screen = this.#create(this.#context, this.#life.signal, () => this.#context.go({ name: 'lobby' }));
    this.#context.shell.showScreen(screen.element, this.#kind);
    screen.focus();
  }

  hurry() {}

  close() {
    this.#life.abort();
  }
}

/** @param {AppContext} context */
export const privacyPage = (context) =>
  new StillPage(context, 'privacy', ({ words }, signal, back) => createPrivacyScreen(words, signal, { back }));

/** @param {AppContext} context */
export const practicePage = (context) =>
  new StillPage(context, 'practice', ({ words, preferences, sound }, signal, back) => {
    const { t } = words;
    const h = builder(signal);
    const place = h('div');
    const games = createGamePicker(words, h, GAMES, (game) => {
      preferences.game = game;
      open();
    });
    /** @type {ReturnType<typeof createPractice> | null} */
    let practice = null;
    const open = () => {
      practice?.end();
      practice = createPractice(words, signal, { game: preferences.game, seat: 0, preferences, sound, title: t('practice.title') });
      place.append(practice.element);
      games.update(preferences.game);
    };
    open();
    const button = h('button', { text: t('practice.back'), on: { click: back } });
    const heading = h('h1', { class: 'spoken', text: t('practice.title'), attributes: { tabindex: -1 } });
    const element = h('section', { class: 'practice-page' }, [heading, games.element, place, h('div', { class: 'buttons' }, [button])]);
    return { element, focus: () => heading.focus({ preventScroll: true }) };
  });
