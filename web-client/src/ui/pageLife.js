/** Whether anybody sees the page, and whether it runs at all: the browser's Page Lifecycle, reduced to two events. */

/**
 * @typedef {object} PageLife
 * @property {(hidden: boolean) => void} hidden the page is out of sight, or about to be frozen; or it is back
 * @property {() => void} awake the page may have slept or changed its network: nothing it knows of its lines is sure
 */

/** @returns {boolean} */
export const isHidden = () => document.hidden;

/** As long as the page lives. @param {PageLife} life */
export function watchPage(life) {
  const back = () => {
    life.awake();
    life.hidden(document.hidden);
  };
  const gone = () => life.hidden(true);
  document.addEventListener('visibilitychange', () => (document.hidden ? gone() : back()));
  // The last words of a page that the system stops: its socket stays, and who plays would seem to be here.
  document.addEventListener('freeze', gone);
  document.addEventListener('resume', back);
  addEventListener('pagehide', gone);
  addEventListener('pageshow', (event) => event.persisted && back());
  addEventListener('online', () => life.awake());
}
