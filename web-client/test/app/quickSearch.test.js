import assert from 'node:assert/strict';
import test, { afterEach, beforeEach, mock } from 'node:test';
import { QuickSearch } from '../../src/app/quickSearch.js';

/** @import {SeatGrant} from '../../types/protocol.js' */

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

const settled = () => new Promise((resolve) => setImmediate(resolve));
const grant = (/** @type {string} */ id) => /** @type {SeatGrant} */ (/** @type {unknown} */ ({ room: { id } }));

/** @param {() => Promise<SeatGrant>} answer */
function search(answer) {
  const seen = { asked: 0, alone: true, moved: /** @type {string[]} */ ([]) };
  const waits = new QuickSearch({
    room: 'mine',
    waitsAlone: () => seen.alone,
    ask: () => {
      seen.asked += 1;
      return answer();
    },
    moved: ({ room }) => seen.moved.push(room.id),
    random: () => 0.5,
  });
  const pass = async () => {
    mock.timers.tick(10_000);
    await settled();
  };
  return { seen, pass, waits };
}

test('who waits alone asks every ten seconds and stays while his room is the answer', async () => {
  const { seen, pass } = search(async () => grant('mine'));
  await pass();
  await pass();
  assert.equal(seen.asked, 2);
  assert.deepEqual(seen.moved, []);
});

test('another room is where he goes, and there is no asking any more', async () => {
  const { seen, pass } = search(async () => grant('theirs'));
  await pass();
  await pass();
  assert.deepEqual(seen, { asked: 1, alone: true, moved: ['theirs'] });
});

test('with two in the room nobody asks, and alone again one does', async () => {
  const { seen, pass } = search(async () => grant('mine'));
  seen.alone = false;
  await pass();
  assert.equal(seen.asked, 0);
  seen.alone = true;
  await pass();
  assert.equal(seen.asked, 1);
});

test('a refusal costs nothing but the wait', async () => {
  const { seen, pass } = search(() => Promise.reject(new Error('offline')));
  await pass();
  await pass();
  assert.equal(seen.asked, 2);
});

test('who has left is not moved by an answer that comes late', async () => {
  const { seen, pass, waits } = search(async () => {
    waits.close();
    return grant('theirs');
  });
  await pass();
  await pass();
  assert.deepEqual(seen, { asked: 1, alone: true, moved: [] });
});
