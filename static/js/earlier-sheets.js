/* The last few sheets, small, newest first. A press opens one again: dispatches "open" with `detail.state`. */

import { contextOf, create } from "./elements.js";
import { emit } from "./events.js";
import { drawPath, pathOf, preparePen } from "./pen.js";
import { INK } from "./small-squares.js";
import { paintSquares, SIDE } from "./squares.js";
import { fill } from "./words.js";

const MOST = 5; // sheets
const THUMBNAIL = 96; // px: sharp at 40 on a phone's screen

/** @typedef {import("./drawing.js").State} State */
/** @typedef {{ state: State, name: string }} Sheet what is on it, and what was read in it */

export class EarlierSheets extends EventTarget {
  #list;
  #words;
  /** @type {Map<State, HTMLElement>} the entry of each sheet, the oldest first */
  #entries = new Map();

  /**
   * @param {HTMLElement} list
   * @param {{ reopen: string }} words
   */
  constructor(list, words) {
    super();
    this.#list = list;
    this.#words = words;
  }

  /** @param {Sheet} sheet */
  add(sheet) {
    if (this.#entries.has(sheet.state)) return;
    const entry = this.#entry(sheet);
    this.#entries.set(sheet.state, entry);
    this.#list.prepend(entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MOST) this.remove(oldest);
    this.#list.scrollLeft = 0;
  }

  /**
   * Take a sheet out that lies on the table again.
   * @param {State} state
   */
  remove(state) {
    this.#entries.get(state)?.remove();
    this.#entries.delete(state);
  }

  /* Take all of them out. */
  clear() {
    for (const state of [...this.#entries.keys()]) this.remove(state);
  }

  /** @param {Sheet} sheet */
  #entry({ state, name }) {
    const label = fill(this.#words.reopen, { name });
    const button = create("button", { type: "button", title: label }, { "aria-label": label });
    button.append(thumbnail(state));
    button.addEventListener("click", () => emit(this, "open", { state }));
    const entry = create("li");
    entry.append(button);
    return entry;
  }
}

/** @param {State} state */
function thumbnail({ strokes, squares }) {
  const canvas = create("canvas", { width: THUMBNAIL, height: THUMBNAIL }, { "aria-hidden": "true" });
  const context = contextOf(canvas);
  preparePen(context, THUMBNAIL, INK);
  context.fillStyle = INK;
  if (squares) paintSquares(context, squares, THUMBNAIL / SIDE);
  else for (const { points } of strokes) drawPath(context, pathOf(points), THUMBNAIL);
  return canvas;
}
