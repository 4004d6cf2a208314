import { readFileSync } from 'node:fs';

/**
 * @param {string} name a file in games/golden
 * @returns {any} its content
 */
export function golden(name) {
  return JSON.parse(readFileSync(new URL(`../../../games/golden/${name}`, import.meta.url), 'utf8'));
}
