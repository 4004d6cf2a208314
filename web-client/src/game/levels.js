/** The strengths of the computer, apart from how it plays, so that the settings need no court. */

export const LEVELS = /** @type {const} */ (['easy', 'medium', 'hard']);

/** @typedef {(typeof LEVELS)[number]} Level */
