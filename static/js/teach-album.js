/* The drawings that were shown, sign by sign, each with its number: ringed where it holds the border, dashed where the
   others would mistake it. A press on one forgets it: dispatches "forget" ({ index }). */

import { create } from "./elements.js";
import { emit } from "./events.js";
import { INK, paintCanvas } from "./small-squares.js";
import { squaresOf } from "./teach-lesson.js";
import { fill } from "./words.js";

/** @typedef {import("./teach-lesson.js").Lesson} Lesson */
/** @typedef {{ support: Set<number>, mistaken: Set<number>, weightiest: number }} Marks */

export class Album extends EventTarget {
  #element;
  #words;

  /**
   * @param {HTMLElement} element
   * @param {{ forget: string }} words
   */
  constructor(element, words) {
    super();
    this.#element = element;
    this.#words = words;
  }

  /**
   * @param {Lesson} lesson
   * @param {Marks | null} marks
   */
  show(lesson, marks) {
    const shown = lesson.signs.filter((sign) => lesson.countOf(sign));
    this.#element.replaceChildren(...shown.map((sign) => this.#row(lesson, sign, marks)));
  }

  /**
   * @param {Lesson} lesson
   * @param {string} sign
   * @param {Marks | null} marks
   */
  #row(lesson, sign, marks) {
    const row = create("div", { className: "album-row" });
    row.append(create("b", { textContent: sign }));
    lesson.examples.forEach((example, index) => {
      if (example.sign === sign) row.append(this.#card(example, index, marks));
    });
    return row;
  }

  /**
   * @param {import("./teach-lesson.js").Example} example
   * @param {number} index
   * @param {Marks | null} marks
   */
  #card({ sign, row }, index, marks) {
    const label = fill(this.#words.forget, { number: index + 1, sign });
    const card = create("button", { type: "button", className: "example-card", title: label }, { "aria-label": label });
    const canvas = create("canvas", {}, { "aria-hidden": "true" });
    paintCanvas(canvas, squaresOf(row), INK);
    card.append(canvas, create("span", { textContent: String(index + 1) }));
    card.toggleAttribute("data-support", Boolean(marks?.support.has(index)));
    card.toggleAttribute("data-mistaken", Boolean(marks?.mistaken.has(index)));
    card.toggleAttribute("data-weightiest", marks?.weightiest === index);
    card.addEventListener("click", () => emit(this, "forget", { index }));
    return card;
  }
}
