/** Gives the player something as a file. */

/** A browser has taken the address over long before. */
const KEPT_MS = 60_000;

/** @param {string} name @param {unknown} content */
export function saveAsFile(name, content) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
