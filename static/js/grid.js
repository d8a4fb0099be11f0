/* The 64 squares, alive: shown to everybody, changed by mouse, finger or keyboard. Dispatches "change" with
   `detail.squares` (8 rows of 8 numbers 0..16) and `detail.amend` true for the later squares of one drag. */

import { fill } from "./answer.js";

const SIDE = 8;
const FULL = 16; // points in a square
const KEYS_FULL = 9; // the digit key that stands for a full square
const LIGHT = 0.05; // ink per point up to half: numbers in ink stay readable on it
const DARK = 0.04; // less than full ink per missing point above half: numbers in paper stay readable on it

export class Grid extends EventTarget {
  #element;
  #cells;
  #words;
  #values = Array(SIDE * SIDE).fill(0);
  #here = 0;
  #brush = null; // the value a drag sets
  #touched = false;

  #key = (event) => this.#press(event);
  #down = (event) => this.#start(event);
  #over = (event) => this.#drag(event);
  #up = () => (this.#brush = null);
  #click = (event) => this.#tap(event);
  #focus = (event) => this.#stand(this.#cells.indexOf(event.target));

  constructor(element, words) {
    super();
    this.#element = element;
    this.#words = words;
    this.#cells = [...element.querySelectorAll("[role=gridcell]")];
    this.#settle();
  }

  on() {
    this.#listen("addEventListener");
  }

  off() {
    this.#listen("removeEventListener");
  }

  get isEmpty() {
    return this.#values.every((value) => !value);
  }

  /* Show 8 rows of 8 numbers 0..16. While the pen is down only their tones, which cost the page no new layout. */
  show(squares, settled = true) {
    const before = this.#values;
    this.#values = squares.flat();
    this.#values.forEach((value, index) => value !== before[index] && this.#tint(index));
    if (settled) this.#settle();
    else this.#element.toggleAttribute("data-live", true);
  }

  clear() {
    this.show(Array(SIDE).fill(Array(SIDE).fill(0)));
  }

  #listen(change) {
    const grid = this.#element;
    grid[change]("keydown", this.#key);
    grid[change]("pointerdown", this.#down);
    grid[change]("pointerover", this.#over);
    grid[change]("click", this.#click);
    grid[change]("focusin", this.#focus);
    window[change]("pointerup", this.#up);
    window[change]("pointercancel", this.#up);
  }

  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = moved(this.#here, event.key);
    const value = changed(this.#values[this.#here], event.key);
    if (target === null && value === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (target !== null) this.#cells[target].focus();
    else this.#set(this.#here, value, false);
  }

  /* Mouse and pen paint from square to square; a finger must be free to scroll past, so it taps. */
  #start(event) {
    const index = this.#cells.indexOf(event.target);
    this.#touched = event.pointerType === "touch";
    if (index < 0 || event.button !== 0 || this.#touched) return;
    if (event.target.hasPointerCapture?.(event.pointerId)) event.target.releasePointerCapture(event.pointerId);
    this.#brush = this.#values[index] ? 0 : FULL;
    this.#set(index, this.#brush, false);
  }

  #drag(event) {
    const index = this.#cells.indexOf(event.target);
    if (this.#brush === null || index < 0 || !event.buttons) return;
    if (this.#values[index] !== this.#brush) this.#set(index, this.#brush, true);
  }

  /* A finger's tap, or a click that a screen reader makes: those have no pointer's press before them. */
  #tap(event) {
    const index = this.#cells.indexOf(event.target);
    if (index < 0 || !(this.#touched || event.detail === 0)) return;
    this.#set(index, this.#values[index] ? 0 : FULL, false);
  }

  #set(index, value, amend) {
    this.#values[index] = value;
    this.#tint(index);
    this.#settle();
    this.#stand(index);
    const squares = Array.from({ length: SIDE }, (_, row) => this.#values.slice(row * SIDE, row * SIDE + SIDE));
    this.dispatchEvent(new CustomEvent("change", { detail: { squares, amend } }));
  }

  #stand(index) {
    if (index < 0) return;
    this.#cells[this.#here].tabIndex = -1;
    this.#cells[index].tabIndex = 0;
    this.#here = index;
  }

  /* All numbers stand in their squares, to be seen and heard. */
  #settle() {
    this.#element.removeAttribute("data-live");
    this.#cells.forEach((_, index) => this.#label(index));
  }

  #tint(index) {
    const value = this.#values[index];
    this.#cells[index].style.setProperty("--tone", toneOf(value).toFixed(2));
    this.#cells[index].toggleAttribute("data-dark", value > FULL / 2);
  }

  #label(index) {
    const cell = this.#cells[index];
    const value = this.#values[index];
    if (cell.textContent === String(value) && cell.hasAttribute("aria-label")) return;
    const place = { row: Math.floor(index / SIDE) + 1, column: (index % SIDE) + 1, value };
    cell.textContent = value;
    cell.setAttribute("aria-selected", value > 0);
    cell.setAttribute("aria-label", fill(this.#words.square, place));
  }
}

/* How much ink a square shows, 0..1: no tone is so grey that its number could not be read. */
export function toneOf(value) {
  return value > FULL / 2 ? 1 - DARK * (FULL - value) : LIGHT * value;
}

/* The square a key leads to, or null when it leads nowhere. */
export function moved(index, key) {
  const row = Math.floor(index / SIDE);
  const column = index % SIDE;
  const last = SIDE - 1;
  const places = {
    ArrowLeft: [row, Math.max(0, column - 1)],
    ArrowRight: [row, Math.min(last, column + 1)],
    ArrowUp: [Math.max(0, row - 1), column],
    ArrowDown: [Math.min(last, row + 1), column],
    Home: [row, 0],
    End: [row, last],
  };
  return places[key] ? places[key][0] * SIDE + places[key][1] : null;
}

/* The number a key makes of a square's, or null when it makes none. Keys 0..9 span empty to full. */
export function changed(value, key) {
  if (key === " " || key === "Enter") return value ? 0 : FULL;
  if (key === "Delete" || key === "Backspace") return 0;
  if (key === "+") return Math.min(FULL, value + 1);
  if (key === "-") return Math.max(0, value - 1);
  return /^[0-9]$/.test(key) ? Math.round((Number(key) * FULL) / KEYS_FULL) : null;
}
