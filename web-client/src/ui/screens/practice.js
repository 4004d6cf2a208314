/** A game against the computer, with its strength to choose: while one waits, or by itself. */

import { LEVELS } from '../../game/levels.js';
import { SLIPS } from '../../game/practice.js';
import { builder, setText } from '../dom.js';
import { createPracticeCourt } from '../practiceCourt.js';
import { createPracticeTable } from '../practiceTable.js';

/** @import {GameKind, SeatNumber} from '../../../types/protocol.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Level} from '../../game/levels.js' */
/** @import {Build} from '../dom.js' */
/** @import {Preferences} from '../preferences.js' */
/** @import {Sound} from '../sound.js' */

const SCORE_MS = 200;

/** @typedef {{ game: GameKind, seat: SeatNumber, preferences: Preferences, sound: Sound, title: string }} PracticeGiven */

/** @typedef {{ element: HTMLElement, middle: HTMLElement, keys: string, touch: string, setLevel: (level: Level) => void }} Played */

/** @type {Readonly<Record<GameKind, (words: Words, h: Build, signal: AbortSignal, given: PracticeGiven) => Played>>} */
const PRACTICES = Object.freeze({ pong: playPong, tictactoe: playTicTacToe });

/** @param {Words} words @param {AbortSignal} signal @param {PracticeGiven} given */
export function createPractice(words, signal, given) {
  const { t } = words;
  const { game, preferences, title } = given;
  const life = new AbortController();
  const h = builder(life.signal);
  const played = PRACTICES[game](words, h, life.signal, given);
  const level = h(
    'select',
    {
      class: 'pill',
      attributes: { 'aria-label': t('practice.level') },
      on: {
        change: (event) => {
          const chosen = LEVELS.find((each) => each === event.target.value) ?? 'medium';
          preferences.level = chosen;
          played.setLevel(chosen);
        },
      },
    },
    LEVELS.map((each) =>
      h('option', { text: t(`practice.${each}`), attributes: { value: each, selected: each === preferences.level } }),
    ),
  );
  const element = h('div', { class: 'practice' }, [
    h('div', { class: 'practice-head' }, [h('h2', { text: title }), played.middle, level]),
    played.element,
    h('p', { class: 'quiet keys', text: played.keys }),
    h('p', { class: 'quiet touch', text: played.touch }),
  ]);
  signal.addEventListener('abort', () => life.abort());
  return {
    element,
    end() {
      life.abort();
      element.remove();
    },
  };
}

/** @param {Words} words @param {Build} h @param {AbortSignal} signal @param {PracticeGiven} given @returns {Played} */
function playPong({ t }, h, signal, given) {
  const { court, match, practice } = createPracticeCourt(h, signal, t('court.practice'), given);
  const score = h('p', { class: 'practice-score', attributes: { 'aria-hidden': 'true' } });
  const scores = setInterval(() => setText(score, match.state.score.join(' : ')), SCORE_MS);
  signal.addEventListener('abort', () => clearInterval(scores));
  return { element: court.element, middle: score, keys: t('play.keys'), touch: t('play.touch'), setLevel: (level) => (practice.slip = SLIPS[level]) };
}

/** @param {Words} words @param {Build} h @param {AbortSignal} signal @param {PracticeGiven} given @returns {Played} */
function playTicTacToe(words, h, signal, given) {
  const { stage, board } = createPracticeTable(words, h, signal, given);
  const middle = stage.middle ?? h('span');
  return { element: stage.element, middle, keys: words.t('board.keysAlone'), touch: stage.touch, setLevel: (level) => (board.level = level) };
}
