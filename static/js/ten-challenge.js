/* The challenge itself: ten drawings, the one being written, and what was read in each. Knows no page. */

import { Drawing } from "./drawing.js";
import { DIGITS } from "./reply.js";

/** @typedef {"empty" | "drawn" | "skipped" | "right" | "wrong"} State */
/** @typedef {{ right: number, written: number }} Score */

export class Challenge {
  #drawings = Array.from({ length: DIGITS }, () => new Drawing());
  /** @type {(number | null | undefined)[]} a digit; null for a skipped one; undefined while it is not read */
  #answers = Array(DIGITS).fill(undefined);
  #here = 0;

  /* The digit to write, 0..9. */
  get digit() {
    return this.#here;
  }

  get drawing() {
    return this.#drawings[this.#here];
  }

  get isLast() {
    return this.#here === DIGITS - 1;
  }

  get drawings() {
    return this.#drawings;
  }

  /** @param {number} step */
  go(step) {
    this.#here = Math.min(DIGITS - 1, Math.max(0, this.#here + step));
  }

  /* What survives a change of page, and back: the drawings, not what was read in them. */
  save() {
    return { here: this.#here, drawings: this.#drawings.map((drawing) => drawing.save()) };
  }

  /** @param {{ here: number, drawings: string[] }} saved */
  restore({ here, drawings }) {
    for (const [digit, text] of drawings.entries()) this.#drawings[digit].restore(text);
    this.go(here - this.#here);
  }

  /* The next drawing to be read, or undefined when all are; empty ones are skipped on the way. */
  get unread() {
    for (const [digit, drawing] of this.#drawings.entries()) if (drawing.isBlank) this.#answers[digit] = null;
    const digit = this.#answers.indexOf(undefined);
    return digit < 0 ? undefined : digit;
  }

  /**
   * Note what was read in one drawing, or null for nothing.
   * @param {number} digit
   * @param {number | null} answer
   */
  record(digit, answer) {
    this.#answers[digit] = answer;
  }

  /**
   * @param {number} digit
   * @returns {{ state: State, answer?: number }}
   */
  stateOf(digit) {
    const answer = this.#answers[digit];
    if (answer === undefined) return { state: this.#drawings[digit].isBlank ? "empty" : "drawn" };
    if (answer === null) return { state: "skipped" };
    return { state: answer === digit ? "right" : "wrong", answer };
  }

  get score() {
    const read = this.#answers.filter((answer) => answer !== null && answer !== undefined);
    return { right: this.#answers.filter((answer, digit) => answer === digit).length, written: read.length };
  }
}

/**
 * Return which kind sentence a score deserves.
 * @param {Score} score
 */
export function verdictOf({ right, written }) {
  if (!written) return "none";
  const share = right / written;
  if (share === 1) return "all";
  if (share >= 0.7) return "most";
  return share >= 0.4 ? "some" : "few";
}
