/* The same machine, given more and more digits of the data set: a column for each step, drawn when its exam is over. */

import { create } from "./elements.js";
import { say } from "./say.js";
import { fill } from "./words.js";

export const STEPS = [0, 10, 100, 1347]; // digits of the data set

/** @typedef {{ right: number, n: number }} Exam */

export class Curve {
  #element;
  #said;
  #words;
  #percent;

  /**
   * @param {HTMLElement} element
   * @param {HTMLElement} said
   * @param {{ step: string, exam: string }} words
   * @param {string} language
   */
  constructor(element, said, words, language) {
    this.#element = element;
    this.#said = said;
    this.#words = words;
    this.#percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  }

  clear() {
    this.#element.replaceChildren();
    say(this.#said, "");
  }

  /**
   * @param {number} more
   * @param {Exam} exam
   */
  add(more, { right, n }) {
    const column = create("li");
    const rail = create("span", { className: "rail" }, { "aria-hidden": "true" });
    rail.style.setProperty("--share", String(right / n));
    column.append(
      create("b", { textContent: this.#percent.format(right / n) }),
      rail,
      create("span", { textContent: fill(this.#words.step, { number: more }) }),
    );
    this.#element.append(column);
    say(this.#said, fill(this.#words.exam, { right, all: n, number: more }));
  }
}
