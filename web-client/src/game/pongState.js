/** What a client knows of a match of Pong, as part of its room's state. Times are room time in microseconds. */

import { withSeat } from './seats.js';

/** @import {Goal, LegData, LegStarted, PaddleMoved, PaddleData, RoomSnapshot, SeatNumber} from '../../types/protocol.js' */
/** @import {RoomState} from './roomState.js' */

/**
 * @typedef {object} PongState
 * @property {LegData | null} leg the ball in flight
 * @property {{ leg: number, scorer: SeatNumber } | null} missed the last ball that got past, until the next serve
 * @property {readonly [PaddleData | null, PaddleData | null]} paddles as last told; the own one only by a snapshot
 */

/** @type {PongState} */
export const NO_PONG = Object.freeze({ leg: null, missed: null, paddles: /** @type {const} */ ([null, null]) });

/** @param {RoomSnapshot['board']} board @returns {PongState} */
export function pongOf(board) {
  return board?.type === 'pong' ? { ...NO_PONG, leg: board.leg, paddles: board.paddles } : NO_PONG;
}

/** @param {RoomState} state @param {LegStarted | PaddleMoved | Goal} message @returns {RoomState} */
export function reducePong(state, message) {
  switch (message.type) {
    case 'leg':
      return flying(state, legOf(message));
    case 'paddle':
      return {
        ...state,
        paddles: withSeat(state.paddles, message.seat, { t: message.t, y: message.y, target: message.target }),
      };
    case 'goal':
      return {
        ...state,
        phase: 'serve',
        score: message.score,
        leg: null,
        missed: { leg: message.leg, scorer: message.scorer },
        goAt: message.serveAt,
      };
  }
}

/** @param {RoomState} state @param {LegData} leg @returns {RoomState} */
function flying(state, leg) {
  const served = leg.hits === 0 && leg.leg !== state.leg?.leg;
  return {
    ...state,
    phase: state.phase === 'paused' ? 'paused' : 'rally',
    leg,
    missed: null,
    goAt: served ? leg.t0 : state.goAt,
  };
}

/** @param {LegData & { seq: number }} message @returns {LegData} */
function legOf({ leg, hits, t0, x0, y0, vx, vy }) {
  return { leg, hits, t0, x0, y0, vx, vy };
}
