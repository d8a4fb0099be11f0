/* What the visitor has made, and the way back: strokes on the sheet, or squares set by hand. Strokes are the truth;
   every picture of them is a view. Points are [x, y, t], x and y in 0..1 of the sheet, t in milliseconds. */

import { isBlank, isFirst } from "./squares.js";

const STEPS_KEPT = 200; // undo steps: more than anybody takes, few enough for a day without a reload
const GRAIN = 8192; // places along a side: a quarter of a pixel on a 4-K wall, and the same on every screen

/** @typedef {import("./squares.js").Squares} Squares */
/** @typedef {[x: number, y: number, t: number]} Point */
/** @typedef {{ readonly pointerType: string, readonly points: Point[] }} Stroke */
/**
 * @typedef {object} State
 * @property {readonly Stroke[]} strokes
 * @property {Squares | null} squares
 * @property {boolean} [isDrawnInSquares] whether the grid was empty when the first of them was set
 */

/** @type {State} */
const NOTHING = Object.freeze({ strokes: Object.freeze([]), squares: null });

export class Drawing {
  /** @type {State[]} */
  #past = [];
  #now = NOTHING;
  /** @type {State[]} */
  #future = [];
  /** @type {Stroke | null} */
  #live = null;

  /**
   * All strokes, the one under the pen last.
   * @returns {readonly Stroke[]}
   */
  get strokes() {
    return this.#live ? [...this.#now.strokes, this.#live] : this.#now.strokes;
  }

  /* 8 rows of 8 numbers 0..16 when the squares were set by hand, else null: then the strokes count. */
  get squares() {
    return this.#live ? null : this.#now.squares;
  }

  /* Whether the squares are a drawing by themselves; else they are those of the strokes, changed. */
  get isDrawnInSquares() {
    return Boolean(this.squares && this.#now.isDrawnInSquares);
  }

  /* What lies on the sheet, the stroke under the pen left out. The same object as long as it is the same drawing. */
  get state() {
    return this.#now;
  }

  get isEmpty() {
    return !this.strokes.length && !this.squares;
  }

  /* Whether there is nothing to read: no stroke, and no square with a point. */
  get isBlank() {
    return this.squares ? isBlank(this.squares) : this.isEmpty;
  }

  get isLive() {
    return this.#live !== null;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /**
   * @param {string} pointerType
   * @param {Point} point
   */
  begin(pointerType, point) {
    this.#live = { pointerType, points: [snapped(point)] };
  }

  /** @param {Point[]} points */
  extend(points) {
    if (!this.#live) return;
    const line = this.#live.points;
    for (const point of points.map(snapped)) {
      const [x, y] = line[line.length - 1];
      if (point[0] !== x || point[1] !== y) line.push(point);
    }
  }

  end() {
    if (!this.#live) return;
    const strokes = [...this.#now.strokes, this.#live];
    this.#live = null;
    this.#step({ strokes, squares: null });
  }

  drop() {
    this.#live = null;
  }

  /**
   * Set the squares by hand.
   * @param {Squares} squares
   * @param {boolean} amend whether the change belongs to the step before it: one drag, one undo
   */
  setSquares(squares, amend = false) {
    const isDrawnInSquares = this.isDrawnInSquares || isFirst(squares);
    const next = { strokes: this.#now.strokes, squares, isDrawnInSquares };
    if (amend && this.#now.squares) this.#now = next;
    else this.#step(next);
  }

  clear() {
    this.drop();
    if (!this.isEmpty) this.#step(NOTHING);
  }

  /**
   * Show what is drawn elsewhere: there is no way back here.
   * @param {Stroke[]} strokes
   * @param {boolean} isLive whether the last of them is still under the pen
   */
  mirror(strokes, isLive) {
    this.reset();
    this.#live = (isLive && strokes.at(-1)) || null;
    this.#now = { strokes: this.#live ? strokes.slice(0, -1) : strokes, squares: null };
  }

  /* Forget everything, the way back too: the next visitor begins. */
  reset() {
    this.drop();
    this.#past = [];
    this.#now = NOTHING;
    this.#future = [];
  }

  /**
   * Whether the sheet has nothing of this drawing any more.
   * @param {State} state
   */
  isWithout(state) {
    return this.#now !== state && !this.#now.strokes.some((stroke) => state.strokes.includes(stroke));
  }

  /**
   * Open an earlier sheet again.
   * @param {State} state
   */
  reopen(state) {
    this.drop();
    this.#step(state);
  }

  undo() {
    if (this.#live) return this.drop();
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.#now);
    this.#now = before;
  }

  redo() {
    const after = this.#live ? undefined : this.#future.pop();
    if (!after) return;
    this.#past.push(this.#now);
    this.#now = after;
  }

  /* What survives a change of page, and back. */
  save() {
    const { strokes, squares, isDrawnInSquares } = this;
    return JSON.stringify({ strokes, squares, isDrawnInSquares });
  }

  /** @param {string} text */
  restore(text) {
    const { strokes, squares, isDrawnInSquares } = JSON.parse(text);
    if (strokes.length) this.#step({ strokes, squares: null });
    if (squares) this.#step({ strokes, squares, isDrawnInSquares });
  }

  /** @param {State} next */
  #step(next) {
    this.#past = [...this.#past, this.#now].slice(-STEPS_KEPT);
    this.#now = next;
    this.#future = [];
  }
}

/**
 * @param {Point} point
 * @returns {Point}
 */
function snapped([x, y, t]) {
  return [Math.round(x * GRAIN) / GRAIN, Math.round(y * GRAIN) / GRAIN, t];
}
