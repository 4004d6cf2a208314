/** Which page is open, by who plays and what the address asks for. */

import { createWords } from '../i18n/i18n.js';
import { AccountApi, AuthApi } from '../net/authApi.js';
import { Identity } from '../net/identity.js';
import { LobbyApi } from '../net/lobbyApi.js';
import { PlayersApi } from '../net/playersApi.js';
import { ApiProblem, callerOf } from '../net/request.js';
import { StandingsApi } from '../net/standingsApi.js';
import { watchPage } from '../ui/pageLife.js';
import { Preferences, recall, remember, storageOf } from '../ui/preferences.js';
import { hashOf, parseRoute } from '../ui/router.js';
import { Shell } from '../ui/shell.js';
import { Sound } from '../ui/sound.js';
import { AccountPage } from './accountPage.js';
import { enterRoom } from './entrance.js';
import { InvitationDesk } from './invitationDesk.js';
import { LobbyFeed } from './lobbyFeed.js';
import { LobbyPage } from './lobbyPage.js';
import { codeOf, problemText } from './problemText.js';
import { RoomPage } from './roomPage.js';
import { HistoryPage, LeadersPage, MatchPage } from './standingsPages.js';
import { StartPage } from './startPage.js';
import { practicePage, privacyPage } from './stillPages.js';

/** @import {Language, Texts} from '../i18n/i18n.js' */
/** @import {Session} from '../net/request.js' */
/** @import {AppContext, Page} from './context.js' */
/** @import {Route} from '../ui/router.js' */

const SESSION = 'trashpong.session';

export class App {
  /** @type {AppContext} */
  #context;
  /** @type {Page | null} */
  #page = null;
  #visit = 0;
  /** @type {{ player: string, feed: LobbyFeed, desk: InvitationDesk } | null} whose feed is open */
  #presence = null;

  /** @param {HTMLElement} root @param {Language} language @param {Texts} texts */
  constructor(root, language, texts) {
    const preferences = new Preferences();
    const fetched = (/** @type {string} */ path, /** @type {RequestInit} */ init) => fetch(path, init);
    const identity = new Identity(new AuthApi(fetched), sessionStore(), Date.now);
    const wait = (/** @type {number} */ millis) => new Promise((/** @type {(value: void) => void} */ resolve) => setTimeout(resolve, millis));
    const call = callerOf(fetched, (fresh) => identity.token(fresh), wait);
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
    const presence = this.#attend();
    if (route.name === 'practice' || route.name === 'privacy') {
      this.#page = route.name === 'practice' ? practicePage(this.#context) : privacyPage(this.#context);
      return;
    }
    if (presence === null) {
      this.#page = new StartPage(this.#context, route.name === 'invited', () => this.#route());
      return;
    }
    switch (route.name) {
      case 'start':
        history.replaceState(null, '', hashOf({ name: 'lobby' }));
        this.#page = new LobbyPage(this.#context, presence.feed, presence.desk);
        break;
      case 'lobby':
        this.#page = new LobbyPage(this.#context, presence.feed, presence.desk);
        break;
      case 'leaders':
        this.#page = new LeadersPage(this.#context);
        break;
      case 'player':
        this.#page = new HistoryPage(this.#context, route.player);
        break;
      case 'match':
        this.#page = new MatchPage(this.#context, route.match);
        break;
      case 'account':
        this.#page = new AccountPage(this.#context);
        break;
      case 'play':
        this.#page = new RoomPage(this.#context, route.room);
        break;
      case 'invited':
        void this.#accept(route.code, this.#visit);
        break;
    }
  }

  /** Opens the feed of who plays, and closes that of who no longer does. */
  #attend() {
    const player = this.#context.identity.player?.id ?? null;
    if (this.#presence !== null && this.#presence.player !== player) {
      this.#presence.desk.close();
      this.#presence.feed.close();
      this.#presence = null;
    }
    if (player !== null && this.#presence === null) {
      const feed = new LobbyFeed(this.#context);
      this.#presence = { player, feed, desk: new InvitationDesk(this.#context, feed) };
    }
    return this.#presence;
  }

  /** Takes the seat that a room's link offers. @param {string} code @param {number} visit */
  async #accept(code, visit) {
    const { api } = this.#context;
    try {
      const room = await api.findRoomByCode(code);
      if (room === null) {
        throw new ApiProblem('room-gone', 404);
      }
      const grant = await api.takeSeat(room.id, code);
      if (visit === this.#visit) {
        history.replaceState(null, '', hashOf({ name: 'lobby' })); // going back must not take the seat again
        enterRoom(this.#context, grant);
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

/** @param {Language} language @returns {Promise<Texts>} */
export async function loadTexts(language) {
  const response = await fetch(new URL(`../../locales/${language}.json`, import.meta.url));
  return response.json();
}

/** @param {string} path */
function socketUrl(path) {
  const url = new URL(path, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
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
