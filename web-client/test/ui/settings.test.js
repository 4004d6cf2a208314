import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { beforeEach } from 'node:test';
import { createWords } from '../../src/i18n/i18n.js';
import { FIRST_KEYS, Preferences } from '../../src/ui/preferences.js';
import { createSettingsDialog } from '../../src/ui/screens/settings.js';
import { faked, setFakePage } from './fakePage.js';

const words = createWords('en', JSON.parse(readFileSync(new URL('../../locales/en.json', import.meta.url), 'utf8')));

/** @type {Map<string, string>} */
const kept = new Map();

beforeEach(() => {
  kept.clear();
  setFakePage();
  const localStorage = {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  };
  Object.assign(globalThis, { window: { localStorage } });
});

function opened() {
  const preferences = new Preferences();
  let looks = 0;
  const dialog = createSettingsDialog(words, new AbortController().signal, preferences, () => {
    looks += 1;
  });
  const element = faked(dialog.element);
  const press = (/** @type {string} */ code) => element.dispatchEvent(Object.assign(new Event('keydown'), { code }));
  return { dialog, element, preferences, press, keys: element.ofClass('key'), looks: () => looks };
}

test('what was never set is as most want it', () => {
  const { sound, talk, calm, distinct, keys, level, theme } = new Preferences();
  assert.deepEqual({ sound, talk, calm, distinct, keys, level, theme }, {
    sound: true, talk: true, calm: false, distinct: false, keys: FIRST_KEYS, level: 'medium', theme: null,
  });
});

test('a box that is ticked holds at once and is remembered', () => {
  const { element, preferences, looks } = opened();
  const box = element.all(({ tag }) => tag === 'input').at(-1);
  assert.ok(box);
  Object.assign(box, { checked: true });
  box.dispatchEvent(new Event('change'));
  assert.equal(preferences.peer, true);
  assert.equal(new Preferences().peer, true);
  assert.equal(looks(), 1);
});

test('the next key becomes mine; one that had the other meaning changes places', () => {
  const { keys, preferences, press } = opened();
  keys[0]?.dispatchEvent(new Event('click'));
  press('KeyI');
  assert.deepEqual(preferences.keys, { up: 'KeyI', down: 'KeyS' });
  press('KeyK');
  assert.deepEqual(preferences.keys, { up: 'KeyI', down: 'KeyS' }, 'nothing was asked for');
  keys[0]?.dispatchEvent(new Event('click'));
  press('KeyS');
  assert.deepEqual(preferences.keys, { up: 'KeyS', down: 'KeyI' });
});

test('escape keeps the key that was', () => {
  const { keys, preferences, press } = opened();
  keys[1]?.dispatchEvent(new Event('click'));
  press('Escape');
  assert.deepEqual(preferences.keys, FIRST_KEYS);
});
