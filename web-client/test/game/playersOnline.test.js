import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { NOBODY_ONLINE, listPlayers, reducePlayers } from '../../src/game/playersOnline.js';

/** @import {Availability, PlayerView, PlayersMessage} from '../../types/protocol.js' */

/** @param {string} name @param {Availability} [availability] @returns {PlayerView} */
const player = (name, availability = 'free') => ({ id: name.toLowerCase(), name, availability });
/** @param {PlayersMessage[]} messages */
const after = (...messages) => messages.reduce(reducePlayers, NOBODY_ONLINE);
/** @type {PlayersMessage} */
const first = { type: 'players', players: [player('Lid'), player('Bin'), player('Ada', 'busy')] };

test('the golden samples of the feed apply', () => {
  const sample = (/** @type {string} */ name) =>
    JSON.parse(readFileSync(new URL(`../../../protocol/samples/feed-${name}.json`, import.meta.url), 'utf8')).text;
  assert.deepEqual(after(sample('players'), sample('players-changed')), new Map([['pL4yerpL4yerpL4yerp0aA', { id: 'pL4yerpL4yerpL4yerp0aA', name: 'Crumple', availability: 'free' }]]));
});

test('who is new, changed or gone changes the list, and a new list replaces it', () => {
  const changed = after(first, { type: 'players-changed', players: [player('Lid', 'busy'), player('New')], gone: ['bin', 'unknown'] });
  assert.deepEqual([...changed.values()].map(({ name, availability }) => `${name} ${availability}`), ['Lid busy', 'Ada busy', 'New free']);
  assert.equal(reducePlayers(changed, { type: 'players', players: [] }).size, 0);
});

test('who is free comes first, then by name, and I am not my own opponent', () => {
  assert.deepEqual(listPlayers(after(first), 'me', '').map(({ name }) => name), ['Bin', 'Lid', 'Ada']);
  assert.deepEqual(listPlayers(after(first), 'bin', '').map(({ name }) => name), ['Lid', 'Ada']);
});

test('a search minds neither case nor accents', () => {
  const players = after({ type: 'players', players: [player('Três'), player('Bin')] });
  assert.deepEqual(listPlayers(players, 'me', ' TRES ').map(({ name }) => name), ['Três']);
});
