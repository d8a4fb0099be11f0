/* Paints all digits of the map, each in its own squares, in the tint of its class, or, where their pictures cannot be
   had, as its name. It knows neither page nor thread: a few at a time, so that whoever asks for them may stop between. */

import { SIDE } from "./squares.js";

const MARGIN = 0.025; // of the side, round the digits
const MARK = 0.0155; // of the side: a digit's own, a little less than there is room for
const AT_ONCE = 10; // digits between two chances to stop
const SHARP = 2 * SIDE; // px: smaller pictures are smoothed, or whole rows of them would fall away

/** @typedef {import("./map-points.js").Points} Points */
/** @typedef {HTMLImageElement | HTMLCanvasElement | OffscreenCanvas | ImageBitmap} Pictures 8 x 8 px each, row by row */
/** @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context */
/** @typedef {{ pictures: Pictures | null, side: number, tints: string[] }} Look black pictures, or names; px; colours of the classes */
/** @typedef {{ pictures: Pictures | null, labels: number[], tints: string[] }} Ink pictures that have their tints, or names */

/**
 * Return where a place of the map lies on a canvas, as a share of its side.
 * @param {number} place 0..1
 */
export function shareOfSide(place) {
  return MARGIN + place * (1 - 2 * MARGIN);
}

/**
 * Return where a share of a canvas's side lies on the map.
 * @param {number} share
 */
export function placeAt(share) {
  return (share - MARGIN) / (1 - 2 * MARGIN);
}

/**
 * Paint all digits, and their pictures in their tints; both canvases get their size.
 * @param {Context} map
 * @param {Context} tinted
 * @param {Points} points
 * @param {Look} look
 */
export function* paintAll(map, tinted, points, { pictures, side, tints }) {
  // All tints first: whoever paints from a canvas that changed meanwhile pays for a copy of it.
  if (pictures) yield* tintAll(tinted, pictures, points.labels, tints);
  map.canvas.width = map.canvas.height = side;
  const ink = { pictures: pictures && tinted.canvas, labels: points.labels, tints };
  for (const index of points.labels.keys()) {
    const [x, y] = [points.x[index], points.y[index]].map((place) => shareOfSide(place) * side);
    paintOne(map, ink, index, x, y, MARK * side);
    if (index % AT_ONCE === 0) yield;
  }
}

/**
 * Paint one digit, `size` px wide, with its middle at a place of a canvas.
 * @param {Context} context
 * @param {Ink} ink
 * @param {number} index
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
export function paintOne(context, { pictures, labels, tints }, index, x, y, size) {
  if (!pictures) return write(context, labels[index], tints[labels[index]], x, y, size);
  context.imageSmoothingEnabled = size < SHARP;
  context.drawImage(pictures, ...cellOf(index, pictures), SIDE, SIDE, x - size / 2, y - size / 2, size, size);
}

/**
 * Return where a digit's picture begins in the picture of all.
 * @param {number} index
 * @param {Pictures} pictures
 * @returns {[x: number, y: number]}
 */
export function cellOf(index, { width }) {
  const columns = width / SIDE;
  return [(index % columns) * SIDE, Math.floor(index / columns) * SIDE];
}

/**
 * Tint the pictures: their classes' colours go wherever they have ink.
 * @param {Context} context
 * @param {Pictures} pictures
 * @param {number[]} labels
 * @param {string[]} tints
 */
function* tintAll(context, pictures, labels, tints) {
  const { canvas } = context;
  Object.assign(canvas, { width: pictures.width, height: pictures.height });
  context.drawImage(pictures, 0, 0);
  context.globalCompositeOperation = "source-atop";
  for (const [index, label] of labels.entries()) {
    context.fillStyle = tints[label];
    context.fillRect(...cellOf(index, canvas), SIDE, SIDE);
    if (index % AT_ONCE === 0) yield;
  }
}

/**
 * @param {Context} context
 * @param {number} label
 * @param {string} tint
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
function write(context, label, tint, x, y, size) {
  context.font = `700 ${size}px sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = tint;
  context.fillText(String(label), x, y);
}
