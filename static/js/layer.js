/* A sheet's ink, painted anew in every frame. What will not change any more is painted once and kept as a picture, so
   that a frame takes as long after half a minute of scribbling as after a second. */

import { contextOf } from "./elements.js";
import { drawPath, pathOf, preparePen } from "./pen.js";

const ENOUGH = 256; // lines that a layer does not keep yet: fewer are painted as fast as a picture of the sheet

/** @typedef {import("./drawing.js").Stroke} Stroke */

export class Layer {
  #canvas;
  /** @type {{ stroke: Stroke, end: number }[]} each stroke in the picture, painted up to the middle behind point `end` */
  #kept = [];
  #side = 0;
  #colour = "";

  /** @param {HTMLCanvasElement} canvas one that nobody sees */
  constructor(canvas) {
    this.#canvas = canvas;
  }

  /**
   * Paint strokes, and nothing else, on a canvas context of `side` px, in one colour.
   * @param {CanvasRenderingContext2D} context
   * @param {readonly Stroke[]} strokes
   * @param {number} side
   * @param {string} colour
   */
  paint(context, strokes, side, colour) {
    if (!this.#isBeginningOf(strokes, side, colour)) this.#reset(side, colour);
    if (this.#countNew(strokes) >= ENOUGH) this.#keep(strokes);
    context.clearRect(0, 0, side, side);
    if (this.#kept.length) context.drawImage(this.#canvas, 0, 0);
    this.#paintNew(context, strokes);
  }

  /**
   * @param {readonly Stroke[]} strokes
   * @param {number} side
   * @param {string} colour
   */
  #isBeginningOf(strokes, side, colour) {
    if (side !== this.#side || colour !== this.#colour) return false;
    return this.#kept.every(({ stroke }, i) => strokes[i] === stroke);
  }

  /**
   * @param {number} side
   * @param {string} colour
   */
  #reset(side, colour) {
    this.#kept = [];
    this.#side = side;
    this.#colour = colour;
  }

  /**
   * How many of the strokes' lines are not in the picture.
   * @param {readonly Stroke[]} strokes
   */
  #countNew(strokes) {
    return strokes.reduce((sum, { points }, i) => sum + points.length - 1 - (this.#kept[i]?.end ?? 0), 0);
  }

  /** @param {readonly Stroke[]} strokes */
  #keep(strokes) {
    const context = contextOf(this.#canvas);
    if (!this.#kept.length) this.#canvas.width = this.#canvas.height = this.#side; // clears it, too
    this.#paintNew(context, strokes.slice(0, -1));
    const last = strokes.length - 1;
    const { points } = strokes[last];
    const [start, end] = [this.#kept[last]?.end ?? 0, Math.max(0, points.length - 2)];
    if (end > start) drawPath(context, pathOf(points, start, end), this.#side);
    this.#kept = strokes.map((stroke) => ({ stroke, end: stroke.points.length - 1 }));
    this.#kept[last].end = end; // its last point may be a bend yet
  }

  /**
   * Paint what the picture does not hold.
   * @param {CanvasRenderingContext2D} context
   * @param {readonly Stroke[]} strokes
   */
  #paintNew(context, strokes) {
    preparePen(context, this.#side, this.#colour);
    strokes.forEach(({ points }, i) => {
      const start = this.#kept[i]?.end ?? 0;
      if (!start || start < points.length - 1) drawPath(context, pathOf(points, start), this.#side);
    });
  }
}
