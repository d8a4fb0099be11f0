/* The map of a machine: every drawing at its place, the border between signs, the margin along it in grey, rings around
   the support vectors, and a dot for the drawing on the sheet. */

import { contextOf, create } from "./elements.js";
import { paintSquares, SIDE } from "./squares.js";
import { squaresOf } from "./teach-lesson.js";
import { placeOf } from "./teach-place.js";

const SHARP = 2; // canvas pixels for each of the page's
const PICTURE = 0.085; // of the map's side: a drawing on it
const DOT = 0.018; // of the map's side: the radius of the dot for the drawing on the sheet
const GREY = 0.22; // ink on the border itself; none where the machine is sure

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
    paintBorder(context, this.#shown.plane, side, seal);
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
  context.beginPath();
  context.arc(x * side, y * side, DOT * side, 0, 2 * Math.PI);
  context.fillStyle = seal;
  context.fill();
  context.strokeStyle = paper;
  context.lineWidth = SHARP * 2;
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Plane} plane
 * @param {number} side
 * @param {string} ink
 */
function paintMargin(context, { margins }, side, ink) {
  const small = create("canvas", { width: margins.length, height: margins.length });
  const cells = contextOf(small);
  cells.fillStyle = ink;
  margins.forEach((line, row) => {
    line.forEach((margin, column) => {
      cells.globalAlpha = GREY * Math.max(0, 1 - margin);
      cells.fillRect(column, row, 1, 1);
    });
  });
  context.drawImage(small, 0, 0, side, side);
}

/**
 * Draw the lines on both sides of which another sign is read.
 * @param {CanvasRenderingContext2D} context
 * @param {Plane} plane
 * @param {number} side
 * @param {string} colour
 */
function paintBorder(context, { signs, margins }, side, colour) {
  const cell = side / signs.length;
  context.strokeStyle = colour;
  context.lineWidth = SHARP * 1.5;
  context.lineCap = "round";
  context.beginPath();
  for (let row = 0; row + 1 < signs.length; row++) {
    for (let column = 0; column + 1 < signs.length; column++) {
      const ends = crossings(signs, margins, row, column);
      const from = ends.length === 2 ? ends[0] : [0.5, 0.5]; // where three signs meet, all lines go to one point
      for (const [x, y] of ends.length === 2 ? ends.slice(1) : ends) {
        context.moveTo((column + 0.5 + from[0]) * cell, (row + 0.5 + from[1]) * cell);
        context.lineTo((column + 0.5 + x) * cell, (row + 0.5 + y) * cell);
      }
    }
  }
  context.stroke();
}

/**
 * Return where the border crosses the edges of the square between the middles of four cells, 0..1 of it (marching
 * squares): nearer to the cell that is less sure.
 * @param {number[][]} signs
 * @param {number[][]} margins
 * @param {number} row
 * @param {number} column
 * @returns {number[][]}
 */
export function crossings(signs, margins, row, column) {
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  return corners.flatMap(([x, y], i) => {
    const [toX, toY] = corners[(i + 1) % corners.length];
    if (signs[row + y][column + x] === signs[row + toY][column + toX]) return [];
    const [from, to] = [margins[row + y][column + x], margins[row + toY][column + toX]].map((m) => Math.max(m, 0.01));
    const share = from / (from + to);
    return [[x + (toX - x) * share, y + (toY - y) * share]];
  });
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
  context.strokeStyle = index === weightiest ? seal : ink;
  context.lineWidth = SHARP * (index === weightiest ? 3 : 1.25);
  context.beginPath();
  context.arc(x * side, y * side, size * 0.72, 0, 2 * Math.PI);
  context.stroke();
}
