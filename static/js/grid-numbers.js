/* What stands in the 64 squares, to be seen and heard: their numbers, and behind them the lines that the ink runs along.
   They take their turns with what else a frame has to do. */

import { drawLine } from "./directions.js";
import { selectAll } from "./elements.js";
import { readingsAlone } from "./readings.js";
import { say, setLabel } from "./say.js";
import { placeOf, SIDE } from "./squares.js";
import { fill } from "./words.js";

const AT_ONCE = 1; // row that a frame has time to write: all 64 squares would take four frames of a cheap phone

/** @typedef {import("./directions.js").Line} Line */
/** @typedef {readonly (Line | null)[]} Lines one a square; none when nobody measured it */
/** @typedef {{ square: string, line?: string, ways?: Record<Line["way"], string> }} Words how a square is told */

export class GridNumbers {
  #element;
  #rows;
  #cells;
  #words;
  #frames;
  /** @type {readonly number[]} */
  #counts = [];
  /** @type {Lines} */
  #lines = [];
  #unwritten = SIDE; // the first row that waits for its numbers
  #isWriting = false;

  /**
   * @param {HTMLElement} element
   * @param {HTMLElement[]} cells row by row
   * @param {Words} words
   * @param {import("./frames.js").Frames | null} frames without, all is written at once
   */
  constructor(element, cells, words, frames) {
    this.#element = element;
    this.#rows = selectAll("[role=row]", element);
    this.#cells = cells;
    this.#words = words;
    this.#frames = frames;
  }

  /* The pen is down: what the squares said is no longer so. */
  hide() {
    this.#unwritten = SIDE;
    this.#element.removeAttribute("aria-busy");
    for (const row of this.#rows) row.toggleAttribute("data-live", true);
  }

  /**
   * Write all numbers and lines.
   * @param {readonly number[]} counts
   * @param {Lines} lines
   */
  write(counts, lines) {
    this.#take(counts, lines);
    this.#writeRows(SIDE);
  }

  /**
   * The same, a row in each frame that has time for one.
   * @param {readonly number[]} counts
   * @param {Lines} lines
   */
  writeSoon(counts, lines) {
    const frames = this.#frames;
    if (!frames) return this.write(counts, lines);
    this.#take(counts, lines);
    this.#element.setAttribute("aria-busy", "true");
    if (this.#isWriting) return; // it goes on from the first row
    this.#isWriting = true;
    const write = () => {
      this.#writeRows(AT_ONCE);
      this.#isWriting = this.#unwritten < SIDE;
      if (this.#isWriting) frames.defer(write);
    };
    frames.defer(write);
  }

  /**
   * @param {readonly number[]} counts
   * @param {Lines} lines
   */
  #take(counts, lines) {
    this.#counts = counts;
    this.#lines = lines;
    this.#unwritten = 0;
  }

  /**
   * Write so many of the rows that wait; none where the pen is down again, or a hand has set a square since.
   * @param {number} rows
   */
  #writeRows(rows) {
    const start = this.#unwritten;
    this.#unwritten = Math.min(SIDE, start + rows);
    for (let index = start * SIDE; index < this.#unwritten * SIDE; index++) {
      this.#label(index);
      drawLine(this.#cells[index], this.#lines[index]);
    }
    for (const row of this.#rows.slice(start, this.#unwritten)) row.removeAttribute("data-live");
    if (this.#unwritten === SIDE) this.#element.removeAttribute("aria-busy");
  }

  /** @param {number} index */
  #label(index) {
    const [cell, value, line] = [this.#cells[index], this.#counts[index], this.#lines[index]];
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
