/* The 64 squares, alive: shown to everybody, changed by mouse, finger or keyboard. Dispatches "change" with
   `detail.squares` and `detail.amend` true for the later squares of one drag. */

import { selectAll } from "./elements.js";
import { emit } from "./events.js";
import { moveTabStop } from "./focus.js";
import { GridNumbers } from "./grid-numbers.js";
import { hasModifier } from "./shortcuts.js";
import { countFor, EMPTY, FULL, neighbourOf, rowsOf, SIDE, toneOf, turned } from "./squares.js";

/** @typedef {import("./squares.js").Squares} Squares */
/** @typedef {import("./directions.js").Line} Line */

export class Grid extends EventTarget {
  #element;
  #cells;
  #numbers;
  /** @type {number[]} */
  #counts = Array(SIDE * SIDE).fill(0);
  /** @type {(Line | null)[]} which way the ink runs in each; none when nobody measured it */
  #lines = [];
  #current = 0; // the square that keys change
  #marked = { index: /** @type {number | null} */ (null), count: 0 };
  /** @type {number | null} the count that a drag sets */
  #brush = null;
  #isTouch = false;

  /**
   * @param {HTMLElement} element
   * @param {import("./grid-numbers.js").Words} words
   * @param {import("./frames.js").Frames | null} frames where the numbers take their turns; without, they come at once
   */
  constructor(element, words, frames = null) {
    super();
    this.#element = element;
    this.#cells = selectAll("[role=gridcell]", element);
    this.#numbers = new GridNumbers(element, this.#cells, words, frames);
    this.#numbers.write(this.#counts, this.#lines);
    this.#listen();
  }

  /**
   * Show squares. While the pen is down only their tones, which cost the page no new layout.
   * @param {Squares} squares
   * @param {(Line | null)[]} lines
   */
  show(squares, settled = true, lines = []) {
    const before = this.#counts;
    this.#lines = lines;
    this.#counts = squares.flat();
    for (const [index, count] of this.#counts.entries()) if (count !== before[index]) this.#tint(index);
    if (settled) this.#numbers.writeSoon(this.#counts, this.#lines);
    else this.#numbers.hide();
  }

  clear() {
    this.show(EMPTY);
  }

  scrollIntoView() {
    this.#element.scrollIntoView({ block: "nearest" });
  }

  /**
   * Point at a square, or at none; whoever turns it gives it this count.
   * @param {number | null} index
   * @param {number} count
   */
  mark(index, count = 0) {
    this.#marked = { index, count };
    for (const [place, cell] of this.#cells.entries()) cell.toggleAttribute("data-marked", place === index);
  }

  #listen() {
    const grid = this.#element;
    grid.addEventListener("keydown", (event) => this.#press(event));
    grid.addEventListener("pointerdown", (event) => this.#startDrag(event));
    grid.addEventListener("pointerover", (event) => this.#drag(event));
    grid.addEventListener("click", (event) => this.#tap(event));
    grid.addEventListener("focusin", (event) => this.#select(this.#indexOf(event)));
    for (const name of ["pointerup", "pointercancel"]) window.addEventListener(name, () => this.#endDrag());
  }

  /**
   * Return which square an event is about, or -1.
   * @param {Event} event
   */
  #indexOf({ target }) {
    return this.#cells.indexOf(/** @type {HTMLElement} */ (target));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (hasModifier(event)) return;
    const target = neighbourOf(this.#current, event.key);
    const count = countFor(this.#counts[this.#current], event.key, this.#turned(this.#current));
    if (target === null && count === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (target !== null) this.#cells[target].focus();
    else if (count !== null) this.#set(this.#current, count, false);
  }

  /**
   * Mouse and pen paint from square to square; a finger must be free to scroll past, so it taps.
   * @param {PointerEvent} event
   */
  #startDrag(event) {
    const index = this.#indexOf(event);
    this.#isTouch = event.pointerType === "touch";
    if (index < 0 || event.button !== 0 || this.#isTouch) return;
    const cell = this.#cells[index];
    if (cell.hasPointerCapture?.(event.pointerId)) cell.releasePointerCapture(event.pointerId);
    this.#brush = this.#turned(index);
    this.#set(index, this.#brush, false);
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    const index = this.#indexOf(event);
    if (this.#brush === null || index < 0 || !event.buttons) return;
    if (this.#counts[index] !== this.#brush) this.#set(index, this.#brush, true);
  }

  #endDrag() {
    this.#brush = null;
  }

  /**
   * A finger's tap, or a click that a screen reader makes: those have no pointer's press before them.
   * @param {MouseEvent} event
   */
  #tap(event) {
    const index = this.#indexOf(event);
    if (index < 0 || !(this.#isTouch || event.detail === 0)) return;
    this.#set(index, this.#turned(index), false);
  }

  /** @param {number} index */
  #turned(index) {
    return index === this.#marked.index ? this.#marked.count : turned(this.#counts[index]);
  }

  /**
   * @param {number} index
   * @param {number} count
   * @param {boolean} amend
   */
  #set(index, count, amend) {
    this.#counts[index] = count;
    this.#lines = [];
    this.#tint(index);
    this.#numbers.write(this.#counts, this.#lines);
    this.#select(index);
    emit(this, "change", { squares: rowsOf(this.#counts), amend });
  }

  /** @param {number} index */
  #select(index) {
    if (index < 0) return;
    moveTabStop(this.#cells[this.#current], this.#cells[index]);
    this.#current = index;
  }

  /** @param {number} index */
  #tint(index) {
    const count = this.#counts[index];
    this.#cells[index].style.setProperty("--tone", toneOf(count).toFixed(2));
    this.#cells[index].toggleAttribute("data-dark", count > FULL / 2);
  }
}
