import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { RoomScreens, screenOf } from '../../src/app/roomScreens.js';
import { UNKNOWN_ROOM, reduceRoom } from '../../src/game/roomState.js';
import { createWords } from '../../src/i18n/i18n.js';
import { snapshot, welcome } from '../messages.js';
import { faked, setFakePage } from '../ui/fakePage.js';

/** @import {Match} from '../../src/game/match.js' */
/** @import {AppContext} from '../../src/app/context.js' */

const words = createWords('en', JSON.parse(readFileSync(new URL('../../locales/en.json', import.meta.url), 'utf8')));

/** What the page says once its channel is closed for good. @param {number} code @param {boolean} running @returns {string} */
function saidAfter(code, running) {
  setFakePage();
  let said = '';
  const shell = { showScreen: (/** @type {HTMLElement} */ screen) => (said = faked(screen).textContent) };
  Object.assign(globalThis, { scrollTo() {} });
  const context = /** @type {AppContext} */ (/** @type {unknown} */ ({ words, shell, go() {} }));
  const match = /** @type {Match} */ (/** @type {unknown} */ ({ isRunning: running, state: UNKNOWN_ROOM }));
  const screens = new RoomScreens(context, match, { send() {}, leave() {}, peerAnswered() {}, again() {} });
  screens.update({ status: { state: 'closed', code }, room: null, roundTrips: [], peer: null });
  screens.close();
  return said;
}

test('who comes back too late hears that his match ended, not that a room is gone', () => {
  for (const code of [4501, 4504]) {
    assert.ok(saidAfter(code, true).includes(words.t('over.forfeited')));
    assert.ok(saidAfter(code, false).includes(words.t(`close.${code}`)));
  }
});

test('each end for good has its own sentence and a way on', () => {
  for (const code of [1000, 1003, 1008, 4503, 4509]) {
    const said = saidAfter(code, true);
    assert.ok(said.includes(words.t(`close.${code}`)) && said.includes(words.t('play.toLobby')), said);
  }
  assert.ok(saidAfter(4509, true).includes(words.t('over.here')), 'a seat taken in another tab can be taken back');
  assert.ok(saidAfter(4999, true).includes(words.t('close.1011')), 'a code of tomorrow');
});

test('a forfeit that is told is a result like any other', () => {
  const result = /** @type {const} */ ({ match: 'm', winner: 1, score: [3, 5], ending: 'away' });
  const room = reduceRoom(UNKNOWN_ROOM, welcome({ snapshot: snapshot({ phase: 'finished', match: 'm', score: [3, 5], result }) }));
  assert.equal(screenOf(room, { state: 'open' }, false), 'result');
});

test('a result stays when the other leaves and the room closes, until somebody new sits down', () => {
  const result = /** @type {const} */ ({ match: 'm', winner: 0, score: [5, 3], ending: 'left' });
  const both = snapshot({ phase: 'finished', match: 'm', score: [5, 3], result });
  const room = reduceRoom(UNKNOWN_ROOM, welcome({ snapshot: both }));
  assert.equal(screenOf(room, { state: 'closed', code: 4504 }, false), 'result');
  assert.equal(screenOf(room, { state: 'closed', code: 4509 }, false), 'over-4509');
  assert.equal(screenOf(UNKNOWN_ROOM, { state: 'closed', code: 4504 }, false), 'over-4504');
  const alone = reduceRoom(room, { type: 'seat', seq: 9, seat: 1, state: null });
  assert.equal(screenOf(alone, { state: 'open' }, false), 'result');
  assert.equal(screenOf(alone, { state: 'open' }, true), 'waiting');
  const met = reduceRoom(alone, { type: 'seat', seq: 10, seat: 1, state: both.seats[1] });
  assert.equal(screenOf(met, { state: 'open' }, false), 'waiting');
});

test('who won because the other left can wait for somebody else', () => {
  const rally = snapshot({ phase: 'rally', match: 'm', score: [5, 3] });
  const left = reduceRoom(reduceRoom(UNKNOWN_ROOM, welcome({ snapshot: rally })), { type: 'seat', seq: 8, seat: 1, state: null });
  const side = { rtt: 1, jitter: 1, creditUsed: 0, inGrace: 0, byDeadline: 0 };
  const ended = reduceRoom(left, {
    type: 'finished', seq: 9, result: { match: 'm', winner: 0, score: [5, 3], ending: 'left' }, receipt: { sides: [side, side], verdicts: 0, longestRally: 0 },
  });
  assert.equal(screenOf(ended, { state: 'open' }, false), 'result');
  assert.equal(screenOf(ended, { state: 'open' }, true), 'waiting');
});
