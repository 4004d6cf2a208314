/** A court that lives in the page alone: a rally to look at, or one against the computer. */

import { Match } from '../game/match.js';
import { PracticeRoom } from '../game/practice.js';
import { createCourtView } from './courtView.js';
import { playByHand } from './input.js';

/** @import {SeatNumber} from '../../types/protocol.js' */
/** @import {CourtView} from './courtView.js' */
/** @import {Build} from './dom.js' */

/** The computers of the first page hardly ever miss; the one to play against does. */
const SLIP_TO_LOOK_AT = 1.12;
const SLIP_TO_PLAY = 1.22;

/**
 * @param {Build} h
 * @param {AbortSignal} signal
 * @param {SeatNumber | null} seat whose paddle follows the hand; null to look on
 * @param {string} label
 * @returns {{ court: CourtView, match: Match }}
 */
export function createPracticeCourt(h, signal, seat, label) {
  const now = () => Math.round(performance.now() * 1_000);
  /** @type {PracticeRoom | null} */
  let room = null;
  const match = new Match({
    now,
    line: () => ({ rtt: 0, jitter: 0 }),
    fixedDelay: 0,
    send: (message) => {
      if (seat !== null) {
        room?.say(message, seat);
      }
      return true;
    },
  });
  room = new PracticeRoom(seat, seat === null ? SLIP_TO_LOOK_AT : SLIP_TO_PLAY, {
    now,
    random: Math.random,
    tell: (message) => match.receive(message),
  });
  const practice = room;
  const court = createCourtView({ h, signal, match, label, part: seat === null ? 'cover' : 'all', beforeFrame: () => practice.tick() });
  if (seat !== null) {
    playByHand(court.element, court, match, signal);
  }
  signal.addEventListener('abort', () => match.stop());
  return { court, match };
}
