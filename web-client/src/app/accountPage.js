/** The account of who plays, and what its buttons do. */

import { saveAsFile } from '../ui/download.js';
import { createAccountScreen } from '../ui/screens/account.js';
import { playerOf } from './context.js';
import { problemText } from './problemText.js';
import { forgetRoom } from './roomMemory.js';

/** @import {Player} from '../../types/protocol.js' */
/** @import {Session} from '../net/request.js' */
/** @import {AccountFormName} from '../ui/screens/account.js' */
/** @import {AppContext, Page} from './context.js' */

/** @implements {Page} */
export class AccountPage {
  /** @type {AppContext} */
  #context;
  #life = new AbortController();
  #busy = false;
  /** @type {{ form: AccountFormName, text: string } | null} */
  #problem = null;
  /** @type {readonly Player[] | null} */
  #blocked = null;
  /** @type {ReturnType<typeof createAccountScreen> | null} */
  #screen = null;

  /** @param {AppContext} context */
  constructor(context) {
    this.#context = context;
    this.translate();
    void this.#try(null, async () => {
      this.#blocked = await context.players.blocked();
    });
  }

  translate() {
    this.#life.abort();
    this.#life = new AbortController();
    const { identity, shell, words, account, players } = this.#context;
    const given = { player: playerOf(this.#context), guest: identity.isGuest };
    this.#problem = null;
    this.#screen = createAccountScreen(words, this.#life.signal, given, {
      upgrade: (name, password) => void this.#try('upgrade', async () => this.#renew(await account.upgrade(name, password), 'account.made')),
      change: (current, next) => void this.#try('change', async () => this.#renew(await account.changePassword(current, next), 'account.changed')),
      logOut: () => void this.#try(null, () => account.logOut().then(() => this.#leave())),
      logOutEverywhere: () => void this.#try(null, () => account.logOutEverywhere().then(() => this.#leave())),
      exportData: () => void this.#try(null, async () => saveAsFile('trashpong.json', await account.export())),
      erase: (password) => void this.#try('deletion', () => this.#erase(password)),
      unblock: (player) => void this.#try(null, async () => {
        await players.unblock(player.id);
        this.#blocked = (this.#blocked ?? []).filter(({ id }) => id !== player.id);
      }),
      back: () => this.#context.go({ name: 'lobby' }),
    });
    shell.showScreen(this.#screen.element, 'account');
    this.#update();
    this.#screen.focus();
  }

  hurry() {}

  close() {
    this.#life.abort();
  }

  #update() {
    if (!this.#life.signal.aborted) {
      this.#screen?.update({ busy: this.#busy, problem: this.#problem, blocked: this.#blocked });
    }
  }

  /** One thing at a time. @param {AccountFormName | null} form that it is said beside, if it fails @param {() => Promise<unknown>} act */
  async #try(form, act) {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    this.#problem = null;
    this.#update();
    try {
      await act();
    } catch (problem) {
      if (form === null || this.#context.identity.player === null) {
        this.#context.fail(problem);
      } else {
        this.#problem = { form, text: problemText(this.#context.words, problem) };
      }
    }
    this.#busy = false;
    this.#update();
  }

  /** @param {Session} session @param {'account.made' | 'account.changed'} news */
  #renew(session, news) {
    const { identity, preferences, shell, words } = this.#context;
    identity.adopt(session);
    preferences.name = session.player.name;
    shell.showName(session.player.name);
    shell.notify(words.t(news));
    if (!this.#life.signal.aborted) {
      this.translate();
    }
  }

  /** @param {string | null} password */
  async #erase(password) {
    await this.#context.account.delete(password);
    this.#context.preferences.name = '';
    this.#context.shell.notify(this.#context.words.t('account.deleted'));
    this.#leave();
  }

  #leave() {
    forgetRoom();
    this.#context.identity.forget();
    this.#context.go({ name: 'start' });
  }
}
