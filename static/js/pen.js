/* The one pen. It draws the same strokes on the sheet that is seen and on the small picture that is sent, and the
   server's pen, app/learning/pen.py, follows the same path. */

import { contextOf } from "./elements.js";
import { enlarged } from "./enlarge.js";

export const PEN = 0.05; // of the sheet's side: as thick as the strokes the reader learnt from
const CORNER = -0.2; // the cosine of a turn of about 100 degrees: the pen turned round here, it did not swing
const RASTER = 160; // px a side of the picture that is sent: the same from a phone and from a wall
const CHANNELS = 4; // of a picture's px: red, green, blue and how opaque it is
const OPAQUE = 255;
const LATE = 100; // ms: a picture that is not ready by then is encoded at once; a quick answer takes no longer

/** @typedef {import("./drawing.js").Stroke} Stroke */
/** @typedef {import("./squares.js").Squares} Squares */
/** @typedef {readonly (readonly number[])[]} Points [x, y, …] each */

/**
 * Return the path of a stroke: the place where it begins, [x, y]; then lines to [x, y] and curves round [cx, cy] to
 * [x, y], as [cx, cy, x, y]. Curves go from middle to middle of the points, and where the pen turned round, lines go
 * to the very tip.
 * @param {Points} points
 * @param {number} start a part begins in the middle behind this point
 * @param {number} end and ends in the middle behind this one, for which it needs two points more
 * @returns {number[][]}
 */
export function pathOf(points, start = 0, end = points.length - 1) {
  const [x, y] = points[start];
  const path = [start ? middleOf(points[start], points[start + 1]) : [x, y]];
  for (let i = start + 1; i < Math.min(end + 1, points.length - 1); i++) {
    const [cx, cy] = points[i];
    const [mx, my] = middleOf(points[i], points[i + 1]);
    if (isCorner(points[i - 1], points[i], points[i + 1])) path.push([cx, cy], [mx, my]);
    else path.push([cx, cy, mx, my]);
  }
  if (end === points.length - 1 && end > start) path.push([points[end][0], points[end][1]]);
  return path;
}

/**
 * Draw strokes on a canvas context, `side` px square, in one colour. Width is constant: speed says nothing.
 * @param {CanvasRenderingContext2D} context
 * @param {readonly Stroke[]} strokes
 * @param {number} side
 * @param {string} colour
 */
export function drawStrokes(context, strokes, side, colour) {
  preparePen(context, side, colour);
  for (const { points } of strokes) drawPath(context, pathOf(points), side);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} side
 * @param {string} colour
 */
export function preparePen(context, side, colour) {
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = PEN * side;
  context.lineCap = context.lineJoin = "round";
}

/**
 * Draw a path with the pen that was prepared; one place alone is a dot.
 * @param {CanvasRenderingContext2D} context
 * @param {number[][]} path
 * @param {number} side
 */
export function drawPath(context, path, side) {
  const [x, y] = path[0];
  context.beginPath();
  if (path.length === 1) {
    context.arc(x * side, y * side, (PEN * side) / 2, 0, 2 * Math.PI);
    return context.fill();
  }
  context.moveTo(x * side, y * side);
  for (let i = 1; i < path.length; i++) {
    const [a, b, c, d] = path[i];
    if (c === undefined) context.lineTo(a * side, b * side);
    else context.quadraticCurveTo(a * side, b * side, c * side, d * side);
  }
  context.stroke();
}

/**
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
function middleOf([ax, ay], [bx, by]) {
  return [(ax + bx) / 2, (ay + by) / 2];
}

/**
 * Whether a line turns so sharply at its middle point that a curve would lose the tip of a 7 or the flag of a 1.
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 * @param {readonly number[]} c
 */
function isCorner([ax, ay], [bx, by], [cx, cy]) {
  const [inX, inY, outX, outY] = [bx - ax, by - ay, cx - bx, cy - by];
  return inX * outX + inY * outY < CORNER * Math.hypot(inX, inY) * Math.hypot(outX, outY);
}

/**
 * Return how far a line goes, in sides of the sheet.
 * @param {Points} points
 */
export function lengthOf(points) {
  return points.reduce((sum, [x, y], i) => sum + (i ? Math.hypot(x - points[i - 1][0], y - points[i - 1][1]) : 0), 0);
}

/* The picture that is sent: black on white, of fixed size, whatever the screen is. */
export class Raster {
  #canvas;
  #context;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    canvas.width = canvas.height = RASTER;
    this.#canvas = canvas;
    // Painted by the processor, not the graphics card: the same bytes on every machine.
    this.#context = contextOf(canvas, { willReadFrequently: true });
  }

  /**
   * Resolve to the strokes' PNG.
   * @param {readonly Stroke[]} strokes
   */
  png(strokes) {
    this.#context.fillStyle = "#fff";
    this.#context.fillRect(0, 0, RASTER, RASTER);
    drawStrokes(this.#context, strokes, RASTER, "#000");
    return this.#png();
  }

  /**
   * Resolve to the PNG of squares that are a drawing by themselves.
   * @param {Squares} squares
   */
  pngOfSquares(squares) {
    const picture = new ImageData(RASTER, RASTER);
    for (const [px, grey] of enlarged(squares, RASTER).entries()) {
      picture.data.set([grey, grey, grey, OPAQUE], px * CHANNELS);
    }
    this.#context.putImageData(picture, 0, 0);
    return this.#png();
  }

  /**
   * Resolve to the PNG of what is painted now. Chromium encodes when it has nothing else to do, which on a busy machine
   * is a second later, or many: then it is done here, of a copy, for something else may be painted by then.
   * @returns {Promise<Blob | null>}
   */
  #png() {
    const painted = this.#context.getImageData(0, 0, RASTER, RASTER);
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.#context.putImageData(painted, 0, 0);
        resolve(blobOf(this.#canvas.toDataURL()));
      }, LATE);
      encode(this.#canvas, "image/png").then((blob) => {
        clearTimeout(late);
        resolve(blob);
      });
    });
  }
}

/**
 * Resolve to a canvas's picture, or null where the browser cannot make one.
 * @param {HTMLCanvasElement} canvas
 * @param {string} type
 * @param {number} [quality] 0..1, of a JPEG
 * @returns {Promise<Blob | null>}
 */
export function encode(canvas, type, quality) {
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}

/**
 * Return the PNG of a data URL. The page's policy lets no script fetch one.
 * @param {string} url
 */
function blobOf(url) {
  const text = atob(url.slice(url.indexOf(",") + 1));
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return new Blob([bytes], { type: "image/png" });
}
