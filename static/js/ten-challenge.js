/* The challenge itself: ten drawings, the one being written, and what was read in each. Knows no page. */

import { Drawing } from "./drawing.js";

const DIGITS = 10;

export class Challenge {
  #drawings = Array.from({ length: DIGITS }, () => new Drawing());
  #answers = Array(DIGITS).fill(undefined); // a digit; null for a skipped one; undefined while it is not read
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

  go(step) {
    this.#here = Math.min(DIGITS - 1, Math.max(0, this.#here + step));
  }

  /* What survives a change of page, and back: the drawings, not what was read in them. */
  save() {
    return { here: this.#here, drawings: this.#drawings.map((drawing) => drawing.save()) };
  }

  restore({ here, drawings }) {
    drawings.forEach((text, digit) => this.#drawings[digit].restore(text));
    this.go(here - this.#here);
  }

  /* The next drawing to be read, or undefined when all are; empty ones are skipped on the way. */
  get unread() {
    this.#drawings.forEach((drawing, digit) => isBlank(drawing) && (this.#answers[digit] = null));
    const digit = this.#answers.indexOf(undefined);
    return digit < 0 ? undefined : digit;
  }

  /* What was read in one drawing, or null for nothing. */
  read(digit, answer) {
    this.#answers[digit] = answer;
  }

  /* "empty", "drawn", "skipped", "right" or "wrong", and the answer. */
  stateOf(digit) {
    const answer = this.#answers[digit];
    if (answer === undefined) return { state: isBlank(this.#drawings[digit]) ? "empty" : "drawn" };
    if (answer === null) return { state: "skipped" };
    return { state: answer === digit ? "right" : "wrong", answer };
  }

  get score() {
    const read = this.#answers.filter((answer) => answer !== null && answer !== undefined);
    return { right: this.#answers.filter((answer, digit) => answer === digit).length, written: read.length };
  }
}

/* Whether nothing is drawn: no stroke, and no square with a point. */
export function isBlank({ isEmpty, squares }) {
  return isEmpty || Boolean(squares?.flat().every((value) => !value));
}

/* Which kind sentence a score deserves. */
export function verdictOf({ right, written }) {
  if (!written) return "none";
  const share = right / written;
  if (share === 1) return "all";
  if (share >= 0.7) return "most";
  return share >= 0.4 ? "some" : "few";
}
