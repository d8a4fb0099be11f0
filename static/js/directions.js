/* Which way the ink runs in each square: one line in place of the four strengths that the reader found. */

import { isArrayOf, isGrid, isSquares } from "./reply.js";

const STRENGTHS = 4; // of each square: of the edges that run —, |, \ and /
const MOST = 255; // of a strength
const EIGHTH = 45; // degrees between two of them

/** @typedef {"level" | "falling" | "upright" | "rising"} Way */
/** @typedef {{ degrees: number, strength: number, way: Way }} Line clockwise from level, -90..90; 0..1 of the strongest */

/** @type {Way[]} each an eighth of a turn clockwise from the one before */
const WAYS = ["level", "falling", "upright", "rising"];

/**
 * Return the line of each of 64 squares, null where there is no ink or it runs no way more than another; of steps that
 * do not tell it, none.
 * @param {unknown} steps
 * @returns {(Line | null)[]}
 */
export function linesOf(steps) {
  const step = Array.isArray(steps) ? steps.find((each) => each?.name === "counts") : null;
  if (!isSquares(step?.counts) || !isArrayOf(step.directions, STRENGTHS, (rows) => isGrid(rows, MOST))) return [];
  /** @type {{ counts: number[][], directions: number[][][] }} */
  const { counts, directions } = step;
  const strengths = directions.map((rows) => rows.flat());
  const sums = counts.flat().map((count, i) => sumOf(strengths.map((all) => (count ? all[i] : 0))));
  const most = Math.max(...sums.map(({ length }) => length));
  return sums.map(({ degrees, length }) => (length ? { degrees, strength: length / most, way: wayOf(degrees) } : null));
}

/**
 * Return the four strengths of a square as one. Lines have no head: as doubled angles, — and | are opposites, and so
 * are / and \.
 * @param {number[]} strengths
 */
function sumOf([level, upright, falling, rising]) {
  const [x, y] = [level - upright, falling - rising];
  return { degrees: (Math.atan2(y, x) * 90) / Math.PI, length: Math.hypot(x, y) };
}

/** @param {number} degrees */
function wayOf(degrees) {
  return WAYS[Math.round(degrees / EIGHTH + WAYS.length) % WAYS.length];
}

/**
 * Show in a square which way its ink runs, or nothing.
 * @param {HTMLElement} cell
 * @param {Line | null} [line]
 */
export function drawLine(cell, line) {
  cell.toggleAttribute("data-line", Boolean(line));
  if (!line) return;
  cell.style.setProperty("--turn", `${line.degrees.toFixed(1)}deg`);
  cell.style.setProperty("--strength", line.strength.toFixed(2));
}
