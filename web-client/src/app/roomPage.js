/** One room: its channel, its clock, its match, and the screen that fits. */

import { Match } from '../game/match.js';
import { RoomClock } from '../net/clock.js';
import { REPLACED } from '../net/closeCodes.js';
import { RoomSocket } from '../net/roomSocket.js';
import { oncePerFrame } from '../ui/dom.js';
import { isHidden } from '../ui/pageLife.js';
import { playerOf } from './context.js';
import { enterRoom, takeTicket } from './entrance.js';
import { PeerLink } from './peerLink.js';
import { QuickSearch } from './quickSearch.js';
import { forgetRoom, recallRoom, rememberRoom } from './roomMemory.js';
import { RoomScreens } from './roomScreens.js';

/** @import {ClientMessage, Resume, SeatGrant, ServerMessage, Welcome} from '../../types/protocol.js' */
/** @import {ChannelStatus} from '../net/roomSocket.js' */
/** @import {AppContext, Page} from './context.js' */
/** @import {RememberedRoom} from './roomMemory.js' */

/** Refusals of what the client says by itself many times a second; the next message mends them. */
const QUIET = new Set(['stamp-refused', 'leg-refused', 'not-now']);

/** @implements {Page} */
export class RoomPage {
  /** @type {AppContext} */
  #context;
  /** @type {string} */
  #id;
  /** @type {RoomSocket | null} */
  #socket = null;
  /** @type {RoomClock} */
  #clock;
  /** @type {Match} */
  #match;
  /** @type {RoomScreens} */
  #screens;
  /** @type {PeerLink} */
  #peer;
  /** @type {ChannelStatus} */
  #status = { state: 'connecting' };
  /** @type {RememberedRoom | null} */
  #room = null;
  /** @type {QuickSearch | null} */
  #search = null;
  #closed = new AbortController();
  #render = oncePerFrame(() => this.#update());

  /** @param {AppContext} context @param {string} id of the room */
  constructor(context, id) {
    this.#context = context;
    this.#id = id;
    this.#clock = new RoomClock(() => performance.now() * 1_000);
    this.#match = new Match({
      now: () => this.#clock.now(),
      line: () => ({ rtt: this.#clock.rtt, jitter: this.#clock.jitter }),
      send: (message) => this.#send(message),
      share: (track) => this.#peer.share(track),
    });
    this.#peer = new PeerLink({
      connect: context.connectPeer,
      allowed: () => context.preferences.peer && this.#match.state.game === 'pong',
      send: (message) => this.#send(message),
      stamp: context.stamp,
      match: this.#match,
      onChange: () => this.#render(),
    });
    this.#screens = new RoomScreens(context, this.#match, {
      send: (message) => void this.#send(message),
      leave: () => this.#leave(),
      peerAnswered: () => this.#peer.update(),
      again: () => void this.#open(null),
    });
    void this.#enter();
  }

  translate() {
    this.#screens.translate();
    this.#update();
  }

  hurry() {
    this.#socket?.hurry();
  }

  /** @param {boolean} hidden */
  hide(hidden) {
    this.#send({ type: 'hidden', hidden });
  }

  close() {
    this.#closed.abort();
    this.#search?.close();
    this.#peer.close();
    this.#socket?.close();
    this.#match.stop();
    this.#screens.close();
  }

  /** By the ticket just given, by where this tab stood before a reload, or by asking for the seat. */
  async #enter() {
    const room = recallRoom();
    const known = room?.id === this.#id && room.player === playerOf(this.#context).id ? room : null;
    const ticket = takeTicket(this.#id);
    this.#update();
    if (known === null || (ticket === null && known.secret === null)) {
      await this.#open(null);
      return;
    }
    this.#room = known;
    // The picture is lost with the page: an epoch that never was asks for a snapshot instead of the missing messages.
    const resume = known.secret === null ? null : { epoch: 0, seq: 0, secret: known.secret };
    this.#connect(ticket, ticket === null ? resume : null);
  }

  /** @param {string | null} code */
  async #open(code) {
    try {
      const grant = await this.#context.api.takeSeat(this.#id, code ?? recallRoom()?.code ?? null);
      if (!this.#closed.signal.aborted) {
        this.#remember(grant);
        this.#connect(grant.ticket, null);
      }
    } catch (problem) {
      if (!this.#closed.signal.aborted) {
        this.#context.fail(problem);
        forgetRoom();
        this.#context.go({ name: 'lobby' });
      }
    }
  }

  /** @param {SeatGrant} grant */
  #remember({ room, relay }) {
    const { id, title, code } = room;
    const quick = this.#room?.quick ?? false;
    this.#room = { id, relay, title, code, player: playerOf(this.#context).id, quick, epoch: 0, secret: null };
    rememberRoom(this.#room);
  }

  /** @param {string | null} ticket @param {Resume | null} resume */
  #connect(ticket, resume) {
    const room = this.#room;
    if (room === null) {
      return;
    }
    this.#search ??= room.quick ? this.#searchOn() : null;
    this.#socket?.close();
    this.#socket = new RoomSocket({
      path: room.relay,
      ticket,
      resume,
      renewTicket: async () => (await this.#context.api.takeSeat(this.#id, room.code)).ticket,
      open: this.#context.openSocket,
      stamp: this.#context.stamp,
      random: Math.random,
      onMessage: (message) => this.#receive(message),
      onStatus: (status) => this.#changed(status),
      onProgress: (progress) => this.#keep(progress),
    });
  }

  #searchOn() {
    return new QuickSearch({
      room: this.#id,
      waitsAlone: () => this.#match.state.phase === 'waiting' && this.#match.state.seats.includes(null),
      ask: () => this.#context.api.quickMatch(this.#match.state.game),
      moved: (grant) => enterRoom(this.#context, grant, true),
      random: Math.random,
    });
  }

  /** @param {Resume} progress */
  #keep({ epoch, secret }) {
    if (this.#room !== null && (this.#room.secret !== secret || this.#room.epoch !== epoch)) {
      this.#room = { ...this.#room, epoch, secret };
      rememberRoom(this.#room);
    }
  }

  /** @param {ServerMessage} message */
  #receive(message) {
    switch (message.type) {
      case 'pong':
        this.#clock.pong(message.t, message.roomTime, this.#match.ballFlies);
        break;
      case 'error':
        if (!QUIET.has(message.code)) {
          this.#context.fail(message);
        }
        return;
      case 'welcome':
        this.#sayIfForfeited(message);
        this.#clock.newLine();
        this.#clock.guess(message.now);
        break;
      default:
        break;
    }
    this.#match.receive(message);
    this.#peer.receive(message);
    this.#render();
  }

  /** The match went on without this player, and so did the room. @param {Welcome} welcome */
  #sayIfForfeited({ snapshot }) {
    if (snapshot !== null && this.#match.isRunning && snapshot.match !== this.#match.state.match) {
      this.#context.shell.notify(this.#context.words.t('over.forfeited'), true);
    }
  }

  /** @param {ChannelStatus} status */
  #changed(status) {
    this.#status = status;
    this.#match.setConnected(status.state === 'open');
    if (status.state === 'closed' && status.code !== REPLACED) {
      forgetRoom();
    }
    if (status.state === 'open' && isHidden()) {
      this.#send({ type: 'hidden', hidden: true });
    }
    this.#render();
  }

  /** @param {ClientMessage} message */
  #send(message) {
    return this.#socket?.send(message) ?? false;
  }

  #leave() {
    if (!this.#send({ type: 'leave' })) {
      this.#context.api.giveUpSeat(this.#id).catch(() => {
        // The room frees the seat by itself when its player stays away.
      });
    }
    forgetRoom();
    this.#context.go({ name: 'lobby' });
  }

  #update() {
    if (!this.#closed.signal.aborted) {
      this.#peer.update();
      this.#screens.update({ status: this.#status, room: this.#room, roundTrips: this.#clock.lastThree, peer: this.#peer.state });
    }
  }
}
