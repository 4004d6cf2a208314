/** The lobby: its feed, its leaders, and what its buttons do. */

import { UNKNOWN_LOBBY, reduceLobby } from '../game/lobbyState.js';
import { LobbySocket } from '../net/lobbySocket.js';
import { oncePerFrame } from '../ui/dom.js';
import { createLobbyScreen } from '../ui/screens/lobby.js';
import { playerOf } from './context.js';
import { forgetRoom, recallRoom, rememberRoom } from './roomMemory.js';

/** @import {LeaderboardEntry, SeatGrant} from '../../types/protocol.js' */
/** @import {AppContext, Page} from './context.js' */

/** The leaders change with each match that ends; nobody needs to see that at once. */
const LEADERS_EVERY_MS = 60_000;

/** @implements {Page} */
export class LobbyPage {
  /** @type {AppContext} */
  #context;
  #life = new AbortController();
  #lobby = UNKNOWN_LOBBY;
  #live = false;
  #busy = false;
  #held = recallRoom();
  /** @type {readonly LeaderboardEntry[] | null} */
  #leaders = null;
  /** @type {LobbySocket} */
  #feed;
  /** @type {ReturnType<typeof createLobbyScreen> | null} */
  #screen = null;
  #render = oncePerFrame(() => this.#update());
  #leaderClock;

  /** @param {AppContext} context */
  constructor(context) {
    this.#context = context;
    this.#held = this.#held?.player === playerOf(context).id ? this.#held : null;
    this.#feed = new LobbySocket({
      token: (fresh) => context.identity.token(fresh),
      open: context.openSocket,
      random: Math.random,
      onMessage: (message) => {
        this.#lobby = reduceLobby(this.#lobby, message);
        this.#render();
      },
      onLive: (live) => {
        this.#live = live;
        this.#render();
      },
    });
    this.#leaderClock = setInterval(() => void this.#loadLeaders(), LEADERS_EVERY_MS);
    void this.#loadLeaders();
    this.translate();
  }

  translate() {
    this.#life.abort();
    this.#life = new AbortController();
    this.#screen = createLobbyScreen(this.#context.words, this.#life.signal, {
      quickMatch: () => void this.#take(() => this.#context.api.quickMatch()),
      invite: () => void this.#take(() => this.#context.api.createRoom(null, 'private')),
      create: (title, visibility) => void this.#take(() => this.#context.api.createRoom(title || null, visibility)),
      join: (room) => void this.#join(room),
      giveUp: (room) => void this.#giveUp(room),
    });
    this.#context.shell.showScreen(this.#screen.element, 'lobby');
    this.#update();
  }

  hurry() {
    this.#feed.hurry();
  }

  close() {
    clearInterval(this.#leaderClock);
    this.#life.abort();
    this.#feed.close();
  }

  #update() {
    if (this.#life.signal.aborted || this.#context.identity.player === null) {
      return;
    }
    this.#screen?.update({
      lobby: this.#lobby,
      live: this.#live,
      busy: this.#busy,
      me: playerOf(this.#context),
      leaders: this.#leaders,
      held: this.#held,
    });
  }

  async #loadLeaders() {
    try {
      this.#leaders = await this.#context.api.leaderboard();
      this.#render();
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

  /** @param {() => Promise<SeatGrant>} ask */
  async #take(ask) {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    this.#update();
    try {
      enterRoom(this.#context, await ask());
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

/** @param {AppContext} context @param {SeatGrant} grant */
export function enterRoom(context, { room, ticket, relay }) {
  rememberRoom({
    id: room.id,
    relay,
    title: room.title,
    code: room.code,
    player: playerOf(context).id,
    epoch: 0,
    secret: null,
  });
  pendingTickets.set(room.id, ticket);
  context.go({ name: 'play', room: room.id });
}

/** Tickets just given, each for the page that opens the room next. @type {Map<string, string>} */
const pendingTickets = new Map();

/** @param {string} room @returns {string | null} */
export function takeTicket(room) {
  const ticket = pendingTickets.get(room) ?? null;
  pendingTickets.delete(room);
  return ticket;
}
