/**
 * The rules of Pong, bit for bit those of the Java package io.trashpong.games.pong: pure functions of time on integer
 * Numbers below 2^53. They know no DOM, no clock and no network. games/golden holds what both must compute.
 */

export * from './court.js';
export { MAX_HITS, ballX, ballY, crossingTime, defenderOf } from './ballLeg.js';
export { aimPaddle, centredPaddle, paddleY } from './paddle.js';
export { verdictOf } from './verdict.js';
export { firstServeTowards, serveLeg } from './serve.js';
export { LEAD, MOST, NO_POINTS, TARGET, scoreAfter, winnerOf } from './score.js';

/** @typedef {import('./ballLeg.js').BallLeg} BallLeg */
/** @typedef {import('./paddle.js').Paddle} Paddle */
/** @typedef {import('./verdict.js').Verdict} Verdict */
/** @typedef {import('./score.js').Score} Score */
