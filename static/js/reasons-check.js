/* Whether reasons are whole: anything may reply in the server's place, and half a reason explains nothing. */

import { isRow, isSquares, isWhole } from "./reader.js";

const DIGITS = 10;
const SIDE = 8;
const KINDS = ["data set", "drawing", "allograph", "other"]; // of what was learnt

/* Return whether these can be shown: { duel, relatives, board, squares, words }. */
export function areReasons(reasons) {
  const { duel, relatives, board, squares, words } = reasons ?? {};
  const isBoard = isRow(board, DIGITS, (row) => isRow(row, DIGITS, Number.isFinite));
  return isBoard && isDuel(duel) && isList(relatives, isRelative) && isWithout(squares) && isTold(words);
}

function isDuel(duel) {
  const sums = [duel?.decision, duel?.intercept, duel?.count?.for, duel?.count?.against];
  return sums.every(Number.isFinite) && [duel.digit, duel.rival].every(isDigit) && isList(duel.for, isVoter) && isList(duel.against, isVoter);
}

function isVoter(drawing) {
  return isLearnt(drawing) && Number.isFinite(drawing.contribution);
}

function isRelative(drawing) {
  return isLearnt(drawing) && Number.isFinite(drawing.distance);
}

function isLearnt(drawing) {
  return isSquares(drawing?.pixels) && (drawing.digit === null || isDigit(drawing.digit)) && isSource(drawing.source);
}

function isSource(source) {
  return KINDS.includes(source?.kind) && typeof source.title === "string";
}

function isWithout(squares) {
  const isGrid = (rows, isOne) => isRow(rows, SIDE, (row) => isRow(row, SIDE, isOne));
  return isGrid(squares?.confidence, Number.isFinite) && isGrid(squares.digit, isDigit);
}

function isTold(words) {
  return isDigit(words?.runner_up) && Number.isFinite(words.share) && isList(words.alike, isSource) && isList(words.turning, isTurning);
}

function isTurning(square) {
  return isDigit(square?.digit) && [square.row, square.column].every((place) => isWhole(place, SIDE));
}

function isDigit(digit) {
  return isWhole(digit, DIGITS - 1);
}

function isList(list, isOne) {
  return Array.isArray(list) && list.every(isOne);
}
