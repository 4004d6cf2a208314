import assert from 'node:assert/strict';
import test from 'node:test';
import { UNKNOWN_ROOM, reduceRoom } from '../../src/game/roomState.js';
import { coverOf } from '../../src/ui/screens/playOverlay.js';
import { snapshot, welcome } from '../messages.js';

const room = reduceRoom(UNKNOWN_ROOM, welcome({ snapshot: snapshot({ phase: 'countdown', phaseAt: 5_000_000 }) }));

test('the countdown is counted to its end, a usual serve is not', () => {
  assert.deepEqual(coverOf(room, 2_000_001, true, false), { kind: 'count', seconds: 3 });
  assert.deepEqual(coverOf(room, 4_500_000, true, true), { kind: 'count', seconds: 1 });
  assert.deepEqual(coverOf(room, 3_800_000, true, false), { kind: 'none' });
  assert.deepEqual(coverOf(room, 5_000_000, true, true), { kind: 'none' });
});

test('a pause says whose it is and how long it may last', () => {
  const away = reduceRoom(room, { type: 'paused', seq: 11, seat: 1, reason: 'away', at: 1, until: 27_400_000 });
  assert.deepEqual(coverOf(away, 400_000, true, false), { kind: 'pause', mine: false, away: true, seconds: 27 });
  const mine = reduceRoom(room, { type: 'paused', seq: 11, seat: 0, reason: 'asked', at: 1, until: 2 });
  assert.deepEqual(coverOf(mine, 9_000_000, true, false), { kind: 'pause', mine: true, away: false, seconds: 0 });
});

test('a lost connection covers everything else', () => {
  assert.deepEqual(coverOf(room, 0, false, true), { kind: 'cut' });
});
