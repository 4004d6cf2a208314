import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { AccountPage } from '../../src/app/accountPage.js';
import { createWords } from '../../src/i18n/i18n.js';
import { ApiProblem } from '../../src/net/request.js';
import { ME, OTHER } from '../messages.js';
import { faked, setFakePage } from '../ui/fakePage.js';

/** @import {AppContext} from '../../src/app/context.js' */

const words = createWords('en', JSON.parse(readFileSync(new URL('../../locales/en.json', import.meta.url), 'utf8')));
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** @param {boolean} guest @param {ApiProblem} [refusal] of whatever is asked */
async function opened(guest, refusal) {
  setFakePage();
  /** @type {string[]} */
  const log = [];
  const asks = (/** @type {string} */ what, /** @type {unknown} */ answer) => async (/** @type {unknown[]} */ ...given) => {
    log.push([what, ...given].join(' '));
    if (refusal !== undefined) {
      throw refusal;
    }
    return answer;
  };
  const session = { token: 'token', player: ME };
  const identity = {
    player: /** @type {typeof ME | null} */ (ME),
    isGuest: guest,
    adopt: () => {
      identity.isGuest = false;
    },
    forget: () => {
      identity.player = null;
      log.push('forget');
    },
  };
  /** @type {{ screen: HTMLElement | null }} */
  const shown = { screen: null };
  const context = /** @type {AppContext} */ (/** @type {unknown} */ ({
    words,
    identity,
    preferences: { name: '' },
    shell: { showScreen: (/** @type {HTMLElement} */ screen) => (shown.screen = screen), showName() {}, notify: (/** @type {string} */ text) => log.push(text) },
    account: {
      upgrade: asks('upgrade', session), changePassword: asks('change', session), delete: asks('delete', null),
      logOut: asks('log out', null), logOutEverywhere: asks('log out everywhere', null),
    },
    players: { blocked: async () => [OTHER], unblock: asks('unblock', null) },
    go: (/** @type {{ name: string }} */ { name }) => log.push(`to ${name}`),
    fail: (/** @type {{ code: string }} */ { code }) => log.push(code),
  }));
  const page = new AccountPage(context);
  await settled();
  const screen = () => faked(/** @type {HTMLElement} */ (shown.screen));
  const submit = async (/** @type {number} */ at, /** @type {string[]} */ ...values) => {
    const form = screen().all(({ tag }) => tag === 'form')[at];
    form?.all(({ tag }) => tag === 'input').forEach((input, each) => {
      input.value = values[each] ?? '';
    });
    form?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settled();
  };
  const press = async (/** @type {string} */ text) => {
    screen().all(({ tag, textContent }) => tag === 'button' && textContent === text)[0]?.click();
    await settled();
  };
  const problems = () => screen().ofClass('problem').filter(({ hidden }) => !hidden).map(({ textContent }) => textContent);
  return { page, log, screen, submit, press, problems };
}

test('a guest makes an account of his name, and is told that a lost password stays lost', async () => {
  const { log, screen, submit } = await opened(true);
  assert.ok(screen().textContent.includes(words.t('account.keepHint')));
  await submit(0, ' Crumple ', 'paper ball');
  assert.deepEqual(log, ['upgrade Crumple paper ball', words.t('account.made')]);
  assert.ok(screen().textContent.includes(words.t('account.change')), 'now there is a password to change');
});

test('a refusal stands beside the form that it is about', async () => {
  const { submit, problems } = await opened(false, new ApiProblem('credentials-wrong', 403));
  await submit(0, 'wrong', 'paper ball');
  assert.deepEqual(problems(), [words.t('error.credentials-wrong')]);
});

test('who tries too often is told how long to wait', async () => {
  const { submit, problems } = await opened(false, new ApiProblem('too-many-requests', 429, 601));
  await submit(0, 'wrong', 'paper ball');
  assert.deepEqual(problems(), [words.t('error.wait', { count: 11 })]);
});

test('logged out, here or everywhere, one starts anew', async () => {
  for (const [text, asked] of [['account.logOut', 'log out'], ['account.logOutEverywhere', 'log out everywhere']]) {
    const { log, press } = await opened(false);
    await press(words.t(text ?? ''));
    assert.deepEqual(log, [asked, 'forget', 'to start']);
  }
});

test('an account is deleted with its password, a guest without one', async () => {
  const member = await opened(false);
  await member.submit(1, 'paper ball');
  assert.deepEqual(member.log, ['delete paper ball', words.t('account.deleted'), 'forget', 'to start']);
  const guest = await opened(true);
  await guest.submit(1);
  assert.equal(guest.log[0], 'delete ');
});

test('whom one has blocked can be let in again', async () => {
  const { log, screen, press } = await opened(false);
  assert.ok(screen().textContent.includes(OTHER.name));
  await press(words.t('account.unblock'));
  assert.deepEqual(log, ['unblock other']);
  assert.ok(!screen().textContent.includes(OTHER.name));
});
