import js from '@eslint/js';

/** What only a page has. Code in net and game gets it handed in, so that it runs in a plain test. */
const PAGE_GLOBALS = [
  'window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'WebSocket', 'fetch',
  'requestAnimationFrame', 'cancelAnimationFrame', 'matchMedia', 'HTMLElement', 'Element', 'Node', 'Image', 'Path2D',
  'ResizeObserver', 'AudioContext', 'RTCPeerConnection', 'getComputedStyle', 'Blob', 'customElements', 'alert', 'confirm', 'prompt',
  'devicePixelRatio', 'addEventListener', 'scrollTo', 'OscillatorNode', 'GainNode', 'MessageEvent', 'CloseEvent',
];

const LANGUAGE_GLOBALS = [
  'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'console', 'URL', 'URLSearchParams', 'AbortController',
  'AbortSignal', 'performance', 'structuredClone', 'queueMicrotask', 'atob', 'btoa', 'TextEncoder', 'TextDecoder',
  'Event', 'EventTarget', 'DOMException', 'crypto', 'Headers', 'Response', 'Request',
];

/** @param {string[]} names */
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const NO_PACKAGE = { regex: '^[^.]', message: 'the client has no dependency at run time' };

/**
 * A layer may import what lies in its own folder and in the layers named.
 * @param {string} name
 * @param {string[]} forbidden
 */
const layer = (name, forbidden) => ({
  files: [`src/${name}/**/*.js`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${forbidden.join('|')})(/|\\.js$)`,
            message: `${name} must not know ${forbidden.join(', ')}: main → ui, net, game, i18n; ui → game, i18n`,
          },
          NO_PACKAGE,
        ],
      },
    ],
  },
});

export default [
  { ignores: ['node_modules/', 'coverage/'] },
  js.configs.recommended,
  {
    languageOptions: {
      ecmaVersion: 2024,
      sourceType: 'module',
      globals: readonly([...LANGUAGE_GLOBALS, ...PAGE_GLOBALS]),
    },
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'no-shadow': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      'max-lines': ['error', 300],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc'].map((property) => ({
          property,
          message: 'text goes through textContent; Trusted Types refuse the rest',
        })),
      ],
    },
  },
  {
    files: ['src/**/*.js'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [NO_PACKAGE] }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression', message: 'import at the top, where the directions are checked and the page loads ahead' },
      ],
    },
  },
  {
    files: ['src/main.js', 'src/app/app.js'],
    rules: { 'no-restricted-syntax': 'off' }, // the words come first, then the first screen, then what players need
  },
  layer('net', ['main', 'app', 'ui', 'game', 'i18n']),
  layer('game', ['main', 'app', 'ui', 'net', 'i18n']),
  layer('i18n', ['main', 'app', 'ui', 'net', 'game']),
  layer('ui', ['main', 'app', 'net']),
  {
    files: ['src/net/**/*.js', 'src/game/**/*.js', 'src/i18n/**/*.js'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[...PAGE_GLOBALS, 'globalThis', 'self'].map((name) => ({ name, message: 'no page here; have it handed in' })),
      ],
    },
  },
  {
    files: ['service-worker.js'],
    languageOptions: { globals: readonly(['self', 'caches']) },
  },
  {
    files: ['test/**/*.js', 'eslint.config.js'],
    languageOptions: { globals: readonly(['process', 'Buffer', 'setImmediate']) },
  },
];
