/** Who is online, in the lobby: to look for, and to invite who is free. */

import { isInvited } from '../../game/invitations.js';
import { listPlayers } from '../../game/playersOnline.js';
import { keepList, setText, show } from '../dom.js';
import { hashOf } from '../router.js';

/** @import {PlayerView} from '../../../types/protocol.js' */
/** @import {OpenInvitations} from '../../game/invitations.js' */
/** @import {PlayersOnline} from '../../game/playersOnline.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */

/** How many are shown at once; a search finds the others. */
const MOST_PLAYERS = 50;

/** @typedef {{ players: PlayersOnline, invitations: OpenInvitations, me: string }} PlayersModel */

/** @param {Words} words @param {Build} h @param {(player: string) => void} invite */
export function createPlayersPanel({ t }, h, invite) {
  const search = h('input', {
    class: 'search',
    attributes: { type: 'search', placeholder: t('lobby.search'), 'aria-label': t('players.search') },
    on: { input: () => render() },
  });
  const list = h('ul', { class: 'rows' });
  const empty = h('p', { class: 'quiet empty' });
  const more = h('p', { class: 'quiet empty' });
  const element = h('section', { class: 'panel online', attributes: { 'aria-labelledby': 'online-title' } }, [
    h('div', { class: 'panel-head' }, [h('h2', { text: t('players.title'), attributes: { id: 'online-title' } }), search]),
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
    show(search, players.size > 1 || search.value !== '');
  }

  /** @param {PlayerView} player */
  function createRow({ id }) {
    const name = h('a', { class: 'who', attributes: { href: hashOf({ name: 'player', player: id }) } });
    const state = h('span', { class: 'quiet tag' });
    const button = h('button', { text: t('players.invite'), on: { click: () => invite(id) } });
    return {
      element: h('li', { class: 'row player' }, [name, state, button]),
      /** @param {PlayerView} player @param {boolean} invited */
      update(player, invited) {
        const free = player.availability === 'free' && !invited;
        setText(name, player.name);
        setText(state, t(invited ? 'players.invited' : 'players.busy'));
        show(state, !free);
        show(button, free);
        button.setAttribute('aria-label', t('players.inviteNamed', { name: player.name }));
      },
    };
  }
}
