/** A room from the stands: its channel, its clock, and what is shown of it, late. */

import { Match } from '../game/match.js';
import { RoomClock } from '../net/clock.js';
import { STANDS_FULL } from '../net/closeCodes.js';
import { RoomSocket } from '../net/roomSocket.js';
import { oncePerFrame } from '../ui/dom.js';
import { createNoticeScreen } from '../ui/screens/notice.js';
import { createWatchScreen } from '../ui/screens/watch.js';
import { takePlace } from './entrance.js';

/** @import {ServerMessage, SpectatorGrant} from '../../types/protocol.js' */
/** @import {ChannelStatus} from '../net/roomSocket.js' */
/** @import {AppContext, Page} from './context.js' */

/** @implements {Page} */
export class WatchPage {
  /** @type {AppContext} */
  #context;
  /** @type {string} */
  #id;
  /** @type {string | null} */
  #code = null;
  /** @type {RoomSocket | null} */
  #socket = null;
  #clock = new RoomClock(() => performance.now() * 1_000);
  /** @type {Match} */
  #match;
  /** @type {ChannelStatus} */
  #status = { state: 'connecting' };
  #closed = new AbortController();
  #life = new AbortController();
  #shown = '';
  #updateScreen = () => {};
  #render = oncePerFrame(() => this.#update());

  /** @param {AppContext} context @param {string} id of the room */
  constructor(context, id) {
    this.#context = context;
    this.#id = id;
    this.#match = new Match({
      now: () => Math.max(0, this.#clock.now() - (this.#match.state.you?.late ?? 0)),
      line: () => ({ rtt: this.#clock.rtt, jitter: this.#clock.jitter }),
      send: () => false,
    });
    this.#update();
    void this.#enter();
  }

  translate() {
    this.#shown = '';
    this.#update();
  }

  hurry() {
    this.#socket?.hurry();
  }

  close() {
    this.#closed.abort();
    this.#life.abort();
    this.#socket?.close();
    this.#match.stop();
  }

  async #enter() {
    const place = takePlace(this.#id);
    this.#code = place?.code ?? null;
    try {
      const grant = place ?? (await this.#ask());
      if (!this.#closed.signal.aborted) {
        this.#connect(grant);
      }
    } catch (problem) {
      if (!this.#closed.signal.aborted) {
        this.#context.fail(problem);
        this.#context.go({ name: 'lobby' });
      }
    }
  }

  #ask() {
    return this.#context.api.watch(this.#id, this.#code);
  }

  /** @param {SpectatorGrant} grant */
  #connect({ ticket, relay }) {
    this.#socket = new RoomSocket({
      path: relay,
      ticket,
      resume: null,
      renewTicket: async () => (await this.#ask()).ticket,
      open: this.#context.openSocket,
      stamp: this.#context.stamp,
      random: Math.random,
      onMessage: (message) => this.#receive(message),
      onStatus: (status) => this.#changed(status),
      onProgress: () => {}, // a page that is loaded again begins with a picture of then
    });
  }

  /** @param {ServerMessage} message */
  #receive(message) {
    switch (message.type) {
      case 'pong':
        this.#clock.pong(message.t, message.roomTime, this.#match.ballFlies);
        break;
      case 'error':
        this.#context.fail(message);
        return;
      case 'welcome':
        this.#clock.newLine();
        this.#clock.guess(message.now);
        break;
      default:
        break;
    }
    this.#match.receive(message);
    this.#render();
  }

  /** @param {ChannelStatus} status */
  #changed(status) {
    this.#status = status;
    this.#match.setConnected(status.state === 'open');
    this.#render();
  }

  #leave() {
    this.#socket?.send({ type: 'leave' });
    this.#context.go({ name: 'lobby' });
  }

  #update() {
    if (this.#closed.signal.aborted) {
      return;
    }
    const { state } = this.#match;
    const over = this.#status.state === 'closed' ? this.#status.code : null;
    const kind = over !== null && state.result === null ? `over-${over}` : state.you === null ? 'entering' : 'watch';
    if (kind !== this.#shown) {
      this.#shown = kind;
      this.#life.abort();
      this.#life = new AbortController();
      this.#open(over, state.you === null, this.#life.signal);
    }
    this.#updateScreen();
  }

  /** @param {number | null} over the code it was closed with @param {boolean} entering @param {AbortSignal} signal */
  #open(over, entering, signal) {
    const { shell, words, preferences, sound } = this.#context;
    const { t, has } = words;
    const lobby = { label: t('play.toLobby'), primary: over !== null, act: () => this.#leave() };
    this.#updateScreen = () => {};
    if (over !== null && this.#match.state.result === null) {
      const text = t(has(`close.${over}`) ? `close.${over}` : 'close.1011');
      shell.showScreen(createNoticeScreen(signal, t(over === STANDS_FULL ? 'room.full' : 'over.title'), text, [lobby]).element, 'over');
    } else if (entering) {
      shell.showScreen(createNoticeScreen(signal, t('watch.entering'), t('watch.enteringHint'), [lobby]).element, 'entering');
    } else {
      const screen = createWatchScreen(words, signal, { match: this.#match, sound, preferences }, {
        emote: (id) => void this.#socket?.send({ type: 'emote', id }),
        leave: () => this.#leave(),
      });
      this.#updateScreen = screen.update;
      shell.showScreen(screen.element, 'play');
    }
  }
}
