/** The board of tic-tac-toe: who began, and the cells taken, in order. Cells are numbered from 0, row by row. */

/** @typedef {0 | 1} Seat seat 0 crosses, seat 1 noughts */
/** @typedef {{ readonly first: Seat, readonly moves: readonly number[] }} Board */
/** @typedef {{ kind: 'open', turn: Seat } | { kind: 'won', winner: Seat, line: number[] } | { kind: 'drawn' }} Standing */
/** @typedef {'off-board' | 'over' | 'not-your-turn' | 'taken'} Refusal */

export const CELLS = 9;
/** Cells in a row of the board. */
export const SIDE = 3;

/** The eight lines as bits, bit 0 being cell 0: rows, columns, diagonals. */
const LINES = [
  0b000_000_111, 0b000_111_000, 0b111_000_000,
  0b001_001_001, 0b010_010_010, 0b100_100_100,
  0b100_010_001, 0b001_010_100,
];

/** @param {number} cells the cells of one mark, as bits @returns {number} the first line in them; 0 when there is none */
export function lineIn(cells) {
  return LINES.find((line) => (cells & line) === line) ?? 0;
}

/** @param {Board} board @param {Seat} seat @returns {number} his cells as bits */
export function cellsOf({ first, moves }, seat) {
  return moves.reduce((cells, cell, at) => ((at % 2 === 0) === (seat === first) ? cells | (1 << cell) : cells), 0);
}

/** @param {Board} board @param {number} cell @returns {Seat | null} whose mark is there */
export function markAt({ first, moves }, cell) {
  const at = moves.indexOf(cell);
  return at < 0 ? null : mover(first, at);
}

/** @param {Board} board @returns {Standing} */
export function standingOf(board) {
  const { first, moves } = board;
  if (moves.length > 0) {
    const last = mover(first, moves.length - 1);
    const line = lineIn(cellsOf(board, last));
    if (line !== 0) {
      return { kind: 'won', winner: last, line: numbersOf(line) };
    }
  }
  return moves.length === CELLS ? { kind: 'drawn' } : { kind: 'open', turn: mover(first, moves.length) };
}

/** @param {Board} board @param {Seat} seat @param {number} cell @returns {{ board: Board } | { refused: Refusal }} */
export function playCell(board, seat, cell) {
  if (!Number.isInteger(cell) || cell < 0 || cell >= CELLS) {
    return { refused: 'off-board' };
  }
  const standing = standingOf(board);
  if (standing.kind !== 'open') {
    return { refused: 'over' };
  }
  if (seat !== standing.turn) {
    return { refused: 'not-your-turn' };
  }
  if (board.moves.includes(cell)) {
    return { refused: 'taken' };
  }
  return { board: { first: board.first, moves: [...board.moves, cell] } };
}

/** @param {Seat} first @param {number} move from 0 @returns {Seat} whose it is */
function mover(first, move) {
  return move % 2 === 0 ? first : otherSeat(first);
}

/** @param {Seat} seat @returns {Seat} */
export function otherSeat(seat) {
  return seat === 0 ? 1 : 0;
}

/** @param {number} cells as bits @returns {number[]} ascending */
export function numbersOf(cells) {
  return Array.from({ length: CELLS }, (_, cell) => cell).filter((cell) => (cells & (1 << cell)) !== 0);
}
