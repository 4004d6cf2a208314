/**
 * The nine cells of tic-tac-toe as a grid of buttons: one tab stop, arrow keys within, Enter or Space to take a cell. Each says
 * where it is and what stands in it, so that nobody need see it.
 */

import { CELLS, SIDE, markAt, standingOf } from '../game/rules/tictactoe/index.js';
import { setAttribute } from './dom.js';

/** @import {BoardState} from '../game/ticTacToeState.js' */
/** @import {Words} from '../i18n/i18n.js' */
/** @import {Build} from './dom.js' */

const MARKS = /** @type {const} */ (['cross', 'nought']);

/** How far each key goes, in rows and columns. @type {Readonly<Record<string, readonly [number, number]>>} */
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** @param {number} cell @returns {{ row: number, column: number }} from 1, as people count */
export function placeOf(cell) {
  return { row: Math.floor(cell / SIDE) + 1, column: (cell % SIDE) + 1 };
}

/** @param {number} cell @param {string} key of a keyboard event @returns {number | null} where it leads; null when it is no such key */
export function cellAfter(cell, key) {
  const row = Math.floor(cell / SIDE);
  const column = cell % SIDE;
  if (key === 'Home' || key === 'End') {
    return row * SIDE + (key === 'Home' ? 0 : SIDE - 1);
  }
  const step = STEPS[key];
  return step === undefined ? null : clamp(row + step[0]) * SIDE + clamp(column + step[1]);
}

/** @param {Words} words @param {Build} h @param {(cell: number) => void} take */
export function createBoardView({ t }, h, take) {
  const cells = Array.from({ length: CELLS }, (_, cell) =>
    h('button', { class: 'cell', attributes: { type: 'button', tabindex: cell === 4 ? 0 : -1 }, on: { click: () => take(cell), focus: () => reach(cell) } }),
  );
  const rows = Array.from({ length: SIDE }, (_, row) =>
    h('div', { class: 'board-row', attributes: { role: 'row' } }, cells.slice(row * SIDE, (row + 1) * SIDE).map((cell) => h('div', { class: 'board-cell', attributes: { role: 'gridcell' } }, [cell]))),
  );
  const element = h('div', { class: 'board-grid', attributes: { role: 'grid', 'aria-label': t('court.board') }, on: { keydown: onKey } }, rows);
  let reached = 4;

  return {
    element,
    focus: () => cells[reached]?.focus({ preventScroll: true }),
    /** @param {BoardState} board @param {boolean} open whether a free cell may be taken now */
    update({ first, moves }, open) {
      const board = { first: first ?? 0, moves };
      const standing = standingOf(board);
      const line = standing.kind === 'won' ? standing.line : [];
      const last = moves.at(-1);
      element.classList.toggle('open', open);
      element.classList.toggle('decided', line.length > 0);
      cells.forEach((button, cell) => {
        const seat = markAt(board, cell);
        const mark = seat === null ? 'free' : MARKS[seat];
        button.classList.toggle('cross', seat === 0);
        button.classList.toggle('nought', seat === 1);
        button.classList.toggle('last', cell === last);
        button.classList.toggle('in-line', line.includes(cell));
        setAttribute(button, 'aria-disabled', open && seat === null ? null : 'true');
        button.setAttribute('aria-label', t('board.cell', { ...placeOf(cell), mark: t(`board.${mark}`) }));
      });
    },
  };

  /** @param {number} cell */
  function reach(cell) {
    reached = cell;
    cells.forEach((button, at) => (button.tabIndex = at === cell ? 0 : -1));
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const next = cellAfter(reached, event.key);
    if (next !== null && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      cells[next]?.focus({ preventScroll: true });
    }
  }
}

/** @param {number} index */
function clamp(index) {
  return Math.max(0, Math.min(SIDE - 1, index));
}
