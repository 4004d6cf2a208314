import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { LANGUAGES, createWords, pickLanguage } from '../../src/i18n/i18n.js';
import { KNOWN_CLOSE_CODES } from '../../src/net/closeCodes.js';

const CLIENT = new URL('../../', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, CLIENT), 'utf8');
const texts = Object.fromEntries(LANGUAGES.map((language) => [language, JSON.parse(read(`locales/${language}.json`))]));
const sources = ['ui', 'app']
  .flatMap((folder) => readdirSync(new URL(`src/${folder}/`, CLIENT), { recursive: true, encoding: 'utf8' }).map((name) => `src/${folder}/${name}`))
  .filter((path) => path.endsWith('.js'));

const fillings = (/** @type {string} */ text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

for (const language of LANGUAGES) {
  test(`${language} has exactly the keys of the others, with the same fillings`, () => {
    assert.deepEqual(Object.keys(texts[language]).toSorted(), Object.keys(texts.en).toSorted());
    for (const [key, text] of Object.entries(texts[language])) {
      assert.notEqual(text.trim(), '', key);
      assert.deepEqual(fillings(text), fillings(texts.en[key]), key);
    }
  });

  test(`${language} has a sentence for each refusal and each close`, () => {
    const { has } = createWords(language, texts[language]);
    const java = readFileSync(new URL('../protocol/src/main/java/io/trashpong/protocol/ErrorCode.java', CLIENT), 'utf8');
    const codes = [...java.matchAll(/^ {4}[A-Z_]+\("([a-z-]+)"/gm)].map(([, code]) => code);
    assert.ok(codes.length >= 20);
    [...codes, 'offline'].forEach((code) => assert.ok(has(`error.${code}`), `error.${code}`));
    KNOWN_CLOSE_CODES.forEach((code) => assert.ok(has(`close.${code}`), `close.${code}`));
  });
}

test('the close codes are those of the protocol', () => {
  const java = readFileSync(new URL('../protocol/src/main/java/io/trashpong/protocol/CloseCode.java', CLIENT), 'utf8');
  const codes = [...java.matchAll(/^ {4}[A-Z_]+\((\d{4})\)/gm)].map(([, code]) => Number(code));
  assert.deepEqual(KNOWN_CLOSE_CODES.filter((code) => code !== 1006), codes);
});

test('each key that is asked for exists', () => {
  for (const path of sources) {
    for (const [, key] of read(path).matchAll(/\bt\(\s*'([\w.-]+)'/g)) {
      const keys = [key, `${key}.one`];
      assert.ok(keys.some((each) => each in texts.en), `${key} in ${path}`);
    }
  }
});

test('no word stands outside the locales', () => {
  const literal = /(?:\btext:|\blabel:|textContent\s*=|\btitle\s*=|'aria-label':|placeholder:|setText\([^,]+,)\s*(['"`])((?:(?!\1).)*)\1/g;
  for (const path of sources) {
    for (const [, , words] of read(path).matchAll(literal)) {
      assert.doesNotMatch(words ?? '', /\p{L}{2,}/u, `“${words}” in ${path}`);
    }
  }
});

test('nothing but text is ever written into the page', () => {
  for (const path of sources) {
    assert.doesNotMatch(read(path), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/, path);
  }
});

test('a count picks its form, and a gap is a mistake', () => {
  const { t } = createWords('en', { 'a.one': '{count} room', 'a.other': '{count} rooms', b: 'Hi {name}' });
  assert.equal(t('a', { count: 1 }), '1 room');
  assert.equal(t('a', { count: 1_200 }), '1,200 rooms');
  assert.equal(t('b', { name: '{count}' }), 'Hi {count}');
  assert.throws(() => t('b'));
  assert.throws(() => t('c'));
});

test('the first language of the browser that there is', () => {
  assert.equal(pickLanguage(['fr-FR', 'pt-BR', 'de']), 'pt');
  assert.equal(pickLanguage(['DE-at']), 'de');
  assert.equal(pickLanguage([]), 'en');
});

test('a name that is written from right to left turns no score around', () => {
  const { t } = createWords('en', texts.en);
  assert.equal(t('history.against', { name: 'שלום', left: 11, right: 9 }), '\u2068שלום\u2069, 11 : 9');
  assert.equal(t('history.against', { name: 'Bin4', left: 11, right: 9 }), 'Bin4, 11 : 9');
});
