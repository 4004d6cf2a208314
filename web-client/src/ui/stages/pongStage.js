/** Pong on the screen of a match: the court, by hand. */

import { createCourtView } from '../courtView.js';
import { playByHand } from '../input.js';

/** @import {Stage, StageGiven} from './stages.js' */

/** @param {StageGiven} given @returns {Stage} */
export function createPongStage({ words: { t }, h, signal, match, preferences, sound, onFrame }) {
  const court = createCourtView({
    h,
    signal,
    match,
    label: t('court.play'),
    onFrame: (frame) => {
      onFrame(frame);
      frame.touches.forEach(({ kind }) => sound.play(kind));
    },
  });
  if (match.seat !== null) {
    playByHand(court.element, court, match, preferences, signal);
  }
  return { title: t('court.play'), element: court.element, over: court.stage, middle: null, keys: t('play.keysPause'), touch: t('play.touch'), resigns: false, update() {}, focus() {} };
}
