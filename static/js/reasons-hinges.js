/* The squares that an answer hangs on: the drawing's own 64, each with a mark as large as what would be lost without
   it. Pointing at one, or walking there with the arrow keys, says it in words. */

import { fill } from "./answer.js";
import { stepOf } from "./drawing.js";
import { moved, toneOf } from "./grid.js";

const SIDE = 8;

export class Hinges {
  #element;
  #line;
  #words;
  #percent;
  #cells;
  #here = 0;

  #key = (event) => this.#press(event);
  #point = (event) => this.#tell(this.#cells.indexOf(event.target));

  /* `line` shows the words of the square that is pointed at. */
  constructor(element, line, words, language) {
    this.#element = element;
    this.#line = line;
    this.#words = words;
    this.#percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
    element.replaceChildren(...Array.from({ length: SIDE }, rowOfCells));
    this.#cells = [...element.querySelectorAll("[role=gridcell]")];
    this.#cells[0].tabIndex = 0;
  }

  on() {
    this.#listen("addEventListener");
  }

  off() {
    this.#listen("removeEventListener");
  }

  /* Show 8 x 8 `pixels`, and without each square the answer's `confidence` and the `digit` then read. */
  show(pixels, { confidence, digit }, answer) {
    const [shares, digits] = [confidence.flat(), digit.flat()];
    pixels.flat().forEach((value, index) => {
      const cell = this.#cells[index];
      const turns = digits[index] !== answer.digit;
      // The root lets small losses be seen beside large ones.
      const loss = Math.sqrt(Math.max(0, answer.confidence - shares[index]));
      cell.style.setProperty("--tone", toneOf(value).toFixed(2));
      cell.style.setProperty("--loss", turns ? 1 : loss.toFixed(2));
      cell.toggleAttribute("data-turns", turns);
      cell.textContent = turns ? digits[index] : "";
      cell.setAttribute("aria-label", this.#label(index, turns, digits[index], shares[index]));
    });
    this.#line.textContent = "";
  }

  #label(index, turns, digit, share) {
    const place = { row: Math.floor(index / SIDE) + 1, column: (index % SIDE) + 1 };
    if (turns) return fill(this.#words.other_digit, { ...place, other: this.#words.others[digit] });
    return fill(this.#words.same, { ...place, percent: this.#percent.format(share) });
  }

  #listen(change) {
    this.#element[change]("keydown", this.#key);
    this.#element[change]("pointerover", this.#point);
    this.#element[change]("pointerdown", this.#point);
    this.#element[change]("focusin", this.#point);
  }

  #press(event) {
    if (stepOf(event) === "clear") event.stopPropagation(); // these squares are only looked at
    const target = moved(this.#here, event.key);
    if (target === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#cells[target].focus();
  }

  #tell(index) {
    if (index < 0) return;
    this.#cells[this.#here].tabIndex = -1;
    this.#cells[index].tabIndex = 0;
    this.#here = index;
    this.#line.textContent = this.#cells[index].getAttribute("aria-label");
  }
}

function rowOfCells() {
  const row = document.createElement("div");
  row.setAttribute("role", "row");
  row.append(...Array.from({ length: SIDE }, cell));
  return row;
}

function cell() {
  const square = Object.assign(document.createElement("span"), { className: "hinge", tabIndex: -1 });
  square.setAttribute("role", "gridcell");
  return square;
}
