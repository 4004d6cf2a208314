import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { afterEach, beforeEach, mock } from 'node:test';
import { UNKNOWN_ROOM, reduceRoom } from '../../src/game/roomState.js';
import { createWords } from '../../src/i18n/i18n.js';
import { Preferences } from '../../src/ui/preferences.js';
import { Sound } from '../../src/ui/sound.js';
import { createWaitingScreen } from '../../src/ui/screens/waiting.js';
import { OTHER, seated, snapshot, welcome } from '../messages.js';
import { faked, setFakePage } from './fakePage.js';

const words = createWords('en', JSON.parse(readFileSync(new URL('../../locales/en.json', import.meta.url), 'utf8')));
const alone = reduceRoom(UNKNOWN_ROOM, welcome({ snapshot: snapshot({ seats: [seated(), null] }) }));
const both = reduceRoom(alone, { type: 'seat', seq: 11, seat: 1, state: seated({ player: OTHER }) });

let page = setFakePage();
let life = new AbortController();

beforeEach(() => {
  mock.timers.enable({ apis: ['setInterval', 'setTimeout'] });
  page = setFakePage();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  mock.timers.reset();
});

function opened() {
  const preferences = new Preferences();
  const screen = createWaitingScreen(words, life.signal, { game: 'pong', title: 'Lunch break', link: null, seat: 0, preferences, sound: new Sound(preferences), asksPeer: true }, { ready() {}, leave() {}, peerAnswered() {} });
  const element = faked(screen.element);
  const ready = element.ofClass('big')[0];
  assert.ok(ready);
  return { screen, element, ready, courts: () => element.ofClass('court').length };
}

test('alone, there is the computer to play against and nothing to be ready for', () => {
  const { screen, ready, courts } = opened();
  screen.update(alone);
  assert.equal(courts(), 1);
  assert.equal(page.frames.size, 1);
  assert.equal(ready.hidden, true);
});

test('the moment a second player sits down the computer is gone, and both players and the button are what there is', () => {
  const { screen, element, ready, courts } = opened();
  screen.update(alone);
  screen.update(both);
  assert.equal(courts(), 0);
  assert.equal(page.frames.size, 0, 'nothing is drawn any more');
  assert.equal(element.ofClass('waiting-news')[0]?.textContent, 'Bin4 is here, the computer makes room. Ready?');
  assert.deepEqual(element.ofClass('who').map(({ textContent }) => textContent), ['Crumple (you)', 'Bin4']);
  assert.ok(element.classList.contains('met'));
  assert.equal(ready.hidden, false);
  assert.equal(page.document.activeElement, ready);
});

test('a focus that is somewhere already stays there when somebody comes', () => {
  const { screen, ready } = opened();
  screen.update(alone);
  page.document.activeElement = page.document.createElement('input');
  screen.update(both);
  assert.notEqual(page.document.activeElement, ready);
});

test('who finds the other one there never meets the computer', () => {
  const { screen, element, courts } = opened();
  screen.update(both);
  assert.equal(courts(), 0);
  assert.equal(element.ofClass('waiting-news')[0]?.textContent, 'You play against Bin4. Ready?');
});

test('when the second player goes again, the computer plays on', () => {
  const { screen, courts } = opened();
  [alone, both, alone].forEach((room) => screen.update(room));
  assert.equal(courts(), 1);
  assert.equal(page.frames.size, 1);
});

test('a screen that is left draws nothing more', () => {
  const { screen } = opened();
  screen.update(alone);
  life.abort();
  assert.equal(page.frames.size, 0);
});
