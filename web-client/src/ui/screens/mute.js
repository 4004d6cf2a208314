/** The button that turns the sound off and on. */

/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */
/** @import {Sound} from '../sound.js' */

/** @param {Words} words @param {Build} h @param {Sound} sound @returns {HTMLButtonElement} */
export function createMute({ t }, h, sound) {
  const button = h('button', { class: 'pill icon-button', on: { click: toggle } });
  tell();
  return button;

  function toggle() {
    sound.on = !sound.on;
    tell();
  }

  function tell() {
    const label = t(sound.on ? 'play.mute' : 'play.unmute');
    button.classList.toggle('icon-sound-on', sound.on);
    button.classList.toggle('icon-sound-off', !sound.on);
    button.setAttribute('aria-label', label);
    button.title = label;
  }
}
