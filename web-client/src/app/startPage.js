/** The first page, for a tab in which nobody plays yet. */

import { createStartScreen } from '../ui/screens/start.js';

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
    const { shell, words } = this.#context;
    const given = { name: this.#name, invited: this.#invited };
    this.#screen = createStartScreen(words, this.#life.signal, given, { enter: (name) => void this.#enter(name) });
    shell.showScreen(this.#screen.element, 'start');
    this.#screen.update({ busy: false, problem: null });
    this.#screen.focus();
  }

  hurry() {}

  close() {
    this.#life.abort();
  }

  /** @param {string} name */
  async #enter(name) {
    const { identity, preferences } = this.#context;
    this.#name = name;
    this.#screen?.update({ busy: true, problem: null });
    try {
      const player = await identity.enter(name, name === preferences.name);
      preferences.name = player.name;
      this.#entered();
    } catch (problem) {
      const { code } = /** @type {{ code?: string }} */ (problem);
      const { has, t } = this.#context.words;
      const text = code !== undefined && has(`error.${code}`) ? t(`error.${code}`) : t('error.internal');
      this.#screen?.update({ busy: false, problem: text });
    }
  }
}
