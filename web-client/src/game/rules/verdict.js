/** What became of a ball when it reached the defender's paddle. It depends on the leg and the defender's track only. */

import { stepFor, vxOf, vyOf } from './angles.js';
import { MAX_HITS, ballY, crossingTime, defenderOf } from './ballLeg.js';
import { REACH, opponentOf, planeX } from './court.js';
import { paddleY } from './paddle.js';
import { speedAfterHits } from './speeds.js';

/** @typedef {import('./court.js').Seat} Seat */
/** @typedef {import('./ballLeg.js').BallLeg} BallLeg */
/** @typedef {import('./paddle.js').Paddle} Paddle */

/**
 * @typedef {object} Hit
 * @property {'hit'} kind
 * @property {number} offset ball centre minus paddle centre in su; it chose the new angle
 * @property {BallLeg} next the leg that begins at this crossing
 */

/**
 * @typedef {object} Miss
 * @property {'miss'} kind
 * @property {Seat} scorer who gets the point
 */

/** @typedef {Hit | Miss} Verdict */

/**
 * @param {BallLeg} leg the ball that came in
 * @param {Paddle} defence the defender's track, final up to the leg's crossing time
 * @returns {Verdict}
 */
export function verdictOf(leg, defence) {
  const crossing = crossingTime(leg);
  const y = ballY(leg, crossing);
  const offset = y - paddleY(defence, crossing);
  const attacker = opponentOf(defenderOf(leg));
  if (Math.abs(offset) > REACH) {
    return { kind: 'miss', scorer: attacker };
  }
  const hits = Math.min(leg.hits + 1, MAX_HITS);
  const step = stepFor(offset);
  const speed = speedAfterHits(hits);
  return {
    kind: 'hit',
    offset,
    next: {
      leg: leg.leg + 1,
      t0: crossing,
      x0: planeX(defenderOf(leg)),
      y0: y,
      vx: vxOf(speed, step, attacker),
      vy: vyOf(speed, step),
      hits,
    },
  };
}
