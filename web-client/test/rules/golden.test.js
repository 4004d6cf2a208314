import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as rules from '../../src/game/rules/index.js';
import { golden } from './golden.js';
import { checksumOf } from './randomRallies.js';

test('legs fly as they do in Java', () => {
  for (const { leg, defender, crossingTime, positions } of golden('legs.json')) {
    assert.equal(rules.defenderOf(leg), defender);
    assert.equal(rules.crossingTime(leg), crossingTime);
    for (const position of positions) {
      const { t } = position;
      assert.deepEqual({ t, x: rules.ballX(leg, t), y: rules.ballY(leg, t) }, position);
    }
  }
});

test('paddles move as they do in Java', () => {
  for (const { paddle, positions, aim } of golden('paddles.json')) {
    for (const { t, y } of positions) {
      assert.equal(rules.paddleY(paddle, t), y);
    }
    assert.deepEqual(rules.aimPaddle(paddle, aim.t, aim.target), aim.then);
  }
});

test('verdicts fall as they do in Java', () => {
  for (const { leg, defence, verdict } of golden('verdicts.json')) {
    assert.deepEqual(rules.verdictOf(leg, defence), verdict);
  }
});

test('serves are those of Java', () => {
  for (const { matchSeed, firstTowards, serves } of golden('serves.json')) {
    assert.equal(rules.firstServeTowards(matchSeed), firstTowards);
    for (const { point, towards, leg } of serves) {
      assert.deepEqual(rules.serveLeg(matchSeed, point, leg.leg, leg.t0, towards), leg);
    }
  }
});

test('whole matches go as they do in Java', () => {
  for (const { matchSeed, openedAt, steps, winner } of golden('matches.json')) {
    const paddles = [rules.centredPaddle(openedAt), rules.centredPaddle(openedAt)];
    let score = /** @type {rules.Score} */ (rules.NO_POINTS);
    let towards = rules.firstServeTowards(matchSeed);
    let expected = rules.serveLeg(matchSeed, 0, 1, steps[0].leg.t0, towards);
    for (const [index, step] of steps.entries()) {
      assert.deepEqual(expected, step.leg);
      assert.equal(rules.winnerOf(score), undefined);
      const defender = rules.defenderOf(expected);
      paddles[defender] = rules.aimPaddle(paddles[defender], step.aim.t, step.aim.target);
      const verdict = rules.verdictOf(expected, paddles[defender]);
      assert.deepEqual(verdict, step.verdict);
      if (verdict.kind === 'hit') {
        expected = verdict.next;
      } else {
        score = rules.scoreAfter(score, verdict.scorer);
        towards = rules.opponentOf(verdict.scorer);
        const serveAt = steps[index + 1]?.leg.t0 ?? 0;
        expected = rules.serveLeg(matchSeed, score.left + score.right, expected.leg + 1, serveAt, towards);
      }
      assert.deepEqual({ ...score }, step.score);
    }
    assert.equal(rules.winnerOf(score), winner);
  }
});

test('random rallies give the same numbers, bit for bit', () => {
  const { ralliesPerBlock, checksums } = golden('rallies.json');
  const rallies = Number(process.env['TRASHPONG_RALLIES'] ?? 100_000);
  for (let block = 0; block * ralliesPerBlock < rallies; block++) {
    assert.equal(checksumOf(block, ralliesPerBlock), checksums[block], `block ${block}`);
  }
});
