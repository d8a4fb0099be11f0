/* The map of a machine: every drawing at its place, the border between signs, the margin along it in grey, rings around
   the support vectors, and a dot for the drawing on the sheet. */

import { paintBorder, paintMargin } from "./border-lines.js";
import { contextOf } from "./elements.js";
import { paintDisc } from "./shapes.js";
import { paintSquares, SIDE } from "./squares.js";
import { squaresOf } from "./teach-lesson.js";
import { placeOf } from "./teach-place.js";

const SHARP = 2; // canvas pixels for each of the page's
const PICTURE = 0.085; // of the map's side: a drawing on it
const DOT = 0.018; // of the map's side: the radius of the dot for the drawing on the sheet

/** @typedef {import("./teach-lesson.js").Example} Example */
/** @typedef {import("./teach-place.js").Axes & { places: [number, number][], margins: number[][] }} Plane */
/** @typedef {{ plane: Plane, names: string[], examples: readonly Example[], support: Set<number>, weightiest: number }} Shown */
/** @typedef {{ row: number[], sign: string }} Read */

export class PlaneMap {
  #canvas;
  /** @type {Shown | null} */
  #shown = null;
  /** @type {Read | null} */
  #drawing = null;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
    const repaint = () => this.#paint();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
    new ResizeObserver(repaint).observe(canvas);
  }

  /** @param {Shown} shown */
  show(shown) {
    this.#shown = shown;
    this.#paint();
  }

  /**
   * Where the drawing on the sheet lies, as it was read.
   * @param {Read | null} drawing
   */
  showDrawing(drawing) {
    this.#drawing = drawing;
    this.#paint();
  }

  #paint() {
    const side = Math.round(this.#canvas.clientWidth * SHARP);
    if (!this.#shown || !side) return;
    this.#canvas.width = this.#canvas.height = side;
    const context = contextOf(this.#canvas);
    const style = getComputedStyle(this.#canvas);
    const [ink, seal] = [style.color, style.getPropertyValue("--seal")];
    paintMargin(context, this.#shown.plane, side, ink);
    paintBorder(context, this.#shown.plane, side, { colour: seal, width: SHARP * 1.5 });
    for (const index of this.#shown.examples.keys()) paintExample(context, this.#shown, index, side, { ink, seal });
    if (!this.#drawing) return;
    const { plane, names } = this.#shown;
    const place = placeOf(plane, this.#drawing.row, names.indexOf(this.#drawing.sign));
    paintDot(context, place, side, { paper: style.getPropertyValue("--paper"), seal });
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number[]} place
 * @param {number} side
 * @param {{ paper: string, seal: string }} colours
 */
function paintDot(context, [x, y], side, { paper, seal }) {
  paintDisc(context, [x * side, y * side], DOT * side, { fill: seal, edge: paper, width: SHARP * 2 });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Shown} shown
 * @param {number} index
 * @param {number} side
 * @param {{ ink: string, seal: string }} colours
 */
function paintExample(context, { plane, examples, support, weightiest }, index, side, { ink, seal }) {
  const [x, y] = plane.places[index];
  const size = PICTURE * side;
  context.save();
  context.translate(x * side - size / 2, y * side - size / 2);
  context.fillStyle = ink;
  paintSquares(context, squaresOf(examples[index].row), size / SIDE);
  context.restore();
  if (!support.has(index)) return;
  const ring = index === weightiest ? { edge: seal, width: SHARP * 3 } : { edge: ink, width: SHARP * 1.25 };
  paintDisc(context, [x * side, y * side], size * 0.72, ring);
}
