import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { beforeEach } from 'node:test';
import { NO_INVITATIONS, reduceInvitations } from '../../src/game/invitations.js';
import { NOBODY_ONLINE, reducePlayers } from '../../src/game/playersOnline.js';
import { createWords } from '../../src/i18n/i18n.js';
import { builder } from '../../src/ui/dom.js';
import { createPlayersPanel } from '../../src/ui/screens/playersPanel.js';
import { ME, OTHER, invitation } from '../messages.js';
import { faked, setFakePage } from './fakePage.js';

const words = createWords('en', JSON.parse(readFileSync(new URL('../../locales/en.json', import.meta.url), 'utf8')));
const players = reducePlayers(NOBODY_ONLINE, {
  type: 'players',
  players: [{ ...ME, availability: 'free' }, { ...OTHER, availability: 'free' }, { id: 'ada', name: '<b>Ada</b>', availability: 'busy' }],
});

beforeEach(() => setFakePage());

function opened() {
  /** @type {string[]} */
  const invited = [];
  const panel = createPlayersPanel(words, builder(new AbortController().signal), (player) => invited.push(player));
  const element = faked(panel.element);
  const rows = () => element.ofClass('player').map((row) => ({
    text: row.all(({ children, hidden }) => children.length === 0 && !hidden).map(({ textContent }) => textContent).join(' '),
    button: row.all(({ tag }) => tag === 'button')[0],
  }));
  return { panel, invited, rows, element };
}

test('who is free can be invited, who plays can not, and I am not in the list', () => {
  const { panel, rows, invited } = opened();
  panel.update({ players, invitations: NO_INVITATIONS, me: ME.id, game: 'pong' });
  assert.deepEqual(rows().map(({ text }) => text), ['Bin4 Invite', '<b>Ada</b> In a match']);
  assert.equal(rows()[0]?.button?.getAttribute('aria-label'), 'Invite Bin4 to Pong');
  rows()[0]?.button?.click();
  assert.deepEqual(invited, [OTHER.id]);
});

test('whom I have asked is not asked again', () => {
  const { panel, rows } = opened();
  const invitations = reduceInvitations(NO_INVITATIONS, { type: 'invitation', invitation: invitation({ from: ME, to: OTHER }) }, 0);
  panel.update({ players, invitations, me: ME.id, game: 'pong' });
  assert.equal(rows()[0]?.text, 'Bin4 Invited');
});

test('alone one is told what to do', () => {
  const { panel, element, rows } = opened();
  panel.update({ players: NOBODY_ONLINE, invitations: NO_INVITATIONS, me: ME.id, game: 'pong' });
  assert.equal(rows().length, 0);
  assert.ok(element.ofClass('empty').some(({ hidden, textContent }) => !hidden && textContent === words.t('players.empty')));
});
