/* "Fastest digit": the clock runs from the pen's first touch until the reader is sure enough of the digit asked for. */

const SURE = 0.9; // the confidence that stops the clock
const DIGITS = 10;

export class FastestDigit {
  #random;
  #digit = 0;
  /** @type {number | null} when the round's first stroke began */
  #start = null;
  /** @type {number | null} ms of the round that is over */
  #time = null;
  /** @type {Map<number, number>} the fewest ms of each digit */
  #records = new Map();
  #isRecord = false;

  /** @param {() => number} random */
  constructor(random = Math.random) {
    this.#random = random;
    this.next();
  }

  /* The digit to write. */
  get digit() {
    return this.#digit;
  }

  get isRunning() {
    return this.#start !== null;
  }

  /* Whether the last time was the best, and not the first, of its digit. */
  get isRecord() {
    return this.#isRecord;
  }

  /* Ms of the last round, or null. */
  get time() {
    return this.#time;
  }

  /* Choose another digit. */
  next() {
    const step = 1 + Math.floor(this.#random() * (DIGITS - 1)); // never the same again
    this.#digit = (this.#digit + step) % DIGITS;
    this.#start = null;
  }

  /**
   * A stroke begins. Return whether it is the first of a round.
   * @param {number} now ms
   */
  begin(now) {
    if (this.isRunning) return false;
    this.#start = now;
    this.#time = null;
    return true;
  }

  /* The sheet is empty again: the round begins anew. */
  reset() {
    this.#start = null;
  }

  /**
   * Take an answer. Return the digit that was written, when it stops the clock, else null.
   * @param {{ digit: number, confidence: number }} answer
   * @param {number} now ms
   */
  receive({ digit, confidence }, now) {
    if (this.#start === null || digit !== this.#digit || confidence < SURE) return null;
    this.#time = now - this.#start;
    const best = this.#records.get(digit);
    this.#isRecord = best !== undefined && this.#time < best;
    this.#records.set(digit, Math.min(this.#time, best ?? this.#time));
    this.next();
    return digit;
  }
}
