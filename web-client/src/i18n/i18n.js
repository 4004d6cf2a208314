/** Words in the player's language. A locale is a flat object of keys and texts; `{name}` in a text is filled in. */

export const LANGUAGES = /** @type {const} */ (['en', 'de', 'pt']);

/** @typedef {typeof LANGUAGES[number]} Language */
/** @typedef {Readonly<Record<string, string>>} Texts */
/** @typedef {Readonly<Record<string, string | number>>} Fillings */
/** @typedef {(key: string, fillings?: Fillings) => string} Translate */

/**
 * @typedef {object} Words
 * @property {Language} language
 * @property {Translate} t the text of a key. With a `count` among the fillings, `key.one` or `key.other` as the language has it
 * @property {(key: string) => boolean} has
 * @property {(value: number) => string} number as the language writes it
 * @property {(player: { name: string }) => string} nameOf his name, or that he has deleted himself
 * @property {(time: string) => string} when day and time of an ISO 8601 instant, where the browser is
 */

/** @param {Language} language @param {Texts} texts @returns {Words} */
export function createWords(language, texts) {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const number = (/** @type {number} */ value) => numbers.format(value);
  /** @type {Translate} */
  const t = (key, fillings = {}) => {
    const { count } = fillings;
    const exact = typeof count === 'number' ? `${key}.${plurals.select(count) === 'one' ? 'one' : 'other'}` : key;
    const text = texts[exact];
    if (text === undefined) {
      throw new Error(`no text for ${exact} in ${language}`);
    }
    return fill(text, fillings, number);
  };
  return {
    language,
    number,
    when: (time) => times.format(new Date(time)),
    has: (key) => key in texts,
    nameOf: ({ name }) => name || t('players.deleted'),
    t,
  };
}

/** @param {string} text @param {Fillings} fillings @param {(value: number) => string} number */
function fill(text, fillings, number) {
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = fillings[name];
    if (value === undefined) {
      throw new Error(`nothing to fill {${name}} with`);
    }
    return typeof value === 'number' ? number(value) : isolated(value);
  });
}

/** Letters written from right to left, and the marks that turn the direction (UAX 9). */
const TURNING = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Keeps what is written the other way from turning the words around it. @param {string} value */
function isolated(value) {
  return TURNING.test(value) ? `\u2068${value}\u2069` : value;
}

/** @param {readonly string[]} wished as the browser has them, the first first @returns {Language} */
export function pickLanguage(wished) {
  for (const wish of wished) {
    const found = LANGUAGES.find((language) => wish.toLowerCase().split('-')[0] === language);
    if (found !== undefined) {
      return found;
    }
  }
  return 'en';
}
