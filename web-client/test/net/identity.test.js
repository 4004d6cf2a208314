import assert from 'node:assert/strict';
import test from 'node:test';
import { AuthApi } from '../../src/net/authApi.js';
import { Identity, expiresAt } from '../../src/net/identity.js';
import { LobbyApi } from '../../src/net/lobbyApi.js';
import { ApiProblem, callerOf } from '../../src/net/request.js';
import { StandingsApi } from '../../src/net/standingsApi.js';

/** @import {Session} from '../../src/net/request.js' */

const NOW = 1_000_000_000_000;
const token = (/** @type {number} */ livesMs) => `h.${btoa(JSON.stringify({ exp: (NOW + livesMs) / 1_000 }))}.s`;
const max = { id: 'max', name: 'Max' };

/** @param {Record<string, () => [number, object]>} answers by method and path @param {Session | null} [stored] */
function browser(answers, stored = null) {
  /** @type {string[]} */
  const asked = [];
  const fetched = async (/** @type {string} */ path, /** @type {RequestInit} */ init) => {
    const what = `${init.method} ${path}`;
    asked.push(what);
    const answer = answers[what];
    if (answer === undefined) {
      throw new TypeError('failed to fetch');
    }
    const [status, body] = answer();
    return new Response(JSON.stringify(body), { status });
  };
  /** @type {(Session | null)[]} */
  const kept = [];
  /** @type {number[]} */
  const waited = [];
  const store = { load: () => stored, save: (/** @type {Session | null} */ session) => void kept.push(session) };
  const identity = new Identity(new AuthApi(fetched), store, () => NOW);
  const call = callerOf(fetched, (fresh) => identity.token(fresh), async (millis) => void waited.push(millis));
  return { asked, kept, waited, identity, api: new LobbyApi(call), standings: new StandingsApi(call) };
}

const GUESTS = 'POST /api/auth/guests';
const TOKEN = 'POST /api/auth/token';
const LEADERS = 'GET /api/leaderboard?game=pong&period=all&limit=10';

test('who comes for the first time is a new guest', async () => {
  const { identity, kept } = browser({ [GUESTS]: () => [201, { token: token(9e5), player: max }] });
  assert.deepEqual(await identity.enter('Max', false), max);
  assert.equal(kept.length, 1);
});

test('who comes back under the old name is who he was', async () => {
  const { identity, asked } = browser({ [TOKEN]: () => [200, { token: token(9e5), player: max }] });
  assert.deepEqual(await identity.enter('Max', true), max);
  assert.deepEqual(asked, [TOKEN]);
});

test('without the cookie an old name is a new guest', async () => {
  const { identity } = browser({
    [TOKEN]: () => [401, { code: 'token-invalid' }],
    [GUESTS]: () => [201, { token: token(9e5), player: { id: 'max2', name: 'Max 2' } }],
  });
  assert.equal((await identity.enter('Max', true)).name, 'Max 2');
});

test('offline it says so and makes up no guest', async () => {
  const { identity, asked } = browser({});
  await assert.rejects(identity.enter('Max', true), { code: 'offline' });
  assert.deepEqual(asked, [TOKEN]);
});

test('a token about to end is renewed once, however many ask', async () => {
  const { identity, asked } = browser(
    { [TOKEN]: () => [200, { token: token(9e5), player: max }] },
    { token: token(30_000), player: max },
  );
  const [one, two] = await Promise.all([identity.token(false), identity.token(false)]);
  assert.equal(one, two);
  assert.equal(asked.length, 1);
});

test('a token good for long is not renewed', async () => {
  const { identity, asked } = browser({}, { token: token(9e5), player: max });
  await identity.token(false);
  assert.deepEqual(asked, []);
});

test('the cookie of somebody else ends the session instead of changing who plays', async () => {
  const { identity } = browser(
    { [TOKEN]: () => [200, { token: token(9e5), player: { id: 'bin', name: 'Bin' } }] },
    { token: token(0), player: max },
  );
  await assert.rejects(identity.token(false), { code: 'token-invalid' });
  assert.equal(identity.player, null);
});

test('a refused token is renewed and the request sent again', async () => {
  let first = true;
  const { standings, asked } = browser(
    {
      [LEADERS]: () => (first ? ((first = false), [401, {}]) : [200, { entries: [], me: null }]),
      [TOKEN]: () => [200, { token: token(9e5), player: max }],
    },
    { token: token(9e5), player: max },
  );
  assert.deepEqual((await standings.leaderboard('pong', 'all', 10)).entries, []);
  assert.deepEqual(asked, [LEADERS, TOKEN, LEADERS]);
});

test('a problem keeps its code; an answer of something in between gets one', async () => {
  const session = { token: token(9e5), player: max };
  const full = browser({ 'POST /api/rooms/r/seats': () => [409, { code: 'room-full' }] }, session);
  await assert.rejects(full.api.takeSeat('r', null), new ApiProblem('room-full', 409));
  const gateway = browser({ [LEADERS]: () => [502, {}] }, session);
  await assert.rejects(gateway.standings.leaderboard('pong', 'all', 10), { code: 'unavailable' });
});

test('a token that can not be read has ended', () => {
  assert.equal(expiresAt('nonsense'), 0);
});

test('a wrong password is told, and makes nobody a guest', async () => {
  const { identity, asked, kept } = browser({ 'POST /api/auth/sessions': () => [403, { code: 'credentials-wrong' }] });
  await assert.rejects(identity.logIn('Max', 'wrong'), { code: 'credentials-wrong' });
  assert.deepEqual([asked, kept], [['POST /api/auth/sessions'], []]);
});

test('who logs in is who he was, and no guest', async () => {
  const { identity } = browser({ 'POST /api/auth/sessions': () => [201, { token: token(9e5), player: max }] });
  assert.deepEqual(await identity.logIn('Max', 'paper ball'), max);
  assert.equal(identity.isGuest, false);
});

test('what only reads is asked for again while the service is out of breath, what changes something is not', async () => {
  let breathless = 1;
  const answers = {
    [LEADERS]: () => /** @type {[number, object]} */ (breathless-- > 0 ? [503, { code: 'unavailable' }] : [200, { entries: [], me: null }]),
    'POST /api/rooms/quick': () => /** @type {[number, object]} */ ([503, { code: 'unavailable' }]),
  };
  const { asked, waited, standings, api } = browser(answers, { token: token(9e5), player: max });
  assert.deepEqual(await standings.leaderboard('pong', 'all', 10), { entries: [], me: null });
  assert.deepEqual(waited, [1_000]);
  breathless = 9;
  await assert.rejects(standings.leaderboard('pong', 'all', 10), { code: 'unavailable' });
  assert.equal(waited.length, 3);
  await assert.rejects(api.quickMatch('pong'), { code: 'unavailable' });
  assert.deepEqual([asked.length, waited.length], [6, 3]);
});
