/* Drawings as small pictures, on the page and on the card to keep, and what is written below each. */

import { drawStrokes } from "./pen.js";
import { paintSquares, SIDE } from "./squares.js";

/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./ten-challenge.js").Challenge} Challenge */
/** @typedef {ReturnType<Challenge["stateOf"]>} Result */

/**
 * Paint a drawing, strokes or squares, `side` px large where the context stands.
 * @param {CanvasRenderingContext2D} context
 * @param {Drawing} drawing
 * @param {number} side
 * @param {string} colour
 */
export function paintDrawing(context, { squares, strokes }, side, colour) {
  context.fillStyle = colour;
  if (squares) paintSquares(context, squares, side / SIDE);
  else drawStrokes(context, strokes, side, colour);
}

/**
 * Return what stands below a drawing: what was read, with a mark that needs no colour; where it was wrong, as notebooks
 * write it, what was read → what was meant.
 * @param {Result} result
 * @param {number} digit that was meant
 */
export function captionOf({ state, answer }, digit) {
  if (state === "right") return `${answer} ✓`;
  if (state === "wrong") return `${answer} → ${digit}`;
  return state === "skipped" ? "–" : "";
}
