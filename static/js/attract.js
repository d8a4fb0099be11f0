/* What the stand does while nobody is there: the pen writes one drawing after another, each is read as a visitor's
   would be, and what was read is said beside what was meant, right or wrong. Dispatches "clear" before each drawing. */

import { emit } from "./events.js";
import { DIGITS, isArrayOf, isWhole } from "./reply.js";
import { say } from "./say.js";
import { fill } from "./words.js";

const SHOWN = 2600; // ms that an answer is shown
const WRONG = 4200; // ms for a wrong one, which people want to look at
const PATIENCE = 15_000; // ms for writing and its answer: a server that is away must not stop the pen
const WORTH = 10; // drawings before a score says something

/** @typedef {{ digit: number, lines: import("./ghost-pen.js").Line[] }} Written */
/** @typedef {Record<"meant" | "right" | "wrong" | "score", string> & { others: string[] }} Words */

export class Attract extends EventTarget {
  #pen;
  #first;
  #line;
  #words;
  /** @type {Written[]} */
  #drawings = [];
  /** @type {Written[]} those of this round that are still to come, shuffled */
  #queue = [];
  /** @type {Written | null} what is on the sheet */
  #current = null;
  #isWritten = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #score = { right: 0, written: 0 };

  /**
   * @param {import("./ghost-pen.js").GhostPen} pen
   * @param {HTMLElement} line where it says what it is doing
   * @param {Words} words
   * @param {number} first ms until the pen begins
   */
  constructor(pen, line, words, first) {
    super();
    this.#first = first;
    this.#pen = pen;
    this.#line = line;
    this.#words = words;
  }

  /** @param {unknown} drawings what there is to write */
  set drawings(drawings) {
    this.#drawings = Array.isArray(drawings) ? drawings.filter(isWritten) : [];
  }

  get hasDrawings() {
    return this.#drawings.length > 0;
  }

  start() {
    this.#wait(this.#first, () => this.#next());
  }

  /* Somebody is there. */
  stop() {
    clearTimeout(this.#timer);
    this.#pen.stop();
    this.#current = null;
    say(this.#line, "");
  }

  /**
   * Hear the answer to what is on the sheet.
   * @param {import("./sentences.js").Answer} answer
   * @param {boolean} settled
   */
  hear(answer, settled) {
    if (!this.#current || !this.#isWritten || !settled) return;
    const isRight = answer.is_digit && answer.digit === this.#current.digit;
    this.#score.written += 1;
    this.#score.right += isRight ? 1 : 0;
    this.#say(isRight ? this.#words.right : this.#words.wrong, this.#current);
    this.#current = null;
    this.#wait(isRight ? SHOWN : WRONG, () => this.#next());
  }

  #next() {
    emit(this, "clear");
    if (!this.#queue.length) this.#queue = shuffled(this.#drawings);
    const drawing = this.#queue.pop();
    if (!drawing) return this.start(); // there is nothing to write yet
    this.#current = drawing;
    this.#isWritten = false;
    this.#say(this.#words.meant, drawing);
    this.#pen.write(drawing.lines, () => {
      this.#isWritten = true;
    });
    this.#wait(PATIENCE, () => this.#next());
  }

  /**
   * @param {string} sentence
   * @param {Written} drawing
   */
  #say(sentence, { digit }) {
    const score = this.#score.written < WORTH ? "" : fill(this.#words.score, this.#score);
    say(this.#line, `${fill(sentence, { digit: this.#words.others[digit] })} ${score}`.trim());
  }

  /**
   * @param {number} pause ms
   * @param {() => void} act
   */
  #wait(pause, act) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, pause);
  }
}

/**
 * @template T
 * @param {T[]} items
 * @returns {T[]}
 */
function shuffled(items) {
  return items
    .map((item) => /** @type {const} */ ([Math.random(), item]))
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/**
 * Whether something can be written: anything may be served in the file's place.
 * @param {any} one
 * @returns {one is Written}
 */
function isWritten(one) {
  const { digit, lines } = one ?? {};
  return isWhole(digit, DIGITS - 1) && Array.isArray(lines) && lines.length > 0 && lines.every(isLine);
}

/** @param {any} line */
function isLine(line) {
  return Array.isArray(line) && line.length > 0 && line.every((point) => isArrayOf(point, 2, Number.isFinite));
}
