/** Who is online, in the lobby: to look for, and to invite who is free. */

import { isInvited } from '../../game/invitations.js';
import { listPlayers } from '../../game/playersOnline.js';
import { keepList, setText, show } from '../dom.js';
import { hashOf } from '../router.js';

/** @import {GameKind, PlayerView} from '../../../types/protocol.js' */
/** @import {OpenInvitations} from '../../game/invitations.js' */
/** @import {PlayersOnline} from '../../game/playersOnline.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */

/** How many are shown at once; a search finds the others. */
const MOST_PLAYERS = 50;
/** With fewer there is nothing to search for. */
const SEARCHED_FROM = 7;

/** @typedef {{ players: PlayersOnline, invitations: OpenInvitations, me: string, game: GameKind }} PlayersModel */

/** @param {Words} words @param {Build} h @param {(player: string) => void} invite */
export function createPlayersPanel({ t, number }, h, invite) {
  const search = h('input', {
    class: 'search',
    attributes: { type: 'search', placeholder: t('lobby.search'), 'aria-label': t('players.search') },
    on: { input: () => render() },
  });
  const count = h('span', { class: 'count' });
  const list = h('ul', { class: 'rows' });
  const empty = h('p', { class: 'quiet empty' });
  const more = h('p', { class: 'quiet empty' });
  const element = h('section', { class: 'panel online', attributes: { 'aria-labelledby': 'online-title' } }, [
    h('div', { class: 'panel-head' }, [h('h2', { text: t('players.title'), attributes: { id: 'online-title' } }), count, search]),
    list,
    empty,
    more,
  ]);
  /** @type {PlayersModel | null} */
  let model = null;
  /** @type {Map<string, ReturnType<typeof createRow>>} */
  const rows = new Map();

  return {
    element,
    /** @param {PlayersModel} next */
    update(next) {
      model = next;
      render();
    },
  };

  function render() {
    if (model === null) {
      return;
    }
    const { players, invitations, me } = model;
    const found = listPlayers(players, me, search.value);
    const shown = found.slice(0, MOST_PLAYERS);
    const ids = new Set(shown.map(({ id }) => id));
    keepList(list, shown, ({ id }) => id, (player) => {
      const row = createRow(player);
      rows.set(player.id, row);
      return row.element;
    });
    [...rows.keys()].filter((id) => !ids.has(id)).forEach((id) => rows.delete(id));
    shown.forEach((player) => rows.get(player.id)?.update(player, isInvited(invitations, me, player.id)));
    setText(empty, t(search.value.trim() === '' ? 'players.empty' : 'players.notFound'));
    show(empty, shown.length === 0);
    show(more, found.length > shown.length);
    setText(more, t('players.more', { count: found.length - shown.length }));
    const others = players.size - (players.has(me) ? 1 : 0);
    show(search, others >= SEARCHED_FROM || search.value !== '');
    setText(count, others === 0 ? '' : number(others));
  }

  /** @param {PlayerView} player */
  function createRow({ id }) {
    const name = h('a', { class: 'who', attributes: { href: hashOf({ name: 'player', player: id }) } });
    const state = h('span', { class: 'quiet tag' });
    const button = h('button', { text: t('players.invite'), on: { click: () => invite(id) } });
    const row = h('li', { class: 'row player' }, [name, state, button]);
    return {
      element: row,
      /** @param {PlayerView} player @param {boolean} invited */
      update(player, invited) {
        const free = player.availability === 'free' && !invited;
        row.classList.toggle('busy', player.availability !== 'free');
        setText(name, player.name);
        setText(state, t(invited ? 'players.invited' : 'players.busy'));
        show(state, !free);
        show(button, free);
        button.setAttribute('aria-label', t('players.inviteTo', { name: player.name, game: t(`game.${model?.game ?? 'pong'}`) }));
      },
    };
  }
}
