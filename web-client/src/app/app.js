/** Which page is open, by who plays and what the address asks for. */

import { createWords } from '../i18n/i18n.js';
import { AccountApi, AuthApi } from '../net/authApi.js';
import { Identity } from '../net/identity.js';
import { LobbyApi } from '../net/lobbyApi.js';
import { PlayersApi } from '../net/playersApi.js';
import { ApiProblem, OFFLINE, callerOf } from '../net/request.js';
import { StandingsApi } from '../net/standingsApi.js';
import { watchPage } from '../ui/pageLife.js';
import { Preferences, recall, remember, storageOf } from '../ui/preferences.js';
import { hashOf, parseRoute } from '../ui/router.js';
import { Shell } from '../ui/shell.js';
import { Sound } from '../ui/sound.js';
import { codeOf, problemText } from './problemText.js';
import { StartPage } from './startPage.js';
import { loadTexts } from './texts.js';

/** @import {Language, Texts} from '../i18n/i18n.js' */
/** @import {ConnectPeer, ConnectionLike} from '../net/peerLine.js' */
/** @import {Session} from '../net/request.js' */
/** @import {AppContext, Page} from './context.js' */
/** @import {Presence} from './laterPages.js' */
/** @import {Route} from '../ui/router.js' */

const SESSION = 'trashpong.session';

/** The first screen has the line and the processor to itself for so long; a name takes longer to type. */
const FIRST_SCREEN_MS = 500;

export class App {
  /** @type {AppContext} */
  #context;
  /** @type {Page | null} */
  #page = null;
  #visit = 0;
  /** @type {Presence | null} whose feed is open */
  #presence = null;
  /** @type {Promise<typeof import('./laterPages.js')> | null} */
  #laterPages = null;

  /** @param {HTMLElement} root @param {Language} language @param {Texts} texts */
  constructor(root, language, texts) {
    const preferences = new Preferences();
    const fetched = (/** @type {string} */ path, /** @type {RequestInit} */ init) => fetch(path, init);
    const identity = new Identity(new AuthApi(fetched), sessionStore(), Date.now);
    const call = callerOf(fetched, (fresh) => identity.token(fresh), pause);
    const shell = new Shell(root, preferences, {
      speak: (chosen) => void this.#speak(chosen),
      home: () => this.#context.go({ name: 'lobby' }),
    });
    this.#context = {
      words: createWords(language, texts),
      shell,
      preferences,
      sound: new Sound(preferences),
      identity,
      api: new LobbyApi(call),
      players: new PlayersApi(call),
      standings: new StandingsApi(call),
      account: new AccountApi(call),
      openSocket: (path, protocols) => new WebSocket(socketUrl(path), protocols),
      connectPeer: 'RTCPeerConnection' in window ? connectPeer : null,
      stamp: () => Math.round(performance.now() * 1_000),
      go: (route) => this.#go(route),
      fail: (problem) => this.#fail(problem),
    };
    shell.translate(this.#context.words);
    addEventListener('hashchange', () => this.#route());
    watchPage({
      hidden: (hidden) => this.#page?.hide?.(hidden),
      awake: () => {
        this.#presence?.feed.hurry();
        this.#page?.hurry();
      },
    });
    this.#route();
  }

  /** @param {Route} route */
  #go(route) {
    if (location.hash === hashOf(route)) {
      this.#route();
    } else {
      location.hash = hashOf(route);
    }
  }

  #route() {
    this.#visit += 1;
    this.#page?.close();
    this.#page = null;
    const route = parseRoute(location.hash);
    const { identity, shell } = this.#context;
    shell.showName(identity.player?.name ?? null);
    if (identity.player?.id !== this.#presence?.player) {
      this.#presence?.close();
      this.#presence = null;
    }
    if (identity.player === null && route.name !== 'practice' && route.name !== 'privacy') {
      this.#page = new StartPage(this.#context, route.name === 'invited', () => this.#route());
    }
    void this.#open(route, this.#visit);
  }

  /** What the first screen does without comes after it stands. @param {Route} route @param {number} visit */
  async #open(route, visit) {
    await pause(this.#page === null ? 0 : FIRST_SCREEN_MS);
    const pages = visit === this.#visit ? await this.#loadPages() : null;
    if (pages === null || visit !== this.#visit) {
      return;
    }
    if (this.#context.identity.player !== null) {
      this.#presence ??= pages.attend(this.#context);
    }
    if (route.name === 'practice' || route.name === 'privacy') {
      this.#page = pages.openStillPage(route.name, this.#context);
    } else if (this.#presence === null) {
      return; // the first screen waits for a name
    } else if (route.name === 'invited') {
      await this.#accept(route.code, visit, pages.entranceOf);
    } else {
      this.#page = pages.openPage(route, this.#context, this.#presence);
    }
  }

  async #loadPages() {
    try {
      this.#laterPages ??= import('./laterPages.js');
      return await this.#laterPages;
    } catch {
      this.#laterPages = null;
      this.#context.fail(new ApiProblem(OFFLINE, 0));
      return null;
    }
  }

  /** Takes the seat that a room's link offers, or a place in the stands. @param {string} code @param {number} visit @param {typeof import('./entrance.js').entranceOf} entranceOf */
  async #accept(code, visit, entranceOf) {
    const { api } = this.#context;
    try {
      const room = await api.findRoomByCode(code);
      if (room === null) {
        throw new ApiProblem('room-gone', 404);
      }
      const enter = await entranceOf(this.#context, room.id, code);
      if (visit === this.#visit) {
        history.replaceState(null, '', hashOf({ name: 'lobby' })); // going back must not take the seat again
        enter();
      }
    } catch (problem) {
      if (visit === this.#visit) {
        this.#context.fail(problem);
        this.#go({ name: 'lobby' });
      }
    }
  }

  /** @param {unknown} problem */
  #fail(problem) {
    const { words, shell, identity } = this.#context;
    shell.notify(problemText(words, problem), true);
    if (codeOf(problem) === 'token-invalid') {
      identity.forget();
      this.#route();
    }
  }

  /** @param {Language} language */
  async #speak(language) {
    this.#context.preferences.language = language;
    const texts = await loadTexts(language);
    this.#context.words = createWords(language, texts);
    this.#context.shell.translate(this.#context.words);
    this.#context.shell.showName(this.#context.identity.player?.name ?? null);
    this.#presence?.desk.translate();
    this.#page?.translate();
  }
}

/** @param {string} path */
function socketUrl(path) {
  const url = new URL(path, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

/** @type {ConnectPeer} */
function connectPeer(options) {
  return /** @type {ConnectionLike} */ (/** @type {unknown} */ (new RTCPeerConnection(options)));
}

/** A session lives in its tab and ends with it. */
function sessionStore() {
  const store = storageOf('sessionStorage');
  return {
    load: () => {
      try {
        return /** @type {Session | null} */ (JSON.parse(recall(store, SESSION) ?? 'null'));
      } catch {
        return null;
      }
    },
    save: (/** @type {Session | null} */ session) => remember(store, SESSION, session && JSON.stringify(session)),
  };
}

/** @param {number} millis @returns {Promise<void>} */
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
