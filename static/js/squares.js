/* The 8 x 8 squares: how many points each has, how dark it is shown, and where a key leads from it. */

export const SIDE = 8; // squares along a side
export const FULL = 16; // points in a full square
const KEYS_FULL = 9; // the digit key that stands for a full square
const LIGHT = 0.05; // ink per point up to half: numbers in ink stay readable on it
const DARK = 0.04; // less than full ink per missing point above half: numbers in paper stay readable on it

/** @typedef {number[][]} Squares 8 rows of 8 counts, 0 paper .. 16 ink */

/** @type {Squares} */
export const EMPTY = Array(SIDE).fill(Array(SIDE).fill(0));

/** @param {number[]} values 64 of them, row by row */
export function rowsOf(values) {
  return Array.from({ length: SIDE }, (_, row) => values.slice(row * SIDE, row * SIDE + SIDE));
}

/**
 * Return where a square stands as people count, 1..8.
 * @param {number} index 0..63, row by row
 */
export function placeOf(index) {
  return { row: Math.floor(index / SIDE) + 1, column: (index % SIDE) + 1 };
}

/** @param {Squares} squares */
export function isBlank(squares) {
  return squares.flat().every((count) => !count);
}

/**
 * Whether one square alone has a point: it was set on an empty grid.
 * @param {Squares} squares
 */
export function isFirst(squares) {
  return squares.flat().filter(Boolean).length === 1;
}

/**
 * Return how much ink a square shows, 0..1: no tone is so grey that its number could not be read.
 * @param {number} count
 */
export function toneOf(count) {
  return count > FULL / 2 ? 1 - DARK * (FULL - count) : LIGHT * count;
}

/**
 * Return the square that a key leads to, or null when it leads nowhere.
 * @param {number} index
 * @param {string} key
 */
export function neighbourOf(index, key) {
  const row = Math.floor(index / SIDE);
  const column = index % SIDE;
  const last = SIDE - 1;
  /** @type {Record<string, [row: number, column: number]>} */
  const places = {
    ArrowLeft: [row, Math.max(0, column - 1)],
    ArrowRight: [row, Math.min(last, column + 1)],
    ArrowUp: [Math.max(0, row - 1), column],
    ArrowDown: [Math.min(last, row + 1), column],
    Home: [row, 0],
    End: [row, last],
  };
  return places[key] ? places[key][0] * SIDE + places[key][1] : null;
}

/**
 * Paint squares where a canvas context stands, `size` px each, in its own colour on nothing.
 * @param {CanvasRenderingContext2D} context
 * @param {Squares} squares
 * @param {number} size
 */
export function paintSquares(context, squares, size) {
  squares.flat().forEach((count, index) => {
    context.globalAlpha = count / FULL;
    context.fillRect((index % SIDE) * size, Math.floor(index / SIDE) * size, size, size);
  });
  context.globalAlpha = 1;
}

/**
 * Return the count of a square that was emptied, or filled where it was empty.
 * @param {number} count
 */
export function turned(count) {
  return count ? 0 : FULL;
}

/**
 * Return the count that a key makes of a square's, or null when it makes none. Keys 0..9 span empty to full, Space and
 * Enter turn it: empty it or fill it.
 * @param {number} count
 * @param {string} key
 */
export function countFor(count, key, other = turned(count)) {
  if (key === " " || key === "Enter") return other;
  if (key === "Delete" || key === "Backspace") return 0;
  if (key === "+") return Math.min(FULL, count + 1);
  if (key === "-") return Math.max(0, count - 1);
  return /^[0-9]$/.test(key) ? Math.round((Number(key) * FULL) / KEYS_FULL) : null;
}
