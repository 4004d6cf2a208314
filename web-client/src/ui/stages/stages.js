/** The games, as the screens know them: what each puts where the match is played. A new game is added here. */

import { createPongStage } from './pongStage.js';
import { createTicTacToeStage } from './ticTacToeStage.js';

/** @import {ClientMessage, GameKind} from '../../../types/protocol.js' */
/** @import {Frame, Match} from '../../game/match.js' */
/** @import {RoomState} from '../../game/roomState.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */
/** @import {Preferences} from '../preferences.js' */
/** @import {Sound} from '../sound.js' */

/**
 * @typedef {object} StageGiven
 * @property {Words} words
 * @property {Build} h
 * @property {AbortSignal} signal
 * @property {Match} match
 * @property {Preferences} preferences
 * @property {Sound} sound
 * @property {(message: ClientMessage) => void} send
 * @property {(frame: Frame) => void} onFrame once per drawn frame
 */

/**
 * @typedef {object} Stage where one game is played
 * @property {string} title for who does not see it
 * @property {HTMLElement} element
 * @property {HTMLElement} over where the countdown, a pause and emotes appear
 * @property {HTMLElement | null} middle stands between the names; null for the score
 * @property {string} keys how to play by keyboard
 * @property {string} touch how to play by hand
 * @property {boolean} resigns whether one may give up and stay
 * @property {(state: RoomState) => void} update after each message
 * @property {() => void} focus
 */

/** @type {Readonly<Record<GameKind, (given: StageGiven) => Stage>>} */
export const STAGES = Object.freeze({ pong: createPongStage, tictactoe: createTicTacToeStage });

/** The games in the order in which they are offered. */
export const GAMES = /** @type {readonly GameKind[]} */ (Object.keys(STAGES));
