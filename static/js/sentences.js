/* What an answer says: one sentence, and one line below it. */

import { DIGITS, isSquares, isWhole } from "./reply.js";
import { capital, fill } from "./words.js";

const SURE = 0.8; // the confidence from which an answer is no guess
const NEAR = 0.15; // the share from which the runner-up is worth a word
const PAIR = 2; // pieces that the sentence names; of more it says that there are several

/** @typedef {import("./reply.js").AnswerPart & { digit: number }} Answer */

/** @typedef {{ label: string, title: string, squares: import("./squares.js").Squares | null }} Sign */

/**
 * @typedef {object} SentenceWords
 * @property {string} sure
 * @property {string} likely
 * @property {string} near
 * @property {string} strange
 * @property {string} sign
 * @property {string} several
 * @property {string} two
 * @property {string} mirrored
 * @property {string[]} others each digit, as a sentence names it
 */

/**
 * Return the sentence for an answer, from the page's words.
 * @param {Answer} answer
 * @param {SentenceWords} words
 */
export function sentenceFor(answer, words) {
  const { digit, hint, confidence, is_digit: isDigit, probabilities } = answer;
  const called = words.others[digit];
  if (hint === "several") return severalOf(answer, words);
  if (hint === "mirrored") return fill(words.mirrored, { digit: words.others[mirroredDigit(answer)] });
  const sign = signOf(answer);
  if (sign) return fill(words.sign, { name: sign.title });
  if (!isDigit) return fill(words.strange, { digit: called });
  const other = runnerUp(probabilities, digit);
  if (probabilities[other] >= NEAR) return capital(fill(words.near, { digit: called, other: words.others[other] }));
  return fill(confidence < SURE ? words.likely : words.sure, { digit: called });
}

/**
 * Whether an answer is no digit to be sure of.
 * @param {Answer} answer
 */
export function isDoubtful({ hint, is_digit: isDigit }) {
  return hint === "several" || hint === "mirrored" || !isDigit;
}

/**
 * Return the sign that the answer names, or null: where it is a digit, in a mirror too, or several, there is none.
 * @param {Answer} answer
 * @returns {Sign | null}
 */
export function signOf({
  hint,
  is_digit: isDigit,
  looks_like: label,
  looks_like_title: title,
  looks_like_pixels: rows,
}) {
  if (isDigit || hint || typeof label !== "string" || !label) return null;
  return { label, title: typeof title === "string" && title ? title : label, squares: isSquares(rows) ? rows : null };
}

/**
 * @param {Answer} answer
 * @param {SentenceWords} words
 */
function severalOf({ pieces }, words) {
  const digits = Array.isArray(pieces) ? pieces.map((piece) => piece?.digit) : [];
  const [first, second] = digits;
  return digits.length === PAIR && digits.every(isDigitName) ? fill(words.two, { first, second }) : words.several;
}

/** @param {Answer} answer */
function mirroredDigit({ digit, mirrored }) {
  return isDigitName(mirrored) ? mirrored : digit;
}

/**
 * @param {any} digit
 * @returns {digit is number}
 */
function isDigitName(digit) {
  return isWhole(digit, DIGITS - 1);
}

/**
 * @param {number[]} shares
 * @param {number} first
 */
function runnerUp(shares, first) {
  const order = shares.map((_, digit) => digit).filter((digit) => digit !== first);
  return order.reduce((best, digit) => (shares[digit] > shares[best] ? digit : best));
}
