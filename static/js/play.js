/* The games' line below the page: the task, how far one is, a hint. One game at a time. */

import { addStylesheet, find, pageRoot } from "./elements.js";
import { FastestDigit } from "./play-fast.js";
import { FewSquares } from "./play-few.js";
import { isWhole } from "./reply.js";
import { post } from "./request.js";
import { say } from "./say.js";
import { FULL, SIDE } from "./squares.js";
import { capital, fill } from "./words.js";

const TICK = 100; // ms between two looks at the clock

/** @typedef {import("./reply.js").Answer} Answer */
/** @typedef {{ grid: import("./grid.js").Grid, drawing: import("./drawing.js").Drawing, predict: string }} Table */

export class Play {
  #bar;
  #table;
  #words;
  #language;
  #few = new FewSquares();
  #fast = new FastestDigit();
  /** @type {"few" | "fast" | ""} */
  #game = "";
  #began = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #clock;

  /**
   * @param {HTMLElement} bar
   * @param {Table} table
   * @param {Record<string, any>} words
   * @param {string} language
   */
  constructor(bar, table, words, language) {
    this.#bar = bar;
    this.#table = table;
    this.#words = words;
    this.#language = language;
    this.#part("hint").addEventListener("click", () => this.#hint());
    this.#part("other").addEventListener("click", () => this.#other());
    this.#part("stop").addEventListener("click", () => this.#stop());
  }

  /**
   * Begin a game, when its style is here.
   * @param {"few" | "fast"} game
   */
  async start(game) {
    const { style } = this.#bar.dataset;
    delete this.#bar.dataset.style;
    if (style) await addStylesheet(style);
    this.#game = game;
    this.#bar.hidden = false;
    this.#part("hint").hidden = game !== "few";
    pageRoot().toggleAttribute("data-playing", true);
    this.#table.grid.mark(null);
    this.#few.clear();
    this.#fast.reset();
    this.#stopClock();
    if (game === "few") this.#table.grid.scrollIntoView();
    this.#say(game === "few" ? this.#taskOfFew() : this.#taskOfFast());
    say(this.#part("tally"), "");
  }

  /** @param {number} now */
  begin(now) {
    if (this.#game !== "fast" || !this.#fast.begin(now)) return false;
    this.#began = now;
    this.#stopClock();
    this.#clock = setInterval(() => this.#showTime(performance.now() - this.#began), TICK);
    return true;
  }

  /**
   * @param {Answer} answer
   * @param {boolean} settled
   */
  receive(answer, settled) {
    if (this.#game === "fast") this.#receiveFast(answer);
    if (this.#game === "few" && settled) this.#receiveFew(answer);
  }

  /* The sheet is empty. */
  clear() {
    this.#few.clear();
    this.#fast.reset();
    this.#stopClock();
    if (this.#game === "few") this.#say(this.#taskOfFew());
  }

  /** @param {Answer} answer */
  #receiveFew(answer) {
    this.#few.receive(answer, this.#table.drawing.squares);
    const number = this.#few.changed;
    this.#table.grid.mark(null);
    say(this.#part("tally"), fill(this.#words.changed, { number }));
    this.#say(
      this.#few.isReached ? fill(this.#words.turned, { digit: this.#name(answer.digit), number }) : this.#taskOfFew(),
    );
  }

  /** @param {Answer} answer */
  #receiveFast(answer) {
    const written = this.#fast.receive(answer, performance.now());
    if (written === null) return;
    this.#stopClock();
    const time = this.#fast.time ?? 0;
    this.#showTime(time);
    const facts = { digit: this.#name(written), seconds: this.#seconds(time), next: this.#name(this.#fast.digit) };
    this.#say(capital(fill(this.#fast.isRecord ? this.#words.record : this.#words.done, facts)));
  }

  async #hint() {
    const { aim, squares } = this.#few;
    if (aim === null || !squares) return;
    const body = JSON.stringify({ pixels: squares });
    const { reply } = await post(`${this.#table.predict}?towards=${aim}`, { body, type: "application/json" }).catch(
      () => ({ reply: null }),
    );
    const { row, column, count } = reply?.change ?? {};
    if (this.#game !== "few" || squares !== this.#few.squares || ![row, column].every((each) => isPlace(each))) return;
    this.#table.grid.mark((row - 1) * SIDE + column - 1, count);
    this.#say(fill(count === FULL ? this.#words.full : this.#words.hollow, { digit: this.#name(aim), row, column }));
  }

  #other() {
    this.#few.next();
    this.#fast.next();
    this.#stopClock();
    this.#table.grid.mark(null);
    this.#say(this.#game === "few" ? this.#taskOfFew() : this.#taskOfFast());
  }

  #stop() {
    this.#game = "";
    this.#stopClock();
    this.#table.grid.mark(null);
    this.#bar.hidden = true;
    pageRoot().removeAttribute("data-playing");
  }

  #taskOfFew() {
    const { aim } = this.#few;
    return aim === null ? this.#words.draw : fill(this.#words.change, { digit: this.#name(aim) });
  }

  #taskOfFast() {
    return fill(this.#words.fast, { digit: this.#name(this.#fast.digit) });
  }

  #stopClock() {
    clearInterval(this.#clock);
  }

  /** @param {number} time ms */
  #showTime(time) {
    say(this.#part("tally"), fill(this.#words.seconds, { seconds: this.#seconds(time) }));
  }

  /** @param {number} time ms */
  #seconds(time) {
    const format = new Intl.NumberFormat(this.#language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return format.format(time / 1000);
  }

  /** @param {string} text */
  #say(text) {
    say(this.#part("task"), text);
  }

  /** @param {number} digit */
  #name(digit) {
    return this.#words.others[digit];
  }

  /** @param {string} name */
  #part(name) {
    return find(name, HTMLElement, this.#bar);
  }
}

/** @param {unknown} number */
function isPlace(number) {
  return isWhole(number, SIDE) && number !== 0;
}
