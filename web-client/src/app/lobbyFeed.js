/** What the lobby tells, wherever in the app its player is: as long as its feed is open, others see him and can invite him. */

import { NO_INVITATIONS, reduceInvitations } from '../game/invitations.js';
import { UNKNOWN_LOBBY, reduceLobby } from '../game/lobbyState.js';
import { NOBODY_ONLINE, reducePlayers } from '../game/playersOnline.js';
import { LobbySocket } from '../net/lobbySocket.js';

/** @import {FeedMessage, InvitationView} from '../../types/protocol.js' */
/** @import {Identity} from '../net/identity.js' */
/** @import {OpenSocket} from '../net/subprotocols.js' */

/** @typedef {{ changed?: () => void, invitation?: (invitation: InvitationView) => void }} FeedListener */

export class LobbyFeed {
  lobby = UNKNOWN_LOBBY;
  players = NOBODY_ONLINE;
  invitations = NO_INVITATIONS;
  /** Whether all of it is up to date. */
  live = false;
  /** @type {Set<FeedListener>} */
  #listeners = new Set();
  /** @type {LobbySocket} */
  #socket;

  /** @param {{ identity: Pick<Identity, 'token'>, openSocket: OpenSocket }} given */
  constructor({ identity, openSocket }) {
    this.#socket = new LobbySocket({
      token: (fresh) => identity.token(fresh),
      open: openSocket,
      random: Math.random,
      onMessage: (message) => this.#receive(message),
      onLive: (live) => {
        this.live = live;
        this.#changed();
      },
    });
  }

  /** @param {AbortSignal} signal ends it @param {FeedListener} listener */
  listen(signal, listener) {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  hurry() {
    this.#socket.hurry();
  }

  close() {
    this.#listeners.clear();
    this.#socket.close();
  }

  /** @param {FeedMessage} message */
  #receive(message) {
    switch (message.type) {
      case 'snapshot':
      case 'room':
      case 'room-gone':
        this.lobby = reduceLobby(this.lobby, message);
        break;
      case 'players':
      case 'players-changed':
        this.players = reducePlayers(this.players, message);
        break;
      case 'invitations':
        this.invitations = reduceInvitations(this.invitations, message, Date.now());
        break;
      case 'invitation':
        this.invitations = reduceInvitations(this.invitations, message, Date.now());
        this.#listeners.forEach((listener) => listener.invitation?.(message.invitation));
        break;
    }
    this.#changed();
  }

  #changed() {
    this.#listeners.forEach((listener) => listener.changed?.());
  }
}
