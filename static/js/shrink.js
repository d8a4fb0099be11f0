/* A picture too large to be sent, made smaller first: a phone's photo has more pixels than any digit needs. */

import { contextOf, create } from "./elements.js";
import { encode } from "./pen.js";

const SIDE = 2048; // px: the longest side of a picture that was shrunk; a digit in a photo still has hundreds
const QUALITY = 0.9; // of a JPEG, 0..1: no seams that could be taken for ink
const PAPER = "#fff"; // below clear places, which a JPEG cannot have

/**
 * Resolve to a picture file of `most` bytes or fewer: the file itself when it is small enough, or when the browser
 * cannot read it, so that the server says what is wrong with it.
 * @param {Blob} file
 * @param {number} most bytes that the server takes
 * @returns {Promise<Blob>}
 */
export async function shrink(file, most) {
  if (!(file.size > most)) return file;
  try {
    const canvas = await drawn(file);
    const png = file.type === "image/jpeg" ? null : await encode(canvas, "image/png");
    if (png && png.size <= most) return png;
    return (await encode(onPaper(canvas), "image/jpeg", QUALITY)) ?? file;
  } catch {
    return file;
  }
}

/**
 * Return the size of a picture whose longer side is `SIDE` at most.
 * @param {{ width: number, height: number }} picture
 */
export function shrunkSize({ width, height }) {
  const scale = Math.min(1, SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Resolve to a canvas with the picture, upright as its camera was held. Rejects where the browser cannot read it.
 * @param {Blob} file
 */
async function drawn(file) {
  const picture = await createImageBitmap(file);
  const canvas = create("canvas", shrunkSize(picture));
  const context = contextOf(canvas);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas;
}

/**
 * Return the canvas with paper behind what is drawn on it.
 * @param {HTMLCanvasElement} canvas
 */
function onPaper(canvas) {
  const context = contextOf(canvas);
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}
