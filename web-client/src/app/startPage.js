/** The first page, for a tab in which nobody plays yet. */

import { createStartScreen } from '../ui/screens/start.js';
import { problemText } from './problemText.js';

/** @import {Player} from '../../types/protocol.js' */
/** @import {AppContext, Page} from './context.js' */

/** @implements {Page} */
export class StartPage {
  /** @type {AppContext} */
  #context;
  #life = new AbortController();
  #invited;
  /** @type {() => void} */
  #entered;
  #name;
  /** @type {ReturnType<typeof createStartScreen> | null} */
  #screen = null;

  /** @param {AppContext} context @param {boolean} invited by a room's link @param {() => void} entered */
  constructor(context, invited, entered) {
    this.#context = context;
    this.#invited = invited;
    this.#entered = entered;
    this.#name = context.preferences.name;
    this.translate();
  }

  translate() {
    this.#life.abort();
    this.#life = new AbortController();
    const { identity, preferences, shell, words } = this.#context;
    const given = { name: this.#name, invited: this.#invited };
    this.#screen = createStartScreen(words, this.#life.signal, given, {
      enter: (name) => void this.#enter(name, () => identity.enter(name, name === preferences.name)),
      logIn: (name, password) => void this.#enter(name, () => identity.logIn(name, password)),
    });
    shell.showScreen(this.#screen.element, 'start');
    this.#screen.update({ busy: false, problem: null });
    this.#screen.focus();
  }

  hurry() {}

  close() {
    this.#life.abort();
  }

  /** @param {string} name @param {() => Promise<Player>} ask */
  async #enter(name, ask) {
    const { preferences, words } = this.#context;
    this.#name = name;
    this.#screen?.update({ busy: true, problem: null });
    try {
      const player = await ask();
      preferences.name = player.name;
      this.#entered();
    } catch (problem) {
      this.#screen?.update({ busy: false, problem: problemText(words, problem) });
    }
  }
}
