import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const css = readFileSync(new URL('../../styles/palette.css', import.meta.url), 'utf8');

/** @param {string} block @param {boolean} [isDark] @returns {Record<string, string | undefined>} */
const colours = (block, isDark = false) =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(?:(#[0-9a-f]{6})|light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\))/g)].map(([, name, one, bright, dim]) => [
      name,
      one ?? (isDark ? dim : bright),
    ]),
  );
const bodies = [...css.matchAll(/\{([^{}]*)\}/g)].map(([, body]) => body ?? '');
const blocks = bodies.map((body) => colours(body));
const light = blocks[0] ?? {};
const dark = { ...light, ...blocks[1] };
const distinct = bodies[3] ?? '';
/** @type {Record<string, Record<string, string | undefined>>} */
const themes = {
  light,
  dark,
  'light and distinct': { ...light, ...colours(distinct) },
  'dark and distinct': { ...dark, ...colours(distinct, true) },
};

/** Relative luminance and contrast as WCAG 2.2 defines them. @param {string} hex */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const TEXT = 4.5;
const SHAPE = 3;

/** @type {[string, string, number][]} */
const PAIRS = [
  ['ink', 'page', TEXT], ['ink', 'panel', TEXT], ['ink', 'field', TEXT],
  ['quiet', 'page', TEXT], ['quiet', 'panel', TEXT], ['quiet', 'field', TEXT],
  ['go-ink', 'go', TEXT], ['go', 'panel', TEXT], ['primary-ink', 'primary', TEXT],
  ['left', 'page', TEXT], ['left', 'panel', TEXT], ['right', 'page', TEXT], ['right', 'panel', TEXT],
  ['grave', 'panel', TEXT], ['court-ink', 'court', TEXT], ['court-ink', 'court-edge', TEXT],
  ['court-quiet', 'court', TEXT], ['court-quiet', 'court-edge', TEXT],
  ['left-on-court', 'court', SHAPE], ['right-on-court', 'court', SHAPE],
  ['left-on-court', 'court-edge', SHAPE], ['right-on-court', 'court-edge', SHAPE],
  ['ball', 'court', SHAPE], ['ball', 'court-edge', SHAPE], ['bin', 'court-edge', SHAPE],
  ['field-line', 'panel', SHAPE], ['focus', 'page', SHAPE], ['focus', 'panel', SHAPE],
];

for (const [name, theme] of Object.entries(themes)) {
  for (const [front, back, least] of PAIRS) {
    test(`${name}: ${front} on ${back} has a contrast of at least ${least}`, () => {
      const [a, b] = [theme[front], theme[back]];
      assert.ok(a !== undefined && b !== undefined);
      assert.ok(contrast(a, b) >= least, contrast(a, b).toFixed(2));
    });
  }
}

test('dark by choice is dark by the system', () => {
  assert.deepEqual(blocks[2], blocks[1]);
});

test('the distinct pair differs in lightness by more than the usual one', () => {
  for (const theme of Object.values(themes).slice(2)) {
    const [left, right] = [theme['left-on-court'], theme['right-on-court']];
    assert.ok(left !== undefined && right !== undefined && contrast(left, right) >= 2.5);
  }
});
