/* Squares as a picture of 8 x 8 px that the page's style enlarges, in the page's own ink. */

import { contextOf } from "./elements.js";
import { paintSquares, SIDE } from "./squares.js";

/** @typedef {import("./squares.js").Squares} Squares */

export const INK = "black"; // of pictures that their style turns round on dark paper, whenever it becomes dark

/**
 * Paint squares on a whole canvas, or wipe it for null.
 * @param {HTMLCanvasElement} canvas
 * @param {Squares | null} squares
 */
export function paintCanvas(canvas, squares, colour = getComputedStyle(canvas).color) {
  const context = contextOf(canvas);
  canvas.width = canvas.height = SIDE;
  context.fillStyle = colour;
  if (squares) paintSquares(context, squares, 1);
}
