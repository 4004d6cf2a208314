import assert from 'node:assert/strict';
import test from 'node:test';
import { hashOf, parseRoute } from '../../src/ui/router.js';

/** @import {Route} from '../../src/ui/router.js' */

/** @type {[string, Route][]} */
const ROUTES = [
  ['#/', { name: 'start' }],
  ['#/lobby', { name: 'lobby' }],
  ['#/practice', { name: 'practice' }],
  ['#/privacy', { name: 'privacy' }],
  ['#/account', { name: 'account' }],
  ['#/leaders', { name: 'leaders' }],
  ['#/players/pL4yerpL4yerpL4yerp0aA', { name: 'player', player: 'pL4yerpL4yerpL4yerp0aA' }],
  ['#/matches/m4tchm4tchm4tchm4tch0A', { name: 'match', match: 'm4tchm4tchm4tchm4tch0A' }],
  ['#/r/k3x9q0v5h7wm1x2y', { name: 'invited', code: 'k3x9q0v5h7wm1x2y' }],
  ['#/play/Zk3nq0v5QfWm1X2y3Z4a5A', { name: 'play', room: 'Zk3nq0v5QfWm1X2y3Z4a5A' }],
];

for (const [hash, route] of ROUTES) {
  test(`${hash} leads there and back`, () => {
    assert.deepEqual(parseRoute(hash), route);
    assert.equal(hashOf(route), hash);
  });
}

test('what is no address of ours is the start', () => {
  for (const hash of ['', '#', '#/r/', '#/r/ABC', '#/r/../api', '#/play/short', '#/players/', '#/matches/../../x', '#/play/a b c d e f g h', '#main']) {
    assert.deepEqual(parseRoute(hash), { name: 'start' }, hash);
  }
});
