/** The match: the court, what stands above and below it, and what lies over it now and then. */

import { createCourtView } from '../courtView.js';
import { builder, setText, show } from '../dom.js';
import { playByHand } from '../input.js';
import { createMute } from './mute.js';
import { createPlayHead } from './playHead.js';
import { coverOf, createPlayOverlay } from './playOverlay.js';
import { createTalk } from './talk.js';

/** @import {Frame, Match} from '../../game/match.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Preferences} from '../preferences.js' */
/** @import {Sound} from '../sound.js' */
/** @import {TalkActions} from './talk.js' */

/**
 * @typedef {object} PlayModel
 * @property {readonly number[]} roundTrips mine, microseconds, newest first
 */

/**
 * @typedef {TalkActions & { pause: (on: boolean) => void, leave: () => void }} PlayActions
 */

/** @param {Words} words @param {AbortSignal} signal @param {{ match: Match, sound: Sound, preferences: Preferences }} given @param {PlayActions} actions */
export function createPlayScreen(words, signal, { match, sound, preferences }, actions) {
  const { t } = words;
  const h = builder(signal);
  const head = createPlayHead(words, h);
  const talk = createTalk(words, h, preferences, actions);
  const overlay = createPlayOverlay(words, h, { goOn: () => actions.pause(false), leave: actions.leave });
  const confirm = createLeaveDialog();
  const court = createCourtView({ h, signal, match, label: t('court.play'), onFrame });
  court.stage.append(overlay.element, talk.flying);
  const pauseLabel = h('span');
  const pause = h('button', { class: 'pill labelled', on: { click: () => togglePause() } }, [pauseLabel]);
  const foot = h('div', { class: 'play-foot' }, [
    h('p', { class: 'quiet keys', text: t('play.keysPause') }),
    h('p', { class: 'quiet touch', text: t('play.touch') }),
    h('div', { class: 'play-buttons' }, [
      ...talk.buttons,
      createMute(words, h, sound),
      pause,
      h('button', { class: 'pill labelled icon-leave', attributes: { title: t('play.leave') }, on: { click: () => confirm.showModal() } }, [
        h('span', { text: t('play.leave') }),
      ]),
    ]),
  ]);
  const title = h('h1', { class: 'spoken', text: t('court.play') });
  const element = h('section', { class: 'play' }, [title, head.element, court.element, foot, talk.box, confirm]);
  let counted = 0;

  playByHand(court.element, court, match, preferences, signal);
  addEventListener('keydown', onEscape, { signal });

  return {
    element,
    /** @param {PlayModel} model */
    update(model) {
      const { state } = match;
      head.update(state, model.roundTrips);
      talk.update(state);
      const mine = state.paused !== null && state.paused.seat === match.seat;
      setText(pauseLabel, t(mine ? 'play.goOn' : 'play.pause'));
      pause.title = pauseLabel.textContent;
      pause.classList.toggle('icon-go-on', mine);
      pause.classList.toggle('icon-pause', !mine);
      show(pause, match.seat !== null);
    },
  };

  /** @param {Frame} frame */
  function onFrame(frame) {
    const { state } = match;
    const cover = coverOf(state, frame.now, !frame.cut, counted > 0);
    const seconds = cover.kind === 'count' ? cover.seconds : 0;
    if (seconds !== counted) {
      counted = seconds;
      sound.play('go');
    }
    overlay.update(cover, state.seats[match.seat === 0 ? 1 : 0]?.player.name ?? t('play.nobody'));
    for (const touch of frame.touches) {
      sound.play(touch.kind);
    }
  }

  /** @param {KeyboardEvent} event */
  function onEscape(event) {
    if (event.key === 'Escape' && !confirm.open) {
      event.preventDefault();
      togglePause();
    }
  }

  function togglePause() {
    const { paused } = match.state;
    actions.pause(!(paused !== null && paused.seat === match.seat));
  }

  function createLeaveDialog() {
    /** @type {HTMLDialogElement} */
    const dialog = h('dialog', { class: 'dialog', attributes: { 'aria-labelledby': 'leave-title' } }, [
      h('h2', { class: 'dialog-title', text: t('leave.title'), attributes: { id: 'leave-title' } }),
      h('p', { text: t('leave.hint') }),
      h('div', { class: 'buttons end' }, [
        h('button', { text: t('leave.yes'), on: { click: actions.leave } }),
        h('button', { class: 'primary', text: t('leave.no'), attributes: { autofocus: true }, on: { click: () => dialog.close() } }),
      ]),
    ]);
    return dialog;
  }
}
