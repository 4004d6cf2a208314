/** The match: where it is played, what stands above and below it, and what lies over it now and then. */

import { builder, setText, show } from '../dom.js';
import { createMute } from './mute.js';
import { createPlayHead } from './playHead.js';
import { coverOf, createPlayOverlay } from './playOverlay.js';
import { createTalk } from './talk.js';
import { STAGES } from '../stages/stages.js';

/** @import {ClientMessage} from '../../../types/protocol.js' */
/** @import {Frame, Match} from '../../game/match.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Preferences} from '../preferences.js' */
/** @import {Sound} from '../sound.js' */
/** @import {TalkActions} from './talk.js' */

/**
 * @typedef {object} PlayModel
 * @property {readonly number[]} roundTrips mine, microseconds, newest first
 * @property {{ roundTrip: number | null } | null} peer the direct line to the other player
 */

/**
 * @typedef {TalkActions & { send: (message: ClientMessage) => void, pause: (on: boolean) => void, leave: () => void }} PlayActions
 */

/** @param {Words} words @param {AbortSignal} signal @param {{ match: Match, sound: Sound, preferences: Preferences }} given @param {PlayActions} actions */
export function createPlayScreen(words, signal, { match, sound, preferences }, actions) {
  const { t } = words;
  const h = builder(signal);
  const talk = createTalk(words, h, preferences, actions);
  const overlay = createPlayOverlay(words, h, { goOn: () => actions.pause(false), leave: actions.leave });
  const leaving = createConfirmDialog('leave', actions.leave);
  const resigning = createConfirmDialog('resign', () => actions.send({ type: 'resign' }));
  const stage = STAGES[match.state.game]({ words, h, signal, match, preferences, sound, send: actions.send, onFrame });
  const head = createPlayHead(words, h, stage.middle);
  stage.over.append(overlay.element, talk.flying);
  const pauseLabel = h('span');
  const pause = h('button', { class: 'pill labelled', on: { click: () => togglePause() } }, [pauseLabel]);
  const resign = h('button', { class: 'pill labelled icon-resign', attributes: { title: t('resign.open') }, on: { click: () => resigning.showModal() } }, [
    h('span', { text: t('resign.open') }),
  ]);
  const foot = h('div', { class: 'play-foot' }, [
    h('p', { class: 'quiet keys', text: stage.keys }),
    h('p', { class: 'quiet touch', text: stage.touch }),
    h('div', { class: 'play-buttons' }, [
      ...talk.buttons,
      createMute(words, h, sound),
      pause,
      resign,
      h('button', { class: 'pill labelled icon-leave', attributes: { title: t('play.leave') }, on: { click: () => leaving.showModal() } }, [
        h('span', { text: t('play.leave') }),
      ]),
    ]),
  ]);
  const title = h('h1', { class: 'spoken', text: stage.title });
  const element = h('section', { class: 'play' }, [title, head.element, stage.element, foot, talk.box, leaving, resigning]);
  let counted = 0;

  addEventListener('keydown', onEscape, { signal });

  return {
    element,
    focus: stage.focus,
    /** @param {PlayModel} model */
    update(model) {
      const { state } = match;
      head.update(state, model.roundTrips, model.peer);
      talk.update(state);
      stage.update(state);
      const mine = state.paused !== null && state.paused.seat === match.seat;
      setText(pauseLabel, t(mine ? 'play.goOn' : 'play.pause'));
      pause.title = pauseLabel.textContent;
      pause.classList.toggle('icon-go-on', mine);
      pause.classList.toggle('icon-pause', !mine);
      show(pause, match.seat !== null);
      show(resign, match.seat !== null && stage.resigns && match.isRunning);
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
  }

  /** @param {KeyboardEvent} event */
  function onEscape(event) {
    if (event.key === 'Escape' && !leaving.open && !resigning.open) {
      event.preventDefault();
      togglePause();
    }
  }

  function togglePause() {
    const { paused } = match.state;
    actions.pause(!(paused !== null && paused.seat === match.seat));
  }

  /** @param {'leave' | 'resign'} what @param {() => void} act */
  function createConfirmDialog(what, act) {
    /** @type {HTMLDialogElement} */
    const dialog = h('dialog', { class: 'dialog', attributes: { 'aria-labelledby': `${what}-title` } }, [
      h('h2', { class: 'dialog-title', text: t(`${what}.title`), attributes: { id: `${what}-title` } }),
      h('p', { text: t(`${what}.hint`) }),
      h('div', { class: 'buttons end' }, [
        h('button', { text: t(`${what}.yes`), on: { click: () => (dialog.close(), act()) } }),
        h('button', { class: 'primary', text: t('leave.no'), attributes: { autofocus: true }, on: { click: () => dialog.close() } }),
      ]),
    ]);
    return dialog;
  }
}
