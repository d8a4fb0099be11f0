/* Drawings as pictures: one on a small canvas of the page, or all ten in a row to take home. */

import { contextOf } from "./elements.js";
import { drawStrokes, encode } from "./pen.js";
import { paintSquares, SIDE } from "./squares.js";

const CELL = 160; // px a drawing's side in the saved picture
const GAP = 16; // px between and around
const CAPTION = 96; // px: the height of the answers' line
const PAPER = "#ffffff";
const INK = "#1d1b18";
const WRONG = "#b3311b"; // as on the page in daylight: the picture is for paper
const LINE = "#d8cfbe";
const TYPE = "600 56px Palatino, 'DejaVu Serif', serif";
/** @type {Record<string, string>} */
const MARKS = { right: "✓", wrong: "✗", skipped: "–" };

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
 * Return what stands below a drawing: the digit that was read and a mark that needs no colour, or nothing.
 * @param {Result} result
 */
export function captionOf({ state, answer }) {
  return [answer, MARKS[state]].filter((part) => part !== undefined).join(" ");
}

/**
 * Resolve to the PNG of the whole challenge: ten drawings, and below each the answer.
 * @param {Challenge} challenge
 * @param {HTMLCanvasElement} canvas
 */
export function pictureOf(challenge, canvas) {
  const count = challenge.drawings.length;
  canvas.width = count * (CELL + GAP) + GAP;
  canvas.height = CELL + 2 * GAP + CAPTION;
  const context = contextOf(canvas);
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  challenge.drawings.forEach((drawing, digit) => {
    context.save();
    context.translate(GAP + digit * (CELL + GAP), GAP);
    paintCell(context, drawing, challenge.stateOf(digit));
    context.restore();
  });
  return encode(canvas, "image/png");
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Drawing} drawing
 * @param {Result} result
 */
function paintCell(context, drawing, result) {
  context.strokeStyle = LINE;
  context.lineWidth = 2;
  context.strokeRect(0, 0, CELL, CELL);
  paintDrawing(context, drawing, CELL, INK);
  context.fillStyle = result.state === "wrong" ? WRONG : INK;
  context.font = TYPE;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(captionOf(result), CELL / 2, CELL + GAP / 2 + CAPTION / 2);
}
