import assert from 'node:assert/strict';
import test from 'node:test';
import { ESLint } from 'eslint';

const CLIENT = new URL('../../', import.meta.url);
const eslint = new ESLint({ cwd: CLIENT.pathname });

/** @param {string} path the file it would stand in @param {string} source @returns {Promise<(string | null)[]>} the rules it breaks */
async function broken(path, source) {
  const [result] = await eslint.lintText(source, { filePath: new URL(path, CLIENT).pathname });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

const imports = 'no-restricted-imports';
const page = 'no-restricted-globals';
const markup = 'no-restricted-properties';

/** @type {[sentence: string, path: string, source: string, rule: string][]} */
const FORBIDDEN = [
  ['a screen imports the network', 'src/ui/screens/broken.js', "import '../../net/request.js';\n", imports],
  ['a part of ui imports the app', 'src/ui/broken.js', "import '../app/context.js';\n", imports],
  ['a part of ui imports the entry', 'src/ui/broken.js', "import '../main.js';\n", imports],
  ['the game imports a screen', 'src/game/broken.js', "import '../ui/dom.js';\n", imports],
  ['the game imports the network', 'src/game/broken.js', "import '../net/clock.js';\n", imports],
  ['the rules import a language', 'src/game/rules/broken.js', "import '../../i18n/i18n.js';\n", imports],
  ['the game hands on a screen', 'src/game/broken.js', "export * from '../ui/dom.js';\n", imports],
  ['the network imports the game', 'src/net/broken.js', "import '../game/match.js';\n", imports],
  ['the words import the network', 'src/i18n/broken.js', "import '../net/request.js';\n", imports],
  ['a module imports a package', 'src/ui/broken.js', "import 'lodash';\n", imports],
  ['the app imports a package', 'src/app/broken.js', "import 'lodash';\n", imports],
  ['a module loads another one later', 'src/ui/broken.js', "export const api = import('../net/request.js');\n", 'no-restricted-syntax'],
  ['the network touches the page', 'src/net/broken.js', "document.title = '';\n", page],
  ['the network opens a socket by itself', 'src/net/broken.js', "export const socket = new WebSocket('/');\n", page],
  ['the game waits for frames by itself', 'src/game/broken.js', 'requestAnimationFrame(() => {});\n', page],
  ['the game finds the page by another name', 'src/game/broken.js', "globalThis.document.title = '';\n", page],
  ['the words ask the browser', 'src/i18n/broken.js', 'export const { languages } = navigator;\n', page],
  ['a screen writes markup', 'src/ui/broken.js', "document.body.innerHTML = '';\n", markup],
  ['the app writes markup', 'src/app/broken.js', "document.body.insertAdjacentHTML('beforeend', '');\n", markup],
];

for (const [sentence, path, source, rule] of FORBIDDEN) {
  test(`it is an error when ${sentence}`, async () => {
    assert.deepEqual(await broken(path, source), [rule]);
  });
}

/** @type {[path: string, source: string][]} */
const ALLOWED = [
  ['src/main.js', "import { App } from './app/app.js';\n\nexport const app = App;\n"],
  ['src/app/right.js', "import '../net/request.js';\nimport '../ui/dom.js';\nimport '../game/match.js';\nimport '../i18n/i18n.js';\n"],
  ['src/ui/screens/right.js', "import '../dom.js';\nimport '../../game/match.js';\nimport '../../i18n/i18n.js';\ndocument.body.textContent = '';\n"],
  ['src/net/right.js', "import './clock.js';\n\nexport const now = () => performance.now();\n"],
  ['src/game/right.js', "import './rules/index.js';\nimport './roomState.js';\n"],
  ['src/game/rules/right.js', "import './court.js';\n"],
];

for (const [path, source] of ALLOWED) {
  test(`${path} may do what its layer is for`, async () => {
    assert.deepEqual(await broken(path, source), []);
  });
}
