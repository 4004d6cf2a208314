/** The words of a language, as a file beside the page. */

/** @import {Language, Texts} from '../i18n/i18n.js' */

/** @param {Language} language @returns {Promise<Texts>} */
export async function loadTexts(language) {
  const response = await fetch(new URL(`../../locales/${language}.json`, import.meta.url));
  return response.json();
}
