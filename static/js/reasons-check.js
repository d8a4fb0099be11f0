/* Whether reasons are whole: anything may reply in the server's place, and half a reason explains nothing. */

import { DIGITS, isArrayOf, isSquares, isWhole } from "./reply.js";
import { SIDE } from "./squares.js";

const KINDS = ["data set", "drawing", "allograph", "other"]; // of what was learnt

/** @typedef {import("./squares.js").Squares} Squares */
/** @typedef {{ kind: string, title: string }} Source */

/**
 * @typedef {object} Learnt a drawing that was learnt
 * @property {Squares} pixels
 * @property {number | null} digit null for a sign that is none
 * @property {Source} source
 * @property {number} [contribution] to a pairwise decision
 * @property {number} [distance] from the visitor's drawing
 */

/**
 * @typedef {object} Duel the pairwise decision between the answer and its rival
 * @property {number} digit
 * @property {number} rival
 * @property {number} decision
 * @property {number} intercept
 * @property {{ for: number, against: number }} count of the support vectors
 * @property {Learnt[]} for
 * @property {Learnt[]} against
 */

/** @typedef {{ confidence: number[][], digit: number[][], loss: number[][] }} Without the answer without each square */
/** @typedef {{ row: number, column: number, digit: number }} Turning a square without which the answer is another */
/** @typedef {{ runner_up: number, share: number, alike: Source[], turning: Turning[] }} Facts */
/** @typedef {{ duel: Duel, relatives: Learnt[], board: number[][], squares: Without, words: Facts }} Reasons */

/**
 * Return whether these can be shown.
 * @param {any} reasons
 * @returns {reasons is Reasons}
 */
export function areReasons(reasons) {
  const { duel, relatives, board, squares, words } = reasons ?? {};
  const isBoard = isArrayOf(board, DIGITS, (row) => isArrayOf(row, DIGITS, isNumber));
  return isBoard && isDuel(duel) && isList(relatives, isNeighbour) && isWithout(squares) && areFacts(words);
}

/** @param {any} duel */
function isDuel(duel) {
  const sums = [duel?.decision, duel?.intercept, duel?.count?.for, duel?.count?.against];
  return (
    sums.every(isNumber) &&
    [duel.digit, duel.rival].every(isDigit) &&
    isList(duel.for, isContributor) &&
    isList(duel.against, isContributor)
  );
}

/** @param {any} drawing */
function isContributor(drawing) {
  return isLearnt(drawing) && isNumber(drawing.contribution);
}

/** @param {any} drawing */
function isNeighbour(drawing) {
  return isLearnt(drawing) && isNumber(drawing.distance);
}

/** @param {any} drawing */
function isLearnt(drawing) {
  return isSquares(drawing?.pixels) && (drawing.digit === null || isDigit(drawing.digit)) && isSource(drawing.source);
}

/** @param {any} source */
function isSource(source) {
  return KINDS.includes(source?.kind) && typeof source.title === "string";
}

/** @param {any} squares */
function isWithout(squares) {
  /** @type {(rows: unknown, isOne: (value: unknown) => boolean) => boolean} */
  const isGrid = (rows, isOne) => isArrayOf(rows, SIDE, (row) => isArrayOf(row, SIDE, isOne));
  return isGrid(squares?.confidence, isNumber) && isGrid(squares.digit, isDigit) && isGrid(squares.loss, isNumber);
}

/** @param {any} words */
function areFacts(words) {
  return (
    isDigit(words?.runner_up) &&
    isNumber(words.share) &&
    isList(words.alike, isSource) &&
    isList(words.turning, isTurning)
  );
}

/** @param {any} square */
function isTurning(square) {
  return isDigit(square?.digit) && [square.row, square.column].every((place) => isWhole(place, SIDE));
}

/** @param {unknown} digit */
function isDigit(digit) {
  return isWhole(digit, DIGITS - 1);
}

/** @param {unknown} value */
function isNumber(value) {
  return Number.isFinite(value);
}

/**
 * @param {unknown} list
 * @param {(value: unknown) => boolean} isOne
 */
function isList(list, isOne) {
  return Array.isArray(list) && list.every(isOne);
}
