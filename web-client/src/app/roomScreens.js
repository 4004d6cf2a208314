/** Which screen a room shows when: entering, waiting, the match, its result, or why it is over. */

import { hashOf } from '../ui/router.js';
import { createNoticeScreen } from '../ui/screens/notice.js';
import { createPlayScreen } from '../ui/screens/play.js';
import { createResultScreen } from '../ui/screens/result.js';
import { createWaitingScreen } from '../ui/screens/waiting.js';
import { REPLACED, ROOM_GONE, TOKEN_BAD_OR_EXPIRED } from '../net/closeCodes.js';
import { awaitRating } from './ratingNews.js';

/** @import {ClientMessage} from '../../types/protocol.js' */
/** @import {Match} from '../game/match.js' */
/** @import {RoomState} from '../game/roomState.js' */
/** @import {ChannelStatus} from '../net/roomSocket.js' */
/** @import {AppContext} from './context.js' */
/** @import {RememberedRoom} from './roomMemory.js' */

/** How long a result waits, so that the last ball is seen to fall into the bin. */
const LAST_BALL_MS = 1_200;

/** A room opens sooner as a rule; until then the screen before it stays, and nothing flickers. */
const OPENING_MS = 400;

/** The seat is gone. If a match ran when the line broke, it ended unseen: its end would have been told. */
const FREED = new Set([ROOM_GONE, TOKEN_BAD_OR_EXPIRED]);

/** @typedef {{ status: ChannelStatus, room: RememberedRoom | null, roundTrips: readonly number[], peer: { roundTrip: number | null } | null }} RoomPageModel */

/** @typedef {'entering' | 'waiting' | 'play' | 'result' | `over-${number}`} ScreenKind */

/**
 * @typedef {object} RoomActions
 * @property {(message: ClientMessage) => void} send
 * @property {() => void} leave
 * @property {() => void} peerAnswered whether a direct line may be used
 * @property {() => void} again takes the seat anew, in this tab
 */

/** A result stays to be read when the other leaves or the room closes, until somebody new comes. @param {RoomState} room @param {ChannelStatus} status
 *  @param {boolean} waits whether the player has seen the result @returns {ScreenKind} */
export function screenOf(room, status, waits) {
  if (status.state === 'closed') {
    return room.result !== null && !waits && status.code === ROOM_GONE ? 'result' : `over-${status.code}`;
  }
  if (room.you === null) {
    return 'entering';
  }
  const goesOn = room.phase === 'waiting' && (waits || !room.seats.includes(null));
  if (room.result !== null && !goesOn) {
    return 'result';
  }
  return room.phase === 'waiting' ? 'waiting' : 'play';
}

export class RoomScreens {
  /** @type {AppContext} */
  #context;
  /** @type {Match} */
  #match;
  /** @type {RoomActions} */
  #actions;
  #life = new AbortController();
  /** @type {ScreenKind | null} */
  #kind = null;
  /** @type {(model: RoomPageModel) => void} */
  #updateScreen = () => {};
  /** @type {RoomPageModel | null} */
  #model = null;
  #waits = false;
  /** @type {ReturnType<typeof setTimeout> | null} */
  #soon = null;

  /** @param {AppContext} context @param {Match} match @param {RoomActions} actions */
  constructor(context, match, actions) {
    this.#context = context;
    this.#match = match;
    this.#actions = actions;
  }

  translate() {
    this.#kind = null;
  }

  close() {
    clearTimeout(this.#soon ?? undefined);
    this.#life.abort();
  }

  /** @param {RoomPageModel} model */
  update(model) {
    this.#model = model;
    const { state } = this.#match;
    this.#waits = this.#waits && state.result !== null;
    const kind = screenOf(state, model.status, this.#waits);
    if (kind === 'result' && this.#kind === 'play') {
      this.#soon ??= setTimeout(() => this.#open('result', model), LAST_BALL_MS);
    } else if (kind === 'entering' && this.#kind === null) {
      this.#soon ??= setTimeout(() => this.#open('entering', model), OPENING_MS);
    } else if (kind !== this.#kind) {
      this.#open(kind, model);
    }
    this.#updateScreen(model);
  }

  /** @param {ScreenKind} kind @param {RoomPageModel} model */
  #open(kind, model) {
    clearTimeout(this.#soon ?? undefined);
    this.#soon = null;
    this.#life.abort();
    this.#life = new AbortController();
    this.#kind = kind;
    const screen = this.#create(kind, model, this.#life.signal);
    this.#updateScreen = screen.update ?? (() => {});
    this.#context.shell.showScreen(screen.element, kind.replace(/-\d+$/, ''));
    this.#updateScreen(this.#model ?? model);
    screen.focus?.();
  }

  /**
   * @param {ScreenKind} kind
   * @param {RoomPageModel} model
   * @param {AbortSignal} signal
   * @returns {{ element: HTMLElement, focus?: () => void, update?: (model: RoomPageModel) => void }}
   */
  #create(kind, model, signal) {
    const { preferences, sound, words } = this.#context;
    const { t } = words;
    const state = () => this.#match.state;
    const { leave, peerAnswered, send } = this.#actions;
    switch (kind) {
      case 'entering':
        return createNoticeScreen(signal, t('entering.title'), t('entering.hint'), [{ label: t('play.toLobby'), act: leave }]);
      case 'waiting': {
        const given = { game: state().game, title: model.room?.title ?? '', link: linkOf(model.room), seat: this.#match.seat, preferences, sound, asksPeer: state().game === 'pong' && this.#context.connectPeer !== null };
        const screen = createWaitingScreen(words, signal, given, { ready: () => send({ type: 'ready' }), leave, peerAnswered });
        return { element: screen.element, update: () => screen.update(state()) };
      }
      case 'play':
        return createPlayScreen(words, signal, { match: this.#match, sound, preferences }, {
          send,
          emote: (id) => send({ type: 'emote', id }),
          chat: (text) => send({ type: 'chat', text }),
          pause: (on) => send({ type: 'pause', on }),
          leave,
        });
      case 'result': {
        const screen = createResultScreen(words, signal, {
          rematch: () => send({ type: 'rematch' }),
          wait: () => this.#wait(),
          leave,
        });
        void this.#rate(screen, signal);
        return { ...screen, update: ({ status }) => screen.update(state(), status.state !== 'closed') };
      }
      default:
        return this.#createOver(Number(kind.slice('over-'.length)), signal);
    }
  }

  /** @param {ReturnType<typeof createResultScreen>} screen @param {AbortSignal} signal */
  async #rate(screen, signal) {
    const { result, you } = this.#match.state;
    if (result !== null && you !== null && you.seat !== null) {
      const wait = (/** @type {number} */ millis) => new Promise((/** @type {(value: void) => void} */ resolve) => setTimeout(resolve, millis));
      const change = await awaitRating(this.#context.standings, you.player.id, result.match, wait, signal);
      if (change !== null && !signal.aborted) {
        screen.rate(change);
      }
    }
  }

  /** @param {number} code @param {AbortSignal} signal */
  #createOver(code, signal) {
    const { t, has } = this.#context.words;
    const lobby = { label: t('play.toLobby'), primary: code !== REPLACED, act: () => this.#context.go({ name: 'lobby' }) };
    const again = { label: t('over.here'), primary: true, act: this.#actions.again };
    const lost = FREED.has(code) && this.#match.isRunning;
    const text = t(lost ? 'over.forfeited' : has(`close.${code}`) ? `close.${code}` : 'close.1011');
    return createNoticeScreen(signal, t('over.title'), text, code === REPLACED ? [again, lobby] : [lobby]);
  }

  #wait() {
    this.#waits = true;
    if (this.#model !== null) {
      this.update(this.#model);
    }
  }
}

/** @param {RememberedRoom | null} room @returns {string | null} */
function linkOf(room) {
  return room?.code ? new URL(hashOf({ name: 'invited', code: room.code }), location.href).href : null;
}
