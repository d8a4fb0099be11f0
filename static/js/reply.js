/* Whether a reply is an answer through and through. Anything may reply in the server's place: a hotel's log-in page, a
   half-started proxy. */

import { FULL, SIDE } from "./squares.js";

export const DIGITS = 10;

/** @typedef {import("./squares.js").Squares} Squares */

/** @typedef {{ digit: number, pixels: Squares }} Reading a digit, and the squares that it was read in */

/**
 * @typedef {object} AnswerPart
 * @property {number} confidence 0..1
 * @property {boolean} is_digit
 * @property {number[]} probabilities of each digit
 * @property {string} [hint] "several": digits side by side; "mirrored": one in a mirror
 * @property {unknown} [looks_like] the label of a sign; this and all below are not checked here
 * @property {unknown} [looks_like_title] what it is called in the visitor's language
 * @property {unknown} [looks_like_pixels] the learnt drawing of it
 * @property {unknown} [pieces] of several: each with its digit, left to right or down
 * @property {unknown} [mirrored] the digit in the mirror
 * @property {unknown} [steps] not checked here
 * @property {unknown} [reasons] not checked here
 * @property {unknown} [notebook] not checked here
 * @property {unknown} [map] not checked here
 */

/** @typedef {Reading & AnswerPart} Answer */

/**
 * @param {any} reply
 * @returns {reply is Answer}
 */
export function isAnswer(reply) {
  const { digit, confidence, is_digit: isDigit, probabilities, mirrored = 0 } = reply ?? {};
  if (!isReading(reply) || !isShare(confidence) || typeof isDigit !== "boolean") return false;
  if (!isWhole(mirrored, DIGITS - 1)) return false;
  return isArrayOf(probabilities, DIGITS, isShare) && probabilities[digit] === Math.max(...probabilities);
}

/**
 * @param {any} value
 * @returns {value is Reading}
 */
export function isReading(value) {
  return isWhole(value?.digit, DIGITS - 1) && isSquares(value.pixels);
}

/**
 * @param {unknown} rows
 * @returns {rows is Squares}
 */
export function isSquares(rows) {
  return isGrid(rows, FULL);
}

/**
 * Whether something is 8 rows of 8 whole numbers from 0 to `most`.
 * @param {unknown} rows
 * @param {number} most
 * @returns {rows is number[][]}
 */
export function isGrid(rows, most) {
  return isArrayOf(rows, SIDE, (row) => isArrayOf(row, SIDE, (number) => isWhole(number, most)));
}

/**
 * Whether something is an array of so many values that are all of a kind.
 * @param {unknown} values
 * @param {number} length
 * @param {(value: unknown) => boolean} isOne
 * @returns {values is any[]}
 */
export function isArrayOf(values, length, isOne) {
  return Array.isArray(values) && values.length === length && values.every(isOne);
}

/**
 * Whether something is a whole number from 0 to `most`.
 * @param {any} number
 * @param {number} most
 */
export function isWhole(number, most) {
  return Number.isInteger(number) && number >= 0 && number <= most;
}

/** @param {any} number */
function isShare(number) {
  return Number.isFinite(number) && number >= 0 && number <= 1;
}
