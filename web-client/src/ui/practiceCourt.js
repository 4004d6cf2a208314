/** A court that lives in the page alone: a rally to look at, or one against the computer. */

import { Match } from '../game/match.js';
import { PracticeRoom, SLIPS } from '../game/practice.js';
import { createCourtView } from './courtView.js';
import { playByHand } from './input.js';

/** @import {SeatNumber} from '../../types/protocol.js' */
/** @import {Frame} from '../game/match.js' */
/** @import {CourtView} from './courtView.js' */
/** @import {Build} from './dom.js' */
/** @import {Preferences} from './preferences.js' */
/** @import {Sound} from './sound.js' */

/**
 * @param {Build} h
 * @param {AbortSignal} signal
 * @param {string} label
 * @param {{ seat: SeatNumber, preferences: Preferences, sound: Sound } | null} player whose paddle follows the hand; null to look on in silence
 * @returns {{ court: CourtView, match: Match, practice: PracticeRoom }}
 */
export function createPracticeCourt(h, signal, label, player) {
  const seat = player?.seat ?? null;
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
  room = new PracticeRoom(seat, SLIPS[player?.preferences.level ?? 'show'], {
    now,
    random: Math.random,
    tell: (message) => match.receive(message),
  });
  const practice = room;
  const onFrame = (/** @type {Frame} */ frame) => frame.touches.forEach(({ kind }) => player?.sound.play(kind));
  const court = createCourtView({ h, signal, match, label, part: seat === null ? 'cover' : 'all', beforeFrame: () => practice.tick(), onFrame });
  if (player !== null) {
    playByHand(court.element, court, match, player.preferences, signal);
  }
  signal.addEventListener('abort', () => match.stop());
  return { court, match, practice };
}
