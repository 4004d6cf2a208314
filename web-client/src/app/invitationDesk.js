/** Invites, answers, and leads both who agree into their room. */

import { createInvitationCards } from '../ui/invitationCards.js';
import { recall, remember, storageOf } from '../ui/preferences.js';
import { enterRoom } from './entrance.js';

/** @import {GameKind, InvitationView} from '../../types/protocol.js' */
/** @import {AppContext} from './context.js' */
/** @import {LobbyFeed} from './lobbyFeed.js' */

/** Whom this tab has invited, over a reload: of several tabs only this one follows into the room. */
const ASKED = 'trashpong.asked';

export class InvitationDesk {
  /** @type {AppContext} */
  #context;
  /** @type {LobbyFeed} */
  #feed;
  #closed = new AbortController();
  #life = new AbortController();
  #store = storageOf('sessionStorage');
  #asked = new Set((recall(this.#store, ASKED) ?? '').split(' ').filter(Boolean));
  /** @type {ReturnType<typeof createInvitationCards> | null} */
  #cards = null;

  /** @param {AppContext} context @param {LobbyFeed} feed */
  constructor(context, feed) {
    this.#context = context;
    this.#feed = feed;
    feed.listen(this.#closed.signal, { changed: () => this.#show(), invitation: (invitation) => this.#follow(invitation) });
    this.translate();
  }

  translate() {
    this.#life.abort();
    this.#life = new AbortController();
    const { players, shell, words } = this.#context;
    this.#cards = createInvitationCards(words, this.#life.signal, {
      accept: ({ id }) => void this.#try(async () => enterRoom(this.#context, await players.accept(id))),
      decline: ({ id }) => void this.#try(() => players.decline(id)),
      block: ({ from }) => void this.#try(() => this.#block(from)),
      withdraw: ({ id }) => void this.#try(() => players.withdraw(id)),
    });
    shell.showCards(this.#cards.element);
    this.#show();
  }

  /** @param {string} player @param {GameKind} game */
  async invite(player, game) {
    this.#remember(() => this.#asked.add(player));
    try {
      await this.#context.players.invite(player, game);
    } catch (problem) {
      this.#context.fail(problem);
    }
  }

  close() {
    this.#closed.abort();
    this.#life.abort();
    this.#context.shell.showCards(null);
  }

  #show() {
    const me = this.#context.identity.player?.id ?? '';
    this.#cards?.update([...this.#feed.invitations.values()], me);
  }

  /** @param {InvitationView} invitation */
  #follow({ game: kind, state, from, to, room }) {
    const { shell, words, api, identity } = this.#context;
    const mine = from.id === identity.player?.id;
    if (state === 'pending') {
      const game = words.t(`game.${kind}`);
      shell.speak(mine ? words.t('invitation.sent', { name: to.name, game }) : words.t('invitation.from', { name: from.name, game }));
      return;
    }
    if (!mine || !this.#asked.has(to.id)) {
      return;
    }
    this.#remember(() => this.#asked.delete(to.id));
    if (state === 'accepted' && room !== null) {
      void this.#try(async () => enterRoom(this.#context, await api.takeSeat(room, null)));
    } else if (state === 'declined' || state === 'expired') {
      shell.notify(words.t(`invitation.${state}`, { name: to.name }));
    }
  }

  /** @param {{ id: string, name: string }} player */
  async #block({ id, name }) {
    await this.#context.players.block(id);
    this.#context.shell.notify(this.#context.words.t('invitation.blocked', { name }));
  }

  /** @param {() => Promise<unknown>} act */
  async #try(act) {
    try {
      await act();
    } catch (problem) {
      this.#context.fail(problem);
    }
  }

  /** @param {() => void} change */
  #remember(change) {
    change();
    remember(this.#store, ASKED, [...this.#asked].join(' '));
  }
}
