/* The squares that an answer hangs on: the drawing's own 64, each with a mark as large as what would be lost without
   it. Pointing at one, or walking there with the arrow keys, says it in words. */

import { create, selectAll } from "./elements.js";
import { moveTabStop } from "./focus.js";
import { say, setLabel } from "./say.js";
import { hasModifier, shortcutOf } from "./shortcuts.js";
import { neighbourOf, placeOf, SIDE, toneOf } from "./squares.js";
import { fill } from "./words.js";

/** @typedef {{ other_digit: string, same: string, row: string, others: string[] }} Words */

export class Occlusion {
  #line;
  #words;
  #percent;
  #cells;
  /** @type {string[]} what is said of each */
  #labels = [];
  #current = 0;

  /**
   * @param {HTMLElement} element
   * @param {HTMLElement} line shows the words of the square that is pointed at
   * @param {Words} words
   * @param {string} language
   */
  constructor(element, line, words, language) {
    this.#line = line;
    this.#words = words;
    this.#percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
    element.replaceChildren(...Array.from({ length: SIDE }, (_, row) => createRow(fill(words.row, { row: row + 1 }))));
    this.#cells = selectAll("[role=gridcell]", element);
    this.#cells[0].tabIndex = 0;
    element.addEventListener("keydown", (event) => this.#press(event));
    for (const name of ["pointerover", "pointerdown", "focusin"]) {
      element.addEventListener(name, ({ target }) => this.#select(/** @type {HTMLElement} */ (target)));
    }
  }

  /**
   * Show squares, and without each of them the answer's confidence, the digit then read, and what the decision loses.
   * @param {import("./squares.js").Squares} pixels
   * @param {import("./reasons-check.js").Without} without
   * @param {{ digit: number }} answer
   */
  show(pixels, { confidence, digit, loss }, answer) {
    const [shares, digits, sides] = [confidence.flat(), digit.flat(), sidesOf(loss.flat())];
    pixels.flat().forEach((value, index) => {
      const cell = this.#cells[index];
      const turns = digits[index] !== answer.digit;
      cell.style.setProperty("--tone", toneOf(value).toFixed(2));
      cell.style.setProperty("--loss", sides[index].toFixed(2));
      cell.toggleAttribute("data-turns", turns);
      say(cell, turns ? String(digits[index]) : "");
      this.#labels[index] = this.#label(index, turns, digits[index], shares[index]);
      setLabel(cell, this.#labels[index]);
    });
    say(this.#line, "");
  }

  /**
   * @param {number} index
   * @param {boolean} turns
   * @param {number} digit
   * @param {number} share
   */
  #label(index, turns, digit, share) {
    const place = placeOf(index);
    if (turns) return fill(this.#words.other_digit, { ...place, other: this.#words.others[digit] });
    return fill(this.#words.same, { ...place, percent: this.#percent.format(share) });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (shortcutOf(event) === "clear") event.stopPropagation(); // these squares are only looked at
    const target = neighbourOf(this.#current, event.key);
    if (target === null || hasModifier(event)) return;
    event.preventDefault();
    this.#cells[target].focus();
  }

  /** @param {HTMLElement} cell */
  #select(cell) {
    const index = this.#cells.indexOf(cell);
    if (index < 0) return;
    moveTabStop(this.#cells[this.#current], this.#cells[index]);
    this.#current = index;
    say(this.#line, this.#labels[index] ?? "");
  }
}

/**
 * Return how long the side of each square's mark is, 0..1: its area is what the decision loses without that square,
 * beside the most that it loses. However sure an answer is, some squares bear it more than others.
 * @param {number[]} losses
 */
export function sidesOf(losses) {
  const largest = Math.max(...losses);
  return losses.map((loss) => (loss > 0 ? Math.sqrt(loss / largest) : 0));
}

/** @param {string} name */
function createRow(name) {
  const row = create("div", {}, { role: "row", "aria-label": name });
  row.append(...Array.from({ length: SIDE }, createSquare));
  return row;
}

function createSquare() {
  return create("span", { className: "hinge", tabIndex: -1 }, { role: "gridcell" });
}
