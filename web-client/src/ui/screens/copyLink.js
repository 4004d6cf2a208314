/** A room's link: to read, to copy, and to share where the device can. */

import { setText } from '../dom.js';
import { createQrPicture } from '../qrPicture.js';

/** @import {GameKind} from '../../../types/protocol.js' */
/** @import {Words} from '../../i18n/i18n.js' */
/** @import {Build} from '../dom.js' */

const SAID_MS = 2_500;

/** @param {Words} words @param {Build} h @param {string} link @param {GameKind} game */
export function createCopyLink({ t }, h, link, game) {
  const field = h('input', {
    class: 'link',
    attributes: { readonly: true, 'aria-label': t('waiting.link'), value: link },
    on: { focus: () => field.select() },
  });
  const said = h('span', { class: 'quiet', attributes: { role: 'status' } });
  const say = (/** @type {string} */ key) => {
    setText(said, t(key));
    setTimeout(() => setText(said, ''), SAID_MS);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      say('waiting.copied');
    } catch {
      field.focus(); // the field is selected now, and the usual keys copy it
      say('waiting.copyByHand');
    }
  };
  const share = h('button', {
    text: t('waiting.share'),
    on: { click: () => navigator.share({ title: t('app.name'), text: t('waiting.shareText', { game: t(`game.${game}`) }), url: link }).catch(() => {}) },
  });
  share.hidden = typeof navigator.share !== 'function';
  const picture = createQrPicture(h, link, t('waiting.qr'));
  return h('div', { class: 'copy-link' }, [
    field,
    h('div', { class: 'buttons' }, [h('button', { class: 'go', text: t('waiting.copy'), on: { click: () => void copy() } }), share, said]),
    picture && h('details', { attributes: { open: matchMedia('(min-width: 861px)').matches } }, [h('summary', { text: t('waiting.qr') }), picture]),
  ]);
}
