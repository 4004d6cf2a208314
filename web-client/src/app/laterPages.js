/** All that the first screen does without: loaded while it waits for a name. */

import { hashOf } from '../ui/router.js';
import { AccountPage } from './accountPage.js';
import { playerOf } from './context.js';
import { InvitationDesk } from './invitationDesk.js';
import { LobbyFeed } from './lobbyFeed.js';
import { LobbyPage } from './lobbyPage.js';
import { RoomPage } from './roomPage.js';
import { HistoryPage, LeadersPage, MatchPage } from './standingsPages.js';
import { practicePage, privacyPage } from './stillPages.js';
import { WatchPage } from './watchPage.js';

/** @import {Route} from '../ui/router.js' */
/** @import {AppContext, Page} from './context.js' */

export { entranceOf } from './entrance.js';

/** @typedef {{ player: string, feed: LobbyFeed, desk: InvitationDesk, close: () => void }} Presence others see him as long as it is open */

/** @param {AppContext} context @returns {Presence} of who plays */
export function attend(context) {
  const feed = new LobbyFeed(context);
  const desk = new InvitationDesk(context, feed);
  const close = () => {
    desk.close();
    feed.close();
  };
  return { player: playerOf(context).id, feed, desk, close };
}

/** @param {Exclude<Route, { name: 'invited' | 'practice' | 'privacy' }>} route @param {AppContext} context @param {Presence} presence @returns {Page} */
export function openPage(route, context, { feed, desk }) {
  switch (route.name) {
    case 'leaders':
      return new LeadersPage(context);
    case 'player':
      return new HistoryPage(context, route.player);
    case 'match':
      return new MatchPage(context, route.match);
    case 'account':
      return new AccountPage(context);
    case 'play':
      return new RoomPage(context, route.room);
    case 'watch':
      return new WatchPage(context, route.room);
    case 'start':
      history.replaceState(null, '', hashOf({ name: 'lobby' }));
      return new LobbyPage(context, feed, desk);
    case 'lobby':
      return new LobbyPage(context, feed, desk);
  }
}

/** @param {'practice' | 'privacy'} name of a page that needs no player @param {AppContext} context @returns {Page} */
export function openStillPage(name, context) {
  return name === 'practice' ? practicePage(context) : privacyPage(context);
}
