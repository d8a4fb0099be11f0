/* Squares that were drawn on an empty grid, enlarged to a picture that is read as any other drawing is. */

import { FULL, SIDE } from "./squares.js";

const SHARE = 0.5; // of the picture's side: on less paper a 0 of straight sides would pass for a frame
const PAPER = 255;

/** @typedef {import("./squares.js").Squares} Squares */

/**
 * Return the grey, 0 ink .. 255 paper, of each of `side` x `side` px, row by row. It changes evenly from the middle of
 * one square to that of the next (bilinear), so that corners are round, as a pen leaves them. Not the canvas's own
 * smoothing, which no two browsers do alike.
 * @param {Squares} squares
 * @param {number} side
 */
export function enlarged(squares, side) {
  const places = Array.from(
    { length: side },
    (_, px) => (px + 0.5 - side / 2) * (SIDE / SHARE / side) + (SIDE - 1) / 2,
  );
  return places.flatMap((row) =>
    places.map((column) => PAPER - Math.round((PAPER * inkAt(squares, row, column)) / FULL)),
  );
}

/**
 * Return the points, 0..16, at a place: 0 is the middle of the first square, 1 that of the next.
 * @param {Squares} squares
 * @param {number} row
 * @param {number} column
 */
function inkAt(squares, row, column) {
  const [top, left] = [Math.floor(row), Math.floor(column)];
  /** @param {number} y */
  const across = (y) => between(squares[y]?.[left], squares[y]?.[left + 1], column - left);
  return between(across(top), across(top + 1), row - top);
}

function between(from = 0, to = 0, share = 0) {
  return from + (to - from) * share;
}
