/** The lobby: who waits, one button to play, rooms of one's own, and who leads. */

import { countWaiting, listRooms } from '../../game/lobbyState.js';
import { builder, keepList, setText, show } from '../dom.js';
import { hashOf } from '../router.js';
import { createPracticeCourt } from '../practiceCourt.js';
import { createGamePicker } from '../gamePicker.js';
import { GAMES } from '../stages/stages.js';
import { createNewRoomDialog } from './newRoom.js';
import { createPlayersPanel } from './playersPanel.js';
import { createRoomRow } from './roomRow.js';

/** @import {GameKind, LeaderboardEntry, Player} from '../../../types/protocol.js' */
/** @import {OpenInvitations} from '../../game/invitations.js' */
/** @import {LobbyState} from '../../game/lobbyState.js' */
/** @import {PlayersOnline} from '../../game/playersOnline.js' */
/** @import {Words} from '../../i18n/i18n.js' */

/** How many rooms are shown at once; a search finds the others. */
const MOST_ROOMS = 50;
/** With fewer there is nothing to search for. */
const SEARCHED_FROM = 7;
const CLOCK_MS = 1_000;

/**
 * @typedef {object} LobbyModel
 * @property {LobbyState} lobby
 * @property {PlayersOnline} players
 * @property {OpenInvitations} invitations
 * @property {boolean} live whether the list is up to date
 * @property {boolean} busy
 * @property {GameKind} game what one would play
 * @property {Player} me
 * @property {readonly LeaderboardEntry[] | null} leaders
 * @property {{ id: string, title: string } | null} held a room in which one still has a seat
 */

/**
 * @typedef {object} LobbyActions
 * @property {() => void} quickMatch
 * @property {() => void} invite
 * @property {(game: GameKind) => void} chooseGame
 * @property {(game: GameKind, title: string, visibility: 'public' | 'private') => void} create
 * @property {(player: string) => void} invitePlayer
 * @property {(room: string) => void} join
 * @property {(room: string) => void} watch
 * @property {(room: string) => void} giveUp
 */

/** @param {Words} words @param {AbortSignal} signal @param {LobbyActions} actions */
export function createLobbyScreen(words, signal, actions) {
  const { t, nameOf, number } = words;
  const h = builder(signal);
  const { court } = createPracticeCourt(h, signal, t('court.demo'), null);
  const dialog = createNewRoomDialog(words, signal, actions.create);
  const title = h('h1');
  const games = createGamePicker(words, h, GAMES, actions.chooseGame);
  const filter = createGamePicker(words, h, ['all', ...GAMES], (game) => {
    listed = game;
    filter.update(game);
    render();
  });
  filter.update('all');
  const waiting = h('p', { attributes: { 'aria-live': 'polite' } });
  const playNow = h('button', { class: 'primary', text: t('lobby.playNow'), on: { click: actions.quickMatch } });
  const invite = h('button', { class: 'on-court', text: t('lobby.invite'), on: { click: actions.invite } });
  const search = h('input', {
    class: 'search',
    attributes: { type: 'search', placeholder: t('lobby.search'), 'aria-label': t('lobby.search') },
    on: { input: () => render() },
  });
  const rooms = h('ul', { class: 'rows' });
  const empty = h('p', { class: 'quiet empty' });
  const offline = h('p', { class: 'quiet live', text: t('lobby.reconnecting') });
  const leaders = h('ol', { class: 'rows leaders' });
  const noLeaders = h('p', { class: 'quiet empty', text: t('lobby.noLeaders') });
  const online = createPlayersPanel(words, h, actions.invitePlayer);
  const held = h('p', { class: 'held-title' });
  const heldPanel = h('section', { class: 'panel held', attributes: { 'aria-live': 'polite' } }, [
    held,
    h('div', { class: 'buttons' }, [
      h('button', { text: t('lobby.giveUp'), on: { click: () => model?.held && actions.giveUp(model.held.id) } }),
      h('button', { class: 'go', text: t('lobby.return'), on: { click: () => model?.held && actions.join(model.held.id) } }),
    ]),
  ]);
  const element = h('section', { class: 'lobby' }, [
    heldPanel,
    h('div', { class: 'hero' }, [
      court.element,
      h('div', { class: 'hero-words' }, [
        title,
        waiting,
        games.element,
        h('div', { class: 'buttons' }, [playNow, invite]),
        h('a', { class: 'button on-court', text: t('practice.open'), attributes: { href: '#/practice' } }),
      ]),
    ]),
    h('section', { class: 'panel board', attributes: { 'aria-labelledby': 'leaders-title' } }, [
      h('div', { class: 'panel-head' }, [
        h('h2', { text: t('lobby.leaders'), attributes: { id: 'leaders-title' } }),
        h('a', { class: 'button to-standings', text: t('lobby.standings'), attributes: { href: hashOf({ name: 'leaders' }) } }),
      ]),
      leaders,
      noLeaders,
    ]),
    h('section', { class: 'panel list', attributes: { 'aria-labelledby': 'rooms-title' } }, [
      h('div', { class: 'panel-head' }, [
        h('h2', { text: t('lobby.rooms'), attributes: { id: 'rooms-title' } }),
        filter.element,
        offline,
        search,
      ]),
      rooms,
      empty,
      h('div', { class: 'row own' }, [
        h('span', { class: 'quiet', text: t('lobby.own') }),
        h('button', { text: t('lobby.newRoom'), on: { click: () => dialog.open(model?.game ?? 'pong') } }),
      ]),
    ]),
    online.element,
    dialog.element,
  ]);

  /** @type {LobbyModel | null} */
  let model = null;
  /** @type {GameKind | 'all'} */
  let listed = 'all';
  /** @type {Map<string, ReturnType<typeof createRoomRow>>} */
  const rows = new Map();

  const render = () => {
    if (model === null) {
      return;
    }
    const found = listRooms(model.lobby, search.value, listed === 'all' ? null : listed);
    const shown = found.slice(0, MOST_ROOMS);
    const ids = new Set(shown.map((room) => room.id));
    keepList(rooms, shown, (room) => room.id, (room) => {
      const row = createRoomRow(words, h, { join: () => actions.join(room.id), watch: () => actions.watch(room.id) });
      rows.set(room.id, row);
      return row.element;
    });
    for (const id of rows.keys()) {
      if (!ids.has(id)) {
        rows.delete(id);
      }
    }
    shown.forEach((room) => rows.get(room.id)?.update(room, model?.me.id ?? '', Date.now(), model?.busy ?? false));
    setText(empty, t(!model.lobby.known ? 'lobby.loading' : search.value.trim() === '' && listed === 'all' ? 'lobby.empty' : 'lobby.notFound'));
    show(empty, shown.length === 0);
    show(search, model.lobby.rooms.size >= SEARCHED_FROM || search.value !== '');
  };
  const clock = setInterval(render, CLOCK_MS);
  signal.addEventListener('abort', () => clearInterval(clock));

  return {
    element,
    /** @param {LobbyModel} next */
    update(next) {
      model = next;
      const count = countWaiting(next.lobby, next.game);
      setText(waiting, count === 0 ? t('lobby.nobodyWaits') : t('lobby.waiting', { count }));
      setText(title, t(next.game === 'pong' ? 'lobby.title' : 'lobby.titleTicTacToe'));
      games.update(next.game);
      playNow.disabled = next.busy;
      invite.disabled = next.busy;
      show(offline, !next.live && next.lobby.known);
      show(heldPanel, next.held !== null);
      setText(held, next.held === null ? '' : t('lobby.held', { title: next.held.title }));
      show(noLeaders, next.leaders?.length === 0);
      keepList(leaders, next.leaders ?? [], leaderKey, (entry) => {
        const mine = entry.player.id === next.me.id;
        return h('li', { class: mine ? 'row leader mine' : 'row leader' }, [
          h('span', { class: 'rank', text: number(entry.rank) }),
          h('a', {
            class: 'who',
            text: mine ? t('lobby.you', { name: entry.player.name }) : nameOf(entry.player),
            attributes: { href: hashOf({ name: 'player', player: entry.player.id }) },
          }),
          h('span', { class: 'points', text: number(entry.points) }),
        ]);
      });
      online.update({ players: next.players, invitations: next.invitations, me: next.me.id, game: next.game });
      render();
    },
  };
}

/** @param {LeaderboardEntry} entry */
function leaderKey({ rank, player, points }) {
  return `${rank} ${player.id} ${points}`;
}
