import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { afterEach, beforeEach, mock } from 'node:test';
import { UNKNOWN_ROOM, reduceRoom } from '../../src/game/roomState.js';
import { createWords } from '../../src/i18n/i18n.js';
import { builder } from '../../src/ui/dom.js';
import { Preferences } from '../../src/ui/preferences.js';
import { createTalk } from '../../src/ui/screens/talk.js';
import { OTHER, seated, snapshot, welcome } from '../messages.js';
import { faked, setFakePage } from './fakePage.js';

/** @import {SeatNumber} from '../../types/protocol.js' */

const words = createWords('en', JSON.parse(readFileSync(new URL('../../locales/en.json', import.meta.url), 'utf8')));
const both = reduceRoom(UNKNOWN_ROOM, welcome({ snapshot: snapshot({ seats: [seated(), seated({ player: OTHER })] }) }));
const emoted = (/** @type {SeatNumber | null} */ seat, /** @type {string} */ id) => reduceRoom(both, { type: 'emote', seat, id });

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  setFakePage();
});
afterEach(() => mock.timers.reset());

/** @param {boolean} talk whether others are shown @param {boolean} [mayChat] */
function opened(talk, mayChat = true) {
  const preferences = Object.assign(new Preferences(), {});
  Object.defineProperty(preferences, 'talk', { value: talk, writable: true });
  /** @type {string[]} */
  const said = [];
  const it = createTalk(words, builder(new AbortController().signal), preferences, {
    emote: (id) => said.push(id),
    chat: mayChat ? (text) => said.push(text) : null,
  });
  it.update(both);
  return { it, said, box: faked(it.box), flying: faked(it.flying) };
}

test('a hostile line of chat is shown as the text it is', () => {
  const { it, box } = opened(true);
  const text = '<img src=x onerror=alert(1)> %s __proto__ \u202E';
  it.update(reduceRoom(both, { type: 'chat', seq: 11, from: OTHER, text }));
  assert.equal(box.all(({ tag }) => tag === 'li').at(-1)?.textContent, `Bin4${text}`);
  assert.equal(box.all(({ tag }) => tag === 'img').length, 0);
});

test('emotes fly from whose they are, those of spectators from the middle, and then are gone', () => {
  for (const [seat, side] of /** @type {const} */ ([[0, 'from-left'], [1, 'from-right'], [null, 'from-stands']])) {
    const { it, flying } = opened(true);
    it.update(emoted(seat, 'wow'));
    assert.equal(flying.ofClass(side).length, 1);
    mock.timers.tick(2_000);
    assert.equal(flying.ofClass(side).length, 0);
  }
});

test('an emote of tomorrow is not shown', () => {
  const { it, flying } = opened(true);
  it.update(emoted(1, 'icon-evil'));
  assert.equal(flying.children.length, 0);
});

test('who wants to hear nobody sees his own emotes only', () => {
  for (const seat of /** @type {const} */ ([1, null])) {
    const { it, flying } = opened(false);
    it.update(emoted(seat, 'sad'));
    assert.equal(flying.children.length, 0);
  }
  const { it, flying } = opened(false);
  it.update(emoted(0, 'sad'));
  assert.equal(flying.children.length, 1);
});

test('who may only read has no line to write in', () => {
  const { box } = opened(true, false);
  assert.equal(box.all(({ tag }) => tag === 'form').length, 0);
});
