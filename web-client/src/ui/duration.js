/** @param {number} seconds @returns {string} minutes and seconds, or hours, minutes and seconds */
export function duration(seconds) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const tail = two(Math.floor(seconds % 60));
  return minutes < 60 ? `${minutes}:${tail}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${tail}`;
}
