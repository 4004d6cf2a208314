import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import test from 'node:test';
import { gzipSync } from 'node:zlib';

const CLIENT = new URL('../../', import.meta.url);
/** Of each file as a server compresses it, with one language. */
const LIMIT = 200 * 1024;

const html = readFileSync(new URL('index.html', CLIENT), 'utf8');
const shipped = ['src', 'styles', 'icons', 'locales'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, CLIENT), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((path) => statSync(new URL(path, CLIENT)).isFile()),
);

test('all that a browser loads weighs less than 200 KB on the wire', () => {
  const files = [...shipped.filter((path) => !/locales\/(?!de)/.test(path)), 'index.html', 'manifest.webmanifest', 'service-worker.js'];
  const bytes = files.reduce((sum, path) => sum + gzipSync(readFileSync(new URL(path, CLIENT))).length, 0);
  assert.ok(bytes < LIMIT, `${bytes} bytes`);
});

test('the page has no script, style or listener of its own, and asks nobody else for anything', () => {
  assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)/);
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=/);
  assert.doesNotMatch(html, /https?:|\/\//);
});

test('what the page links to is there', () => {
  for (const [, path] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
    assert.ok(existsSync(new URL(path ?? '', CLIENT)), path);
  }
});

/** A module with all that it imports at its top. @param {string} path @param {Set<string>} [found] @returns {Set<string>} */
function withImports(path, found = new Set()) {
  if (!found.has(path)) {
    found.add(path);
    for (const [, other] of readFileSync(new URL(path, CLIENT), 'utf8').matchAll(/^(?:import|export)\b[^;]*?from '([^']+)';/gm)) {
      withImports(new URL(other ?? '', new URL(path, CLIENT)).pathname.slice(CLIENT.pathname.length), found);
    }
  }
  return found;
}

test('what the first screen needs is loaded ahead, and nothing else, so that it waits for no module', () => {
  const ahead = [...html.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(([, path]) => path);
  const first = withImports('src/app/app.js', withImports('src/main.js'));
  first.delete('src/main.js');
  assert.deepEqual(ahead, [...first].toSorted());
  const modules = shipped.filter((path) => path.endsWith('.js'));
  assert.deepEqual([...withImports('src/app/laterPages.js', new Set([...first, 'src/main.js']))].toSorted(), modules.toSorted(), 'each module is loaded by some page');
});

test('an icon that a style sheet names is there, and each icon is named', () => {
  const css = shipped.filter((path) => path.endsWith('.css')).map((path) => readFileSync(new URL(path, CLIENT), 'utf8')).join('');
  const named = [...(css + html).matchAll(/icons\/([\w-]+\.svg)/g)].map(([, name]) => `icons/${name}`);
  assert.deepEqual([...new Set(named)].toSorted(), shipped.filter((path) => path.startsWith('icons/')).toSorted());
});

test('no words are faint for longer than 200 ms, and nothing moves for who wants it calm', () => {
  const css = shipped.filter((path) => path.endsWith('.css')).map((path) => readFileSync(new URL(path, CLIENT), 'utf8')).join('');
  const fading = [...css.matchAll(/@keyframes ([\w-]+) \{((?:[^{}]*\{[^{}]*\})*)/g)].flatMap(([, name, steps]) => (/opacity/.test(steps ?? '') ? [name] : []));
  assert.deepEqual(fading.toSorted(), ['come-in', 'fly']);
  for (const [, selector, name, seconds] of css.matchAll(/([^{}]+)\{[^{}]*animation: ([\w-]+) ([\d.]+)s/g)) {
    const isPicture = selector?.trim() === '.bubble';
    assert.ok(isPicture || !fading.includes(name) || Number(seconds) <= 0.2, `${selector} ${name}`);
    assert.ok(!/\.room\b/.test(selector ?? '') || !fading.includes(name), 'rooms come in all at once');
  }
  assert.match(css, /@media \(prefers-reduced-motion: reduce\) \{\s*\*,\s*\*::before,\s*\*::after \{\s*animation: none !important;\s*transition: none !important;/);
});

test('the policy of the page itself is as strict as a page can make it', () => {
  for (const part of ["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'", 'trusted-types trashpong-worker', "base-uri 'none'"]) {
    assert.ok(html.includes(part), part);
  }
});
