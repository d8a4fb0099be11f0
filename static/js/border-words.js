/* The border between two digits in words: what holds it, what one digit did to it, how far the visitor's is from it. */

import { changeBetween, movedBetween } from "./border-task.js";
import { fill } from "./words.js";

/** @typedef {import("./border-task.js").Wanted} Wanted */
/** @typedef {import("./border-view.js").Border} Border */
/** @typedef {{ wanted: Wanted, border: Border }} Step a question and its answer */
/**
 * @typedef {Record<"all" | "away" | "back" | "moved" | "trembled" | "stayed" | "yours" | "inside" | "choice" |
 * "ringedChoice" | "awayChoice", string> & { others: string[] }} Words
 */

/**
 * Return what is said of an answer: of the one digit that went or came, else of all.
 * @param {Step | null} before
 * @param {Step} after
 * @param {number[]} labels
 * @param {Words} words
 */
export function sentenceOf(before, after, labels, words) {
  const change = before && changeBetween(before.wanted, after.wanted);
  if (!before || !change) {
    const { n, support, wrong } = after.border;
    return fill(words.all, { n, support: support.length, wrong });
  }
  const { index, isAway } = change;
  const ringed = (isAway ? before : after).border.support.includes(index);
  const moved = movedBetween(before.border.decisions, after.border.decisions);
  const outcome = moved ? words.moved : ringed ? words.trembled : words.stayed;
  const facts = { number: index + 1, digit: words.others[labels[index]], outcome };
  return fill(isAway ? words.away : words.back, facts);
}

/**
 * Return what is said of a digit that keys have come to.
 * @param {number} index
 * @param {Step} step
 * @param {number[]} labels
 * @param {Words} words
 */
export function choiceOf(index, { wanted, border }, labels, words) {
  const facts = { number: index + 1, digit: words.others[labels[index]] };
  if (wanted.without.includes(index)) return fill(words.awayChoice, facts);
  return fill(border.support.includes(index) ? words.ringedChoice : words.choice, facts);
}

/**
 * Return how far the visitor's drawing is from the border, and on which side.
 * @param {number} decision
 * @param {number[]} digits
 * @param {Words} words
 * @param {string} language
 */
export function yoursOf(decision, digits, words, language) {
  const far = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Math.abs(decision));
  const digit = words.others[digits[Number(decision > 0)]];
  return fill(Math.abs(decision) < 1 ? words.inside : words.yours, { far, digit });
}
