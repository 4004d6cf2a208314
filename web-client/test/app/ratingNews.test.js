import assert from 'node:assert/strict';
import test from 'node:test';
import { awaitRating } from '../../src/app/ratingNews.js';

/** @import {MatchPage, MatchView} from '../../types/protocol.js' */

const change = { before: 1_500, after: 1_512 };
const match = /** @type {MatchView} */ (/** @type {unknown} */ ({ id: 'm', players: [{ id: 'you', name: 'You' }, { id: 'me', name: 'Me' }], ratings: [{ before: 1_540, after: 1_528 }, change] }));

/** @param {(() => MatchPage)[]} answers in turn */
function lobby(...answers) {
  return { matchesOf: async () => (answers.shift() ?? (() => ({ matches: [], next: null })))() };
}

test('the rating is told once the match is counted, however often the lobby is asked too early', async () => {
  /** @type {number[]} */
  const waited = [];
  const standings = lobby(
    () => ({ matches: [], next: null }),
    () => {
      throw new Error('out of breath');
    },
    () => ({ matches: [match], next: null }),
  );
  assert.deepEqual(await awaitRating(standings, 'me', 'm', async (millis) => void waited.push(millis), new AbortController().signal), change);
  assert.deepEqual(waited, [700, 2_000, 5_000]);
});

test('who has gone on is not looked for, and a match that nobody counts is left alone', async () => {
  const { signal } = new AbortController();
  assert.equal(await awaitRating(lobby(), 'me', 'm', async () => {}, signal), null);
  assert.equal(await awaitRating(lobby(() => ({ matches: [match], next: null })), 'me', 'm', async () => {}, AbortSignal.abort()), null);
});
