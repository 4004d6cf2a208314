/** The lobby: what its feed says, its leaders, and what its buttons do. */

import { oncePerFrame } from '../ui/dom.js';
import { createLobbyScreen } from '../ui/screens/lobby.js';
import { playerOf } from './context.js';
import { enterRoom, enterStands } from './entrance.js';
import { forgetRoom, recallRoom } from './roomMemory.js';

/** @import {GameKind, Leaderboard, LeaderboardEntry, SeatGrant} from '../../types/protocol.js' */
/** @import {AppContext, Page} from './context.js' */
/** @import {InvitationDesk} from './invitationDesk.js' */
/** @import {LobbyFeed} from './lobbyFeed.js' */

/** The leaders change with each match that ends; only whose match it was needs to see that at once. */
const LEADERS_EVERY_MS = 60_000;
const LEADERS_SHOWN = 5;

/** @implements {Page} */
export class LobbyPage {
  /** @type {AppContext} */
  #context;
  #life = new AbortController();
  #busy = false;
  #held = recallRoom();
  /** @type {readonly LeaderboardEntry[] | null} */
  #leaders = null;
  /** @type {LobbyFeed} */
  #feed;
  /** @type {InvitationDesk} */
  #desk;
  #closed = new AbortController();
  /** @type {ReturnType<typeof createLobbyScreen> | null} */
  #screen = null;
  #render = oncePerFrame(() => this.#update());
  #leaderClock;
  /** Where, as far as the lobby has heard, a match of mine still runs. @type {ReadonlySet<string>} */
  #running = new Set();

  /** @param {AppContext} context @param {LobbyFeed} feed @param {InvitationDesk} desk */
  constructor(context, feed, desk) {
    this.#context = context;
    this.#held = this.#held?.player === playerOf(context).id ? this.#held : null;
    this.#feed = feed;
    this.#desk = desk;
    feed.listen(this.#closed.signal, { changed: () => this.#changed() });
    this.#leaderClock = setInterval(() => void this.#loadLeaders(), LEADERS_EVERY_MS);
    void this.#loadLeaders();
    this.translate();
    this.#changed();
  }

  translate() {
    this.#life.abort();
    this.#life = new AbortController();
    this.#screen = createLobbyScreen(this.#context.words, this.#life.signal, {
      quickMatch: () => void this.#take(() => this.#context.api.quickMatch(this.#game), true),
      invite: () => void this.#take(() => this.#context.api.createRoom(this.#game, null, 'private')),
      create: (game, title, visibility) => void this.#take(() => this.#context.api.createRoom(game, title || null, visibility)),
      chooseGame: (game) => this.#choose(game),
      join: (room) => void this.#join(room),
      watch: (room) => void this.#watch(room),
      invitePlayer: (player) => void this.#desk.invite(player, this.#game),
      giveUp: (room) => void this.#giveUp(room),
    });
    this.#context.shell.showScreen(this.#screen.element, 'lobby');
    this.#update();
  }

  hurry() {}

  close() {
    clearInterval(this.#leaderClock);
    this.#life.abort();
    this.#closed.abort();
  }

  #changed() {
    const me = this.#context.identity.player?.id;
    const rooms = [...this.#feed.lobby.rooms.values()];
    const running = new Set(rooms.filter(({ status, seats }) => status === 'playing' && seats.some((seat) => seat?.id === me)).map(({ id }) => id));
    if ([...this.#running].some((id) => !running.has(id))) {
      void this.#loadLeaders();
    }
    this.#running = running;
    this.#render();
  }

  #update() {
    if (this.#life.signal.aborted || this.#context.identity.player === null) {
      return;
    }
    this.#screen?.update({
      lobby: this.#feed.lobby,
      players: this.#feed.players,
      invitations: this.#feed.invitations,
      live: this.#feed.live,
      busy: this.#busy,
      game: this.#game,
      me: playerOf(this.#context),
      leaders: this.#leaders,
      held: this.#held,
    });
  }

  get #game() {
    return this.#context.preferences.game;
  }

  /** @param {GameKind} game */
  #choose(game) {
    this.#context.preferences.game = game;
    this.#leaders = null;
    this.#update();
    void this.#loadLeaders();
  }

  async #loadLeaders() {
    const game = this.#game;
    try {
      const board = await this.#context.standings.leaderboard(game, 'all', LEADERS_SHOWN);
      if (game === this.#game) {
        this.#leaders = leadersAndMe(board);
        this.#render();
      }
    } catch {
      // The board stays as it was; the lobby's own connection says when something is wrong.
    }
  }

  /** @param {string} room */
  async #join(room) {
    if (this.#held?.id === room) {
      this.#context.go({ name: 'play', room });
      return;
    }
    await this.#take(() => this.#context.api.takeSeat(room, null));
  }

  /** @param {() => Promise<SeatGrant>} ask @param {boolean} [quick] */
  #take(ask, quick = false) {
    return this.#go(async () => enterRoom(this.#context, await ask(), quick));
  }

  /** @param {string} room */
  #watch(room) {
    return this.#go(async () => enterStands(this.#context, await this.#context.api.watch(room, null), null));
  }

  /** One way at a time. @param {() => Promise<void>} enter */
  async #go(enter) {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    this.#update();
    try {
      await enter();
    } catch (problem) {
      this.#context.fail(problem);
    } finally {
      this.#busy = false;
      this.#update();
    }
  }

  /** @param {string} room */
  async #giveUp(room) {
    try {
      await this.#context.api.giveUpSeat(room);
    } catch (problem) {
      this.#context.fail(problem);
    }
    forgetRoom();
    this.#held = null;
    this.#update();
  }
}

/** Who does not lead takes the last line, to see where he stands. @param {Leaderboard} board @returns {readonly LeaderboardEntry[]} */
function leadersAndMe({ entries, me }) {
  const inIt = me === null || entries.some(({ player }) => player.id === me.player.id);
  return inIt ? entries : [...entries.slice(0, LEADERS_SHOWN - 1), me];
}
