import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ceilDiv, floorDiv, floorMod } from '../../src/game/rules/arithmetic.js';
import { Prng } from './prng.js';

const MOST = Number.MAX_SAFE_INTEGER;

test('division agrees with BigInt next to multiples of the divisor, up to 2^53', () => {
  const dice = new Prng(7);
  for (let round = 0; round < 20_000; round++) {
    const b = 1 + dice.below(round % 2 === 0 ? 2 ** 21 : 10);
    const multiple = Math.floor(MOST / b / (1 + dice.below(8))) * b;
    for (const size of [multiple - 1, multiple, Math.min(multiple + 1, MOST)]) {
      agrees(size, b);
      agrees(-size, b);
    }
  }
});

test('division agrees with BigInt on integers of any size', () => {
  const dice = new Prng(11);
  for (let round = 0; round < 20_000; round++) {
    agrees(dice.next() * dice.below(2 ** 20) + dice.next(), 1 + dice.below(2 ** 21));
  }
});

test('nothing divides into minus zero', () => {
  for (const result of [floorDiv(-0, 5), ceilDiv(-0, 5), ceilDiv(-1, 5), floorMod(-0, 5), floorMod(-10, 5)]) {
    assert.ok(Object.is(result, 0));
  }
});

/** @param {number} a @param {number} b positive */
function agrees(a, b) {
  const quotient = BigInt(a) / BigInt(b);
  const remainder = BigInt(a) % BigInt(b);
  assert.equal(floorDiv(a, b), Number(remainder < 0n ? quotient - 1n : quotient));
  assert.equal(ceilDiv(a, b), Number(remainder > 0n ? quotient + 1n : quotient));
  assert.equal(floorMod(a, b), Number(remainder < 0n ? remainder + BigInt(b) : remainder));
}
