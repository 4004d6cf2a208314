import assert from 'node:assert/strict';
import test from 'node:test';
import { PracticeBoard } from '../../src/game/practiceBoard.js';
import { UNKNOWN_ROOM, reduceRoom } from '../../src/game/roomState.js';
import { bestMoves } from '../../src/game/rules/tictactoe/index.js';

/** @import {Level} from '../../src/game/levels.js' */
/** @import {ServerMessage} from '../../types/protocol.js' */

/** A practice whose time passes as it is told to. @param {Level} level @param {() => number} random */
function table(level, random) {
  let now = 1_000_000;
  let state = UNKNOWN_ROOM;
  /** @type {ServerMessage[]} */
  const told = [];
  const tell = (/** @type {ServerMessage} */ message) => {
    told.push(message);
    state = reduceRoom(state, message);
  };
  const board = new PracticeBoard(0, level, { now: () => now, random, tell, computer: 'Computer' });
  return {
    told,
    state: () => state,
    take: (/** @type {number} */ cell) => board.say({ type: 'play', cell, expectedSeq: state.board?.turn?.seq ?? 0 }),
    wait: (/** @type {number} */ micros) => {
      now += micros;
      board.tick();
    },
  };
}

test('who practises begins, and the computer answers after a moment', () => {
  const { state, take, wait } = table('hard', () => 0);
  assert.equal(state().board?.turn?.seat, 0);
  take(4);
  wait(100_000);
  assert.deepEqual(state().board?.moves, [4]);
  wait(1_000_000);
  assert.equal(state().board?.moves.length, 2);
  assert.equal(state().board?.turn?.seat, 0);
});

test('a taken cell and a move in the turn of the computer change nothing', () => {
  const { state, take, wait } = table('hard', () => 0);
  take(4);
  take(5);
  assert.deepEqual(state().board?.moves, [4]);
  wait(1_000_000);
  const before = state();
  take(4);
  assert.equal(state(), before);
});

test('the strongest computer never loses, whatever is played', () => {
  let seed = 7;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const { told, state, take, wait } = table('hard', random);
  for (let step = 0; step < 600; step++) {
    const free = Array.from({ length: 9 }, (_, cell) => cell).filter((cell) => !state().board?.moves.includes(cell));
    take(free[Math.floor(random() * free.length)] ?? 0);
    wait(3_000_000);
  }
  const winners = told.flatMap((message) => (message.type === 'finished' ? [message.result.winner] : []));
  assert.ok(winners.length > 50, `${winners.length} games`);
  assert.ok(!winners.includes(0), 'the computer lost');
  assert.ok(winners.includes(1), 'and it takes a win');
});

test('a weak one can be beaten by perfect play', () => {
  let seed = 11;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const { told, state, take, wait } = table('easy', random);
  for (let step = 0; step < 200; step++) {
    const { board } = state();
    if (board?.turn?.seat === 0) {
      const best = bestMoves({ first: board.first ?? 0, moves: board.moves });
      take(best[0] ?? 0);
    }
    wait(3_000_000);
  }
  assert.ok(told.some((message) => message.type === 'finished' && message.result.winner === 0));
});
