/**
 * QR codes by ISO/IEC 18004:2015 for a link: byte mode, error correction M, versions 1 to 9. The clauses named below are
 * those of the standard.
 */

import { correctionOf } from './reedSolomon.js';

/** By version (table 9): codewords that carry data, and blocks they are split into; then correction per block. */
const DATA = [0, 16, 28, 44, 64, 86, 108, 124, 154, 182];
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5];
const CORRECTION = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22];
/** Centres of the alignment patterns (annex E), besides the 6 that all but the first version have. */
const ALIGNMENT = [[], [], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46]];

const MASKS = /** @type {const} */ ([
  (/** @type {number} */ y, /** @type {number} */ x) => (y + x) % 2,
  (/** @type {number} */ y) => y % 2,
  (/** @type {number} */ _, /** @type {number} */ x) => x % 3,
  (/** @type {number} */ y, /** @type {number} */ x) => (y + x) % 3,
  (/** @type {number} */ y, /** @type {number} */ x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2,
  (/** @type {number} */ y, /** @type {number} */ x) => ((y * x) % 2) + ((y * x) % 3),
  (/** @type {number} */ y, /** @type {number} */ x) => (((y * x) % 2) + ((y * x) % 3)) % 2,
  (/** @type {number} */ y, /** @type {number} */ x) => (((y + x) % 2) + ((y * x) % 3)) % 2,
]);

/** @typedef {boolean[][]} Modules rows of modules, true is dark */

/** @param {string} text @returns {Modules | null} without the quiet zone; null when it is too long for a code that is easily read */
export function qrCode(text) {
  const bytes = new TextEncoder().encode(text);
  const version = DATA.findIndex((words) => words >= bytes.length + 2);
  if (version < 0) {
    return null;
  }
  const words = codewords(bytes, version);
  const codes = MASKS.map((_, mask) => draw(words, version, mask));
  return codes.reduce((best, code) => (penalty(code) < penalty(best) ? code : best));
}

/** Clauses 7.4 to 7.6: mode, length, bytes, padding; then data and correction of all blocks in turn. @param {Uint8Array} bytes @param {number} version */
function codewords(bytes, version) {
  const [size, blocks, correction] = [DATA[version] ?? 0, BLOCKS[version] ?? 1, CORRECTION[version] ?? 0];
  const nibbles = [4, bytes.length >> 4, bytes.length & 15, ...[...bytes].flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const data = Array.from({ length: size }, (_, at) =>
    2 * at < nibbles.length
      ? ((nibbles[2 * at] ?? 0) << 4) | (nibbles[2 * at + 1] ?? 0)
      : (at - nibbles.length / 2) % 2 === 0 ? 0xec : 0x11,
  );
  const short = Math.floor(size / blocks);
  const longFrom = blocks - (size % blocks);
  const parts = Array.from({ length: blocks }, (_, at) => {
    const begin = at * short + Math.max(0, at - longFrom);
    return data.slice(begin, begin + short + (at >= longFrom ? 1 : 0));
  });
  return [...interleaved(parts), ...interleaved(parts.map((part) => correctionOf(part, correction)))];
}

/** @param {number[][]} parts @returns {number[]} */
function interleaved(parts) {
  const longest = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: longest }, (_, at) => parts.flatMap((part) => part[at] ?? [])).flat();
}

/** @param {readonly number[]} words @param {number} version @param {number} mask @returns {Modules} */
function draw(words, version, mask) {
  const size = 17 + 4 * version;
  /** @type {(boolean | undefined)[][]} */
  const modules = Array.from({ length: size }, () => Array(size).fill(undefined));
  const set = (/** @type {number} */ y, /** @type {number} */ x, /** @type {boolean} */ dark) => {
    const row = modules[y];
    if (row !== undefined && x >= 0 && x < size) {
      row[x] = dark;
    }
  };
  drawPatterns(set, version, size);
  drawInformation(set, version, size, mask);
  let bit = 0;
  let up = true;
  // Clause 7.7.3: two columns at a time from the right, up and down in turn, past the timing column.
  for (let right = size - 1; right > 0; right -= 2) {
    right = right === 6 ? 5 : right;
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (modules[y]?.[x] === undefined) {
          const dark = (((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
          set(y, x, dark !== (MASKS[mask]?.(y, x) === 0));
          bit += 1;
        }
      }
    }
    up = !up;
  }
  return modules.map((row) => row.map((module) => module === true));
}

/** @typedef {(y: number, x: number, dark: boolean) => void} SetModule outside of the code it does nothing */

/** Clause 6.3: finders with their separators, alignment, timing. @param {SetModule} set @param {number} version @param {number} size */
function drawPatterns(set, version, size) {
  for (let at = 0; at < size; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  const square = (/** @type {number} */ cy, /** @type {number} */ cx, /** @type {number} */ reach, /** @type {readonly number[]} */ lights) => {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        set(cy + dy, cx + dx, !lights.includes(Math.max(Math.abs(dy), Math.abs(dx))));
      }
    }
  };
  const centres = ALIGNMENT[version] ?? [];
  const last = centres.at(-1) ?? 0;
  for (const y of centres.length === 0 ? [] : [6, ...centres]) {
    for (const x of [6, ...centres]) {
      if (!(y === 6 && (x === 6 || x === last)) && !(y === last && x === 6)) {
        square(y, x, 2, [1]);
      }
    }
  }
  square(3, 3, 4, [2, 4]);
  square(3, size - 4, 4, [2, 4]);
  square(size - 4, 3, 4, [2, 4]);
}

/**
 * Clauses 7.9 and 7.10: which mask and correction, and from version 7 on which version.
 * @param {SetModule} set @param {number} version @param {number} size @param {number} mask
 */
function drawInformation(set, version, size, mask) {
  const format = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412; // the two bits of correction M are 00
  for (let at = 0; at < 15; at += 1) {
    const dark = ((format >> at) & 1) === 1;
    set(at < 6 ? at : at < 8 ? at + 1 : size - 15 + at, 8, dark);
    set(8, at < 8 ? size - 1 - at : at === 8 ? 7 : 14 - at, dark);
  }
  set(size - 8, 8, true);
  if (version >= 7) {
    const told = (version << 12) | remainder(version, 12, 0x1f25);
    for (let at = 0; at < 18; at += 1) {
      const [far, near] = [size - 11 + (at % 3), Math.floor(at / 3)];
      set(far, near, ((told >> at) & 1) === 1);
      set(near, far, ((told >> at) & 1) === 1);
    }
  }
}

/** BCH (annexes C and D). @param {number} value @param {number} bits of the remainder @param {number} generator */
function remainder(value, bits, generator) {
  let rest = value;
  for (let at = 0; at < bits; at += 1) {
    rest = (rest << 1) ^ ((rest >> (bits - 1)) * generator);
  }
  return rest;
}

/** Clause 7.8.3.1: the less of what disturbs a reader, the better the mask. @param {Modules} code */
function penalty(code) {
  const size = code.length;
  const lines = [...code, ...code.map((_, x) => code.map((row) => row[x] ?? false))].map((line) => line.map((dark) => (dark ? '1' : '0')).join(''));
  let points = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) {
      points += run.length - 2;
    }
    points += 40 * [...line.matchAll(/(?=00001011101|10111010000)/g)].length;
  }
  for (let y = 1; y < size; y += 1) {
    for (let x = 1; x < size; x += 1) {
      const dark = code[y]?.[x];
      points += dark === code[y - 1]?.[x] && dark === code[y]?.[x - 1] && dark === code[y - 1]?.[x - 1] ? 3 : 0;
    }
  }
  const share = code.flat().filter((dark) => dark).length / size ** 2;
  return points + 10 * Math.floor(Math.abs(share - 0.5) * 20);
}
