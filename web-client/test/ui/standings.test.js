import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { beforeEach } from 'node:test';
import { createWords } from '../../src/i18n/i18n.js';
import { duration } from '../../src/ui/duration.js';
import { createHistoryScreen } from '../../src/ui/screens/history.js';
import { createLeadersScreen } from '../../src/ui/screens/leaders.js';
import { createMatchScreen } from '../../src/ui/screens/match.js';
import { ME, OTHER } from '../messages.js';
import { faked, setFakePage } from './fakePage.js';

/** @import {LeaderboardEntry, MatchView} from '../../types/protocol.js' */

const words = createWords('en', JSON.parse(readFileSync(new URL('../../locales/en.json', import.meta.url), 'utf8')));
const signal = new AbortController().signal;
const side = { rtt: 24_000, jitter: 3_000, creditUsed: 0, inGrace: 0, byDeadline: 0 };

/** @param {Partial<LeaderboardEntry>} [more] @returns {LeaderboardEntry} */
const entry = (more) => ({ rank: 1, player: OTHER, points: 9, matches: 4, wins: 3, rating: { value: 1_601, deviation: 60, provisional: false }, ...more });
/** @param {Partial<MatchView>} [more] @returns {MatchView} */
const match = (more) => ({
  id: 'match', room: 'room', game: 'pong', players: [OTHER, ME], winner: 1, score: [8, 11], ending: 'played',
  receipt: { sides: [side, side], verdicts: 48, longestRally: 23 }, ratings: [{ before: 1_520, after: 1_511 }, { before: 1_500, after: 1_512 }],
  startedAt: '2026-01-01T12:00:00Z', endedAt: '2026-01-01T12:03:07Z', seconds: 187, ...more,
});

beforeEach(() => setFakePage());

/** @param {HTMLElement} element @param {string} tag */
const textsOf = (element, tag) => faked(element).all((each) => each.tag === tag).map(({ textContent }) => textContent);

test('who stands further down sees his own line below those who lead', () => {
  const screen = createLeadersScreen(words, signal, ME.id, { choose() {}, back() {} });
  const me = entry({ rank: 117, player: ME, points: 1, rating: { value: 1_490, deviation: 300, provisional: true } });
  screen.update({ game: 'pong', period: 'all', board: { entries: [entry()], me } });
  assert.deepEqual(textsOf(screen.element, 'tr').slice(1), ['1Bin49431,601', '117Crumple (you)143about 1,490']);
});

test('who is among the first is there once, and who has not played is told how to come in', () => {
  const screen = createLeadersScreen(words, signal, ME.id, { choose() {}, back() {} });
  const mine = entry({ player: ME, rating: null });
  screen.update({ game: 'pong', period: 'all', board: { entries: [mine], me: mine } });
  assert.equal(textsOf(screen.element, 'tr').length, 2);
  screen.update({ game: 'pong', period: 'all', board: { entries: [entry()], me: null } });
  const news = faked(screen.element).ofClass('empty')[0];
  assert.deepEqual([news?.hidden, news?.textContent], [false, words.t('standings.unplaced')]);
});

test('the period that is shown is the one that is pressed', () => {
  /** @type {string[]} */
  const chosen = [];
  const screen = createLeadersScreen(words, signal, ME.id, { choose: (game, period) => chosen.push(`${game} ${period}`), back() {} });
  screen.update({ game: 'pong', period: 'week', board: null });
  const buttons = faked(screen.element).ofClass('pill');
  assert.deepEqual(buttons.map((button) => button.getAttribute('aria-pressed')), ['false', 'true', 'true', 'false']);
  buttons[0]?.click();
  buttons[3]?.click();
  assert.deepEqual(chosen, ['pong all', 'tictactoe week']);
});

test('a match is told from the side of whose history it is', () => {
  const mine = createHistoryScreen(words, signal, { player: ME.id, mine: true }, { more() {}, back() {} });
  mine.update({ matches: [match()], more: false, busy: false });
  assert.match(textsOf(mine.element, 'li')[0] ?? '', /^Bin4, 11 : 8.*Won\+12$/);
  const theirs = createHistoryScreen(words, signal, { player: OTHER.id, mine: false }, { more() {}, back() {} });
  theirs.update({ matches: [match()], more: true, busy: false });
  assert.match(textsOf(theirs.element, 'li')[0] ?? '', /^Crumple, 8 : 11.*Lost−9$/);
  assert.deepEqual(textsOf(theirs.element, 'h1'), ['Matches of Bin4']);
});

test('a match shows who won, how long it took, both ratings and whether it was fair', () => {
  const { element } = createMatchScreen(words, signal, { match: match(), me: ME.id }, { back() {} });
  assert.deepEqual(textsOf(element, 'h1'), ['Crumple wins']);
  const values = textsOf(element, 'dd');
  assert.deepEqual(values.slice(1), ['3:07', '1,520 → 1,511', '1,500 → 1,512', '24 ms', '24 ms', '48 of 48', '23']);
  assert.ok(textsOf(element, 'dt').includes('Your delaysteady'));
});

test('a match older than ratings, given up by one, says so', () => {
  const { element } = createMatchScreen(words, signal, { match: match({ ratings: null, ending: 'left' }), me: 'looker-on' }, { back() {} });
  assert.ok(faked(element).textContent.includes(words.t('result.leftLoser')));
  assert.ok(!faked(element).textContent.includes('→'));
});

test('a duration has hours only when it needs them', () => {
  assert.deepEqual([0, 59.9, 187, 3_600, 45_296].map(duration), ['0:00', '0:59', '3:07', '1:00:00', '12:34:56']);
});

test('who has deleted himself is told of as that, and not by an empty line', () => {
  const gone = { id: 'gone', name: '' };
  const leaders = createLeadersScreen(words, signal, ME.id, { choose() {}, back() {} });
  leaders.update({ game: 'pong', period: 'all', board: { entries: [entry({ player: gone })], me: null } });
  const history = createHistoryScreen(words, signal, { player: ME.id, mine: true }, { more() {}, back() {} });
  history.update({ matches: [match({ players: [gone, ME] })], more: false, busy: false });
  const page = createMatchScreen(words, signal, { match: match({ players: [gone, ME], winner: 0 }), me: ME.id }, { back() {} });
  for (const { element } of [leaders, history, page]) {
    assert.ok(textsOf(element, 'a')[0]?.includes(words.t('players.deleted')));
  }
});
