/** A court against the computer, with its strength to choose: while one waits, or by itself. */

import { LEVELS } from '../../game/levels.js';
import { SLIPS } from '../../game/practice.js';
import { builder, setText } from '../dom.js';
import { createPracticeCourt } from '../practiceCourt.js';

/** @import {SeatNumber} from '../../../types/protocol.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Preferences} from '../preferences.js' */
/** @import {Sound} from '../sound.js' */

const SCORE_MS = 200;

/** @typedef {{ seat: SeatNumber, preferences: Preferences, sound: Sound, title: string }} PracticeGiven */

/** @param {Words} words @param {AbortSignal} signal @param {PracticeGiven} given */
export function createPractice({ t }, signal, { seat, preferences, sound, title }) {
  const life = new AbortController();
  const h = builder(life.signal);
  const { court, match, practice } = createPracticeCourt(h, life.signal, t('court.practice'), { seat, preferences, sound });
  const score = h('p', { class: 'practice-score', attributes: { 'aria-hidden': 'true' } });
  const level = h(
    'select',
    {
      class: 'pill',
      attributes: { 'aria-label': t('practice.level') },
      on: {
        change: (event) => {
          const chosen = LEVELS.find((each) => each === event.target.value) ?? 'medium';
          preferences.level = chosen;
          practice.slip = SLIPS[chosen];
        },
      },
    },
    LEVELS.map((each) =>
      h('option', { text: t(`practice.${each}`), attributes: { value: each, selected: each === preferences.level } }),
    ),
  );
  const element = h('div', { class: 'practice' }, [
    h('div', { class: 'practice-head' }, [h('h2', { text: title }), score, level]),
    court.element,
    h('p', { class: 'quiet keys', text: t('play.keys') }),
    h('p', { class: 'quiet touch', text: t('play.touch') }),
  ]);
  const scores = setInterval(() => setText(score, match.state.score.join(' : ')), SCORE_MS);
  life.signal.addEventListener('abort', () => clearInterval(scores));
  signal.addEventListener('abort', () => life.abort());
  return {
    element,
    end() {
      life.abort();
      element.remove();
    },
  };
}
