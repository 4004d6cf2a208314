/** Pages of what was played: the standings, a player's matches, and one match. */

import { createHistoryScreen } from '../ui/screens/history.js';
import { createLeadersScreen } from '../ui/screens/leaders.js';
import { createMatchScreen } from '../ui/screens/match.js';
import { createNoticeScreen } from '../ui/screens/notice.js';
import { playerOf } from './context.js';
import { codeOf } from './problemText.js';

/** @import {GameKind, Leaderboard, MatchView, Period} from '../../types/protocol.js' */
/** @import {AppContext, Page} from './context.js' */

const SHOWN = 50;
/** A page that got no answer asks again. */
const AGAIN_AFTER_MS = 5_000;

/** What a page of records has in common: it asks, says it when there is no answer, and asks again. @implements {Page} */
class RecordsPage {
  /** @type {AppContext} */
  context;
  life = new AbortController();
  #closed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #again;
  #screen = { update: () => {} };

  /** @param {AppContext} context */
  constructor(context) {
    this.context = context;
  }

  get me() {
    return playerOf(this.context).id;
  }

  back = () => this.context.go({ name: 'lobby' });

  translate() {
    this.life.abort();
    this.life = new AbortController();
    const { element, focus, update } = this.create(this.life.signal);
    this.context.shell.showScreen(element, 'records');
    this.#screen = { update };
    update();
    focus();
  }

  hurry() {}

  close() {
    this.#closed = true;
    clearTimeout(this.#again);
    this.life.abort();
  }

  /**
   * @param {AbortSignal} _signal
   * @returns {{ element: HTMLElement, focus: () => void, update: () => void }}
   */
  create(_signal) {
    throw new Error('each page has its own screen');
  }

  /** @template T @param {() => Promise<T>} ask @param {(answer: T) => void} take */
  async load(ask, take) {
    clearTimeout(this.#again);
    try {
      const answer = await ask();
      if (!this.#closed) {
        take(answer);
        this.#screen.update();
      }
    } catch (problem) {
      if (this.#closed) {
        return;
      }
      this.context.fail(problem);
      if (codeOf(problem) === 'not-found') {
        this.back();
      } else {
        this.#again = setTimeout(() => void this.load(ask, take), AGAIN_AFTER_MS);
      }
    }
  }
}

export class LeadersPage extends RecordsPage {
  /** @type {Period} */
  #period = 'all';
  /** @type {GameKind} */
  #game;
  /** @type {Leaderboard | null} */
  #board = null;

  /** @param {AppContext} context */
  constructor(context) {
    super(context);
    this.#game = context.preferences.game;
    this.translate();
    this.#choose(this.#game, 'all');
  }

  /** @override @param {AbortSignal} signal */
  create(signal) {
    const screen = createLeadersScreen(this.context.words, signal, this.me, { choose: (game, period) => this.#choose(game, period), back: this.back });
    return { ...screen, update: () => screen.update({ game: this.#game, period: this.#period, board: this.#board }) };
  }

  /** @param {GameKind} game @param {Period} period */
  #choose(game, period) {
    this.#game = game;
    this.#period = period;
    void this.load(() => this.context.standings.leaderboard(game, period, SHOWN), (board) => {
      this.#board = period === this.#period && game === this.#game ? board : this.#board;
    });
  }
}

export class HistoryPage extends RecordsPage {
  /** @type {string} */
  #player;
  /** @type {readonly MatchView[] | null} */
  #matches = null;
  /** @type {string | null} */
  #next = null;
  #busy = false;

  /** @param {AppContext} context @param {string} player */
  constructor(context, player) {
    super(context);
    this.#player = player;
    this.translate();
    this.#more();
  }

  /** @override @param {AbortSignal} signal */
  create(signal) {
    const given = { player: this.#player, mine: this.#player === this.me };
    const screen = createHistoryScreen(this.context.words, signal, given, { more: () => this.#more(), back: this.back });
    return { ...screen, update: () => screen.update({ matches: this.#matches, more: this.#next !== null, busy: this.#busy }) };
  }

  #more() {
    if (this.#busy) {
      return;
    }
    const ask = () => {
      this.#busy = true;
      return this.context.standings.matchesOf(this.#player, this.#next).finally(() => (this.#busy = false));
    };
    void this.load(ask, ({ matches, next }) => {
      this.#matches = [...(this.#matches ?? []), ...matches];
      this.#next = next;
    });
  }
}

export class MatchPage extends RecordsPage {
  /** @type {MatchView | null} */
  #match = null;

  /** @param {AppContext} context @param {string} id */
  constructor(context, id) {
    super(context);
    this.translate();
    void this.load(() => context.standings.match(id), (match) => {
      this.#match = match;
      this.translate();
    });
  }

  /** @override @param {AbortSignal} signal */
  create(signal) {
    const { words } = this.context;
    const { t } = words;
    const screen =
      this.#match === null
        ? createNoticeScreen(signal, t('match.title'), t('match.loading'), [{ label: t('play.toLobby'), act: this.back }])
        : createMatchScreen(words, signal, { match: this.#match, me: this.me }, { back: this.back });
    return { ...screen, update: () => {} };
  }
}
