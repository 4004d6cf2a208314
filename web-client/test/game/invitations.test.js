import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { NO_INVITATIONS, OPEN_MS, isInvited, reduceInvitations } from '../../src/game/invitations.js';
import { invitation } from '../messages.js';

const NOW = Date.parse('2026-01-01T12:00:00Z');
const pending = /** @type {const} */ ({ type: 'invitation', invitation: invitation() });

test('the golden samples of the feed apply: what was pending is accepted', () => {
  const sample = (/** @type {string} */ name) =>
    JSON.parse(readFileSync(new URL(`../../../protocol/samples/feed-${name}.json`, import.meta.url), 'utf8')).text;
  const open = reduceInvitations(NO_INVITATIONS, sample('invitations'), NOW);
  assert.equal(open.size, 1);
  assert.equal(reduceInvitations(open, sample('invitation'), NOW).size, 0);
});

test('whatever ends an invitation takes it off the list', () => {
  const open = reduceInvitations(NO_INVITATIONS, pending, NOW);
  for (const state of /** @type {const} */ (['accepted', 'declined', 'expired', 'withdrawn'])) {
    assert.equal(reduceInvitations(open, { type: 'invitation', invitation: invitation({ state }) }, NOW).size, 0, state);
  }
});

test('its time is counted from when it is told, and a clock that is wrong makes it neither over nor endless', () => {
  assert.equal(reduceInvitations(NO_INVITATIONS, pending, NOW).get('invitation')?.until, NOW + OPEN_MS);
  const until = (/** @type {number} */ expires) => {
    const invitations = [invitation({ expiresAt: new Date(expires).toISOString() })];
    return reduceInvitations(NO_INVITATIONS, { type: 'invitations', invitations }, NOW).get('invitation')?.until;
  };
  assert.equal(until(NOW + 20_000), NOW + 20_000);
  assert.equal(until(NOW - 20_000), NOW);
  assert.equal(until(NOW + 3_600_000), NOW + OPEN_MS);
});

test('a feed that comes back goes on counting where it was', () => {
  const open = reduceInvitations(NO_INVITATIONS, pending, NOW);
  const again = reduceInvitations(open, { type: 'invitations', invitations: [invitation()] }, NOW + 9_000);
  assert.equal(again.get('invitation')?.until, NOW + OPEN_MS);
});

test('whom I have asked is known, not who has asked me', () => {
  const open = reduceInvitations(NO_INVITATIONS, pending, NOW);
  assert.ok(isInvited(open, 'other', 'me'));
  assert.ok(!isInvited(open, 'me', 'other'));
});
