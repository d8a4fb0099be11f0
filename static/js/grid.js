/* The 64 squares, alive: shown to everybody, changed by mouse, finger or keyboard. Dispatches "change" with
   `detail.squares` and `detail.amend` true for the later squares of one drag. */

import { selectAll } from "./elements.js";
import { emit } from "./events.js";
import { moveTabStop } from "./focus.js";
import { readingsAlone } from "./readings.js";
import { say, setLabel } from "./say.js";
import { hasModifier } from "./shortcuts.js";
import { EMPTY, FULL, neighbourOf, placeOf, rowsOf, SIDE, toneOf } from "./squares.js";
import { fill } from "./words.js";

const KEYS_FULL = 9; // the digit key that stands for a full square

/** @typedef {import("./squares.js").Squares} Squares */
/** @typedef {import("./directions.js").Line} Line */
/** @typedef {{ square: string, line?: string, ways?: Record<Line["way"], string> }} Words how a square is told */

export class Grid extends EventTarget {
  #element;
  #cells;
  #words;
  /** @type {number[]} */
  #counts = Array(SIDE * SIDE).fill(0);
  /** @type {(Line | null)[]} which way the ink runs in each; none when nobody measured it */
  #lines = [];
  #current = 0; // the square that keys change
  /** @type {number | null} the count that a drag sets */
  #brush = null;
  #isTouch = false;

  /**
   * @param {HTMLElement} element
   * @param {Words} words
   */
  constructor(element, words) {
    super();
    this.#element = element;
    this.#words = words;
    this.#cells = selectAll("[role=gridcell]", element);
    this.#settle();
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
    if (settled) this.#settle();
    else this.#element.toggleAttribute("data-live", true);
  }

  clear() {
    this.show(EMPTY);
  }

  scrollIntoView() {
    this.#element.scrollIntoView({ block: "nearest" });
  }

  /**
   * Point at a square, or at none.
   * @param {number | null} index
   */
  mark(index) {
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
    const count = countFor(this.#counts[this.#current], event.key);
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
    this.#brush = this.#counts[index] ? 0 : FULL;
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
    this.#set(index, this.#counts[index] ? 0 : FULL, false);
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
    this.#settle();
    this.#select(index);
    emit(this, "change", { squares: rowsOf(this.#counts), amend });
  }

  /** @param {number} index */
  #select(index) {
    if (index < 0) return;
    moveTabStop(this.#cells[this.#current], this.#cells[index]);
    this.#current = index;
  }

  /* All numbers stand in their squares, and the lines behind them, to be seen and heard. */
  #settle() {
    this.#element.removeAttribute("data-live");
    for (const [index, cell] of this.#cells.entries()) {
      this.#label(cell, index);
      drawLine(cell, this.#lines[index]);
    }
  }

  /** @param {number} index */
  #tint(index) {
    const count = this.#counts[index];
    this.#cells[index].style.setProperty("--tone", toneOf(count).toFixed(2));
    this.#cells[index].toggleAttribute("data-dark", count > FULL / 2);
  }

  /**
   * @param {HTMLElement} cell
   * @param {number} index
   */
  #label(cell, index) {
    const [value, line] = [this.#counts[index], this.#lines[index]];
    const label = readingsAlone(this.#describe(index, value, line));
    if (cell.getAttribute("aria-label") === label) return;
    say(cell, String(value));
    cell.setAttribute("aria-selected", String(value > 0));
    setLabel(cell, label);
  }

  /**
   * @param {number} index
   * @param {number} value
   * @param {Line | null} [line]
   */
  #describe(index, value, line) {
    const square = fill(this.#words.square, { ...placeOf(index), value });
    const { line: sentence, ways } = this.#words;
    return line && sentence && ways ? fill(sentence, { square, way: ways[line.way] }) : square;
  }
}

/**
 * @param {HTMLElement} cell
 * @param {Line | null} [line]
 */
function drawLine(cell, line) {
  cell.toggleAttribute("data-line", Boolean(line));
  if (!line) return;
  cell.style.setProperty("--turn", `${line.degrees.toFixed(1)}deg`);
  cell.style.setProperty("--strength", line.strength.toFixed(2));
}

/**
 * Return the count that a key makes of a square's, or null when it makes none. Keys 0..9 span empty to full.
 * @param {number} count
 * @param {string} key
 */
export function countFor(count, key) {
  if (key === " " || key === "Enter") return count ? 0 : FULL;
  if (key === "Delete" || key === "Backspace") return 0;
  if (key === "+") return Math.min(FULL, count + 1);
  if (key === "-") return Math.max(0, count - 1);
  return /^[0-9]$/.test(key) ? Math.round((Number(key) * FULL) / KEYS_FULL) : null;
}
