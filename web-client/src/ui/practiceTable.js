/** A board that lives in the page alone, against the computer. */

import { Match } from '../game/match.js';
import { PracticeBoard } from '../game/practiceBoard.js';
import { createTicTacToeStage } from './stages/ticTacToeStage.js';

/** @import {SeatNumber} from '../../types/protocol.js' */
/** @import {Words} from '../i18n/i18n.js' */
/** @import {Build} from './dom.js' */
/** @import {Preferences} from './preferences.js' */
/** @import {Sound} from './sound.js' */

/** @param {Words} words @param {Build} h @param {AbortSignal} signal @param {{ seat: SeatNumber, preferences: Preferences, sound: Sound }} given */
export function createPracticeTable(words, h, signal, { seat, preferences, sound }) {
  const now = () => Math.round(performance.now() * 1_000);
  const match = new Match({ now, line: () => ({ rtt: 0, jitter: 0 }), fixedDelay: 0, send: () => true });
  const board = new PracticeBoard(seat, preferences.level, {
    now,
    random: Math.random,
    tell: (message) => match.receive(message),
    computer: words.t('practice.computer'),
  });
  const onFrame = () => {
    board.tick();
    stage.update(match.state);
  };
  const stage = createTicTacToeStage({ words, h, signal, match, preferences, sound, send: (message) => board.say(message), onFrame });
  return { stage, board };
}
