/* How each of the reader's own pictures is drawn, at any moment of its appearance. */

import { contextOf } from "./elements.js";
import { SIDE } from "./squares.js";

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {number} width px
 * @property {number} height px
 * @property {string} grey base64 of the bytes, row by row, 0 paper .. 255 ink
 * @property {string} [left_out] the same of what was found around the drawing and is not read
 * @property {number[]} [box] left, top, right and bottom of the ink, px
 * @property {number} [shear] how far it leans, px sideways for each px down
 */

/** @typedef {{ context: CanvasRenderingContext2D, side: number }} Surface */
/** @typedef {{ x: number, y: number, scale: number }} Frame where a picture lies on its surface */
/** @typedef {{ step: Step, picture: HTMLCanvasElement, colour: string }} Picture `colour` is that of the lines around it */

const FADED = 0.3; // how strong ink looks that is not read

/**
 * Each picture has its own way to appear; `t` goes from 0 to 1.
 * @type {Record<string, (surface: Surface, picture: Picture, t: number) => void>}
 */
export const DRAW = {
  ink(surface, picture, t) {
    const { context, side } = surface;
    const frame = frameOf(surface, picture.step, 1);
    const { box = [] } = picture.step;
    drawPicture(context, picture, frame, 1);
    const [left, top, right, bottom] = box.map((edge) => edge * frame.scale);
    const round = 2 * (right - left + bottom - top);
    context.strokeStyle = picture.colour;
    context.lineWidth = Math.max(1.5, side / 80);
    context.setLineDash([round * t, round]);
    context.strokeRect(frame.x + left, frame.y + top, right - left, bottom - top);
    context.setLineDash([]);
  },

  straight(surface, picture, t) {
    const { context, side } = surface;
    const slant = -(picture.step.shear ?? 0) * (1 - t);
    context.save();
    context.translate(side / 2, side / 2);
    context.transform(1, 0, slant, 1, 0, 0);
    context.translate(-side / 2, -side / 2);
    drawPicture(context, picture, frameOf(surface, picture.step, 0.86), 0.25 + 0.75 * t);
    context.restore();
  },

  bitmap(surface, picture, t) {
    const { context, side } = surface;
    context.save();
    context.beginPath();
    context.rect(0, 0, side, side * t);
    context.clip();
    drawPicture(context, picture, frameOf(surface, picture.step, 1), 1);
    context.restore();
    context.strokeStyle = picture.colour;
    context.globalAlpha = 0.45 * t;
    drawBlocks(surface);
    context.globalAlpha = 1;
  },
};

/**
 * Draw the lines between the blocks that become the squares.
 * @param {Surface} surface
 */
function drawBlocks({ context, side }) {
  context.lineWidth = 1;
  context.beginPath();
  for (let i = 1; i < SIDE; i++) {
    const at = Math.round((i * side) / SIDE) + 0.5;
    context.moveTo(at, 0);
    context.lineTo(at, side);
    context.moveTo(0, at);
    context.lineTo(side, at);
  }
  context.stroke();
}

/**
 * Return a canvas's surface, wiped and as sharp as the screen.
 * @param {HTMLCanvasElement} canvas
 * @param {number} width CSS px
 * @returns {Surface}
 */
export function prepare(canvas, width) {
  const side = Math.round(width * devicePixelRatio);
  if (canvas.width !== side) canvas.width = canvas.height = side;
  const context = contextOf(canvas);
  context.clearRect(0, 0, side, side);
  return { context, side };
}

/**
 * @param {Surface} surface
 * @param {Step} step
 * @param {number} share of the surface that the picture takes
 * @returns {Frame}
 */
function frameOf({ side }, { width, height }, share) {
  const scale = (side * share) / Math.max(width, height);
  return { x: (side - width * scale) / 2, y: (side - height * scale) / 2, scale };
}

/**
 * Draw a picture with its points kept square.
 * @param {CanvasRenderingContext2D} context
 * @param {Picture} picture
 * @param {Frame} frame
 * @param {number} alpha
 */
function drawPicture(context, { picture, step }, { x, y, scale }, alpha) {
  context.imageSmoothingEnabled = false;
  context.globalAlpha = alpha;
  context.drawImage(picture, x, y, step.width * scale, step.height * scale);
  context.globalAlpha = 1;
}

/**
 * Paint a step's ink in one colour on nothing, and faded what was left out.
 * @param {HTMLCanvasElement} canvas
 * @param {Step} step
 * @param {string} colour
 */
export function paintPicture(canvas, { width, height, grey, left_out: leftOut }, colour) {
  const data = new ImageData(width, height);
  const ink = bytesOf(grey);
  const around = leftOut ? bytesOf(leftOut) : null;
  for (let i = 0; i < ink.length; i++) data.data[4 * i + 3] = around ? Math.max(ink[i], FADED * around[i]) : ink[i];
  Object.assign(canvas, { width, height });
  const context = contextOf(canvas);
  context.putImageData(data, 0, 0);
  context.globalCompositeOperation = "source-in";
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
}

/** @param {string} letters base64 */
function bytesOf(letters) {
  const text = atob(letters);
  const bytes = new Uint8Array(text.length); // filled one by one: a tenth of the time of Uint8Array.from
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
