/** A match from the stands: the court without anything to play it with, who is who, and how late it is shown. */

import { builder, setText, show } from '../dom.js';
import { createMute } from './mute.js';
import { createPlayHead } from './playHead.js';
import { coverOf } from './playOverlay.js';
import { STAGES } from '../stages/stages.js';
import { createTalk } from './talk.js';

/** @import {Frame, Match} from '../../game/match.js' */
/** @import {RoomState} from '../../game/roomState.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Preferences} from '../preferences.js' */
/** @import {Sound} from '../sound.js' */

const SECOND = 1_000_000;

/**
 * @param {Words} words
 * @param {AbortSignal} signal
 * @param {{ match: Match, sound: Sound, preferences: Preferences }} given
 * @param {{ emote: (id: string) => void, leave: () => void }} actions
 */
export function createWatchScreen(words, signal, { match, sound, preferences }, actions) {
  const { t } = words;
  const h = builder(signal);
  const talk = createTalk(words, h, preferences, { emote: actions.emote, chat: null });
  const stage = STAGES[match.state.game]({ words, h, signal, match, preferences, sound, send: () => {}, onFrame });
  const head = createPlayHead(words, h, stage.middle);
  const count = h('p', { class: 'count', attributes: { 'aria-hidden': 'true' } });
  const title = h('p', { class: 'cover-title' });
  const hint = h('p', { class: 'cover-hint' });
  const card = h('div', { class: 'cover-card', attributes: { role: 'status' } }, [title, hint]);
  const cover = h('div', { class: 'cover' }, [count, card]);
  stage.over.append(cover, talk.flying);
  const late = h('p', { class: 'quiet late', text: t('watch.late', { seconds: Math.round((match.state.you?.late ?? 0) / SECOND) }) });
  const foot = h('div', { class: 'play-foot' }, [
    late,
    h('div', { class: 'play-buttons' }, [
      ...talk.buttons,
      createMute(words, h, sound),
      h('button', { class: 'pill labelled icon-leave', attributes: { title: t('play.leave') }, on: { click: actions.leave } }, [
        h('span', { text: t('play.leave') }),
      ]),
    ]),
  ]);
  const heading = h('h1', { class: 'spoken', text: t('watch.title') });
  const element = h('section', { class: 'play watch' }, [heading, head.element, stage.element, foot, talk.box]);

  return {
    element,
    update() {
      head.update(match.state, []);
      talk.update(match.state);
      stage.update(match.state);
    },
  };

  /** @param {Frame} frame */
  function onFrame(frame) {
    const [said, more] = saidOf(match.state, frame);
    const counted = coverOf(match.state, frame.now, true, false);
    const counts = said === '' && counted.kind === 'count';
    show(cover, said !== '' || counts);
    cover.classList.toggle('veil', said !== '');
    show(count, counts);
    show(card, said !== '');
    setText(count, counted.kind === 'count' ? String(counted.seconds) : '');
    setText(title, said);
    setText(hint, more);
  }

  /** What lies over the court, if anything. @param {RoomState} room @param {Frame} frame @returns {[title: string, hint: string]} */
  function saidOf(room, frame) {
    if (frame.cut && room.result === null) {
      return [t('play.cut'), t('watch.cutHint')];
    }
    if (room.paused !== null) {
      const { seat, reason, until } = room.paused;
      const left = Math.max(0, Math.ceil((until - frame.now) / SECOND));
      return [t(reason === 'away' ? 'play.isAway' : 'play.hasPaused', { name: nameOf(room, seat) }), t('watch.back', { count: left })];
    }
    if (room.result !== null) {
      const { winner } = room.result;
      return [winner === null ? t('result.draw') : t('result.wins', { name: nameOf(room, winner) }), t('watch.again')];
    }
    return room.phase === 'waiting' ? [t('watch.waiting'), t('watch.waitingHint')] : ['', ''];
  }

  /** @param {RoomState} room @param {number} seat */
  function nameOf(room, seat) {
    return room.seats[seat]?.player.name ?? t('play.nobody');
  }
}
