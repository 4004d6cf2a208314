/** The same rallies as RandomRallies.java, draw by draw; the checksum says whether every number was the same. */

import * as rules from '../../src/game/rules/index.js';
import { floorDiv } from '../../src/game/rules/arithmetic.js';
import { Prng } from './prng.js';

const BLOCK_STRIDE = 0x9e3779b1;
const MOST_LEGS = 40;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over 32-bit words, low word first. */
class Checksum {
  #hash = FNV_OFFSET | 0;

  /** @param {...number} values integers below 2^53 */
  add(...values) {
    for (const value of values) {
      this.#hash = Math.imul(this.#hash ^ (value | 0), FNV_PRIME);
      this.#hash = Math.imul(this.#hash ^ Math.floor(value / 2 ** 32), FNV_PRIME);
    }
  }

  get value() {
    return this.#hash;
  }
}

/**
 * @param {number} block
 * @param {number} rallies
 * @returns {number} the checksum over every leg, paddle and verdict of that block
 */
export function checksumOf(block, rallies) {
  const dice = new Prng(Math.imul(block + 1, BLOCK_STRIDE));
  const checksum = new Checksum();
  for (let rally = 0; rally < rallies; rally++) {
    play(dice, checksum);
  }
  return checksum.value;
}

/** @param {Prng} dice @param {Checksum} checksum */
function play(dice, checksum) {
  const matchSeed = dice.next();
  const point = dice.below(41);
  const t0 = dice.below(2 ** 20) * rules.MICROS_PER_SECOND + dice.below(rules.MICROS_PER_SECOND);
  const paddles = [rules.centredPaddle(t0), rules.centredPaddle(t0)];
  const towards = dice.below(2) === 0 ? rules.LEFT : rules.RIGHT;
  let leg = rules.serveLeg(matchSeed, point, 1, t0, towards);
  while (leg.leg <= MOST_LEGS) {
    probe(leg, dice, checksum);
    const defender = rules.defenderOf(leg);
    const defence = defend(leg, paddles[defender], dice);
    paddles[defender] = defence;
    checksum.add(defence.t0, defence.y0, defence.target);
    const verdict = rules.verdictOf(leg, defence);
    if (verdict.kind === 'miss') {
      checksum.add(verdict.scorer);
      return;
    }
    checksum.add(verdict.offset);
    leg = verdict.next;
  }
}

/** @param {rules.BallLeg} leg @param {Prng} dice @param {Checksum} checksum */
function probe(leg, dice, checksum) {
  const crossing = rules.crossingTime(leg);
  const t = leg.t0 + floorDiv((crossing - leg.t0) * dice.below(1001), 1000);
  checksum.add(leg.leg, leg.t0, leg.x0, leg.y0, leg.vx, leg.vy, leg.hits);
  checksum.add(crossing, t, rules.ballX(leg, t), rules.ballY(leg, t));
}

/**
 * Up to two aims anywhere, then one near where the ball will come.
 *
 * @param {rules.BallLeg} leg
 * @param {rules.Paddle} from
 * @param {Prng} dice
 * @returns {rules.Paddle}
 */
function defend(leg, from, dice) {
  let paddle = from;
  const crossing = rules.crossingTime(leg);
  const aims = 1 + dice.below(3);
  for (let aim = 0; aim < aims; aim++) {
    const t = leg.t0 + floorDiv((crossing - leg.t0) * aim, aims + 2);
    const near = rules.ballY(leg, crossing) - rules.REACH + dice.below(2 * rules.REACH);
    const anywhere = dice.below(rules.HEIGHT);
    paddle = rules.aimPaddle(paddle, t, aim === aims - 1 ? near : anywhere);
  }
  return paddle;
}
