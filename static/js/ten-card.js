/* The card to keep: all ten drawings with what was read in them, a title and the score, in the shape that pages and
   messages show of a link. It is for paper: ink on white, whatever the page's colours. */

import { contextOf } from "./elements.js";
import { encode } from "./pen.js";
import { readingsAlone } from "./readings.js";
import { captionOf, paintDrawing } from "./ten-picture.js";

const [WIDTH, HEIGHT] = [1200, 630]; // px
const MARGIN = 56; // px at each side
const TITLE = 92; // px: the title's baseline
const SCORE = 152; // px: the score's
const [FIRST, NEXT] = [196, 212]; // px: where the first row of drawings begins, and how far the second is below
const TILE = 148; // px a drawing's side
const CAPTION = 40; // px from a drawing to the baseline of what is below it
const COLUMNS = 5;
const PAPER = "#ffffff";
const INK = "#1d1b18";
const SOFT = "#5f574a";
const WRONG = "#b3311b"; // as on the page in daylight
const LINE = "#d8cfbe";
const SERIF = "Palatino, 'DejaVu Serif', 'Noto Serif CJK JP', serif";
const SANS = "system-ui, 'Noto Sans CJK JP', sans-serif";
const NAME = "Eight by Eight";

/** @typedef {import("./ten-challenge.js").Challenge} Challenge */

/**
 * Resolve to the card as a PNG.
 * @param {Challenge} challenge
 * @param {HTMLCanvasElement} canvas
 * @param {{ title: string, score: string }} texts
 */
export function cardOf(challenge, canvas, { title, score }) {
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const context = contextOf(canvas);
  context.fillStyle = PAPER;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  write(context, title, MARGIN, TITLE, { font: `48px ${SERIF}` });
  write(context, NAME, WIDTH - MARGIN, TITLE, { font: `28px ${SERIF}`, colour: SOFT, align: "right" });
  write(context, score, MARGIN, SCORE, { font: `32px ${SANS}`, colour: SOFT });
  challenge.drawings.forEach((_, digit) => {
    context.save();
    context.translate(...placeOf(digit));
    paintTile(context, challenge, digit);
    context.restore();
  });
  return encode(canvas, "image/png");
}

/**
 * Return where a digit's drawing begins: five in a row, from margin to margin.
 * @param {number} digit
 * @returns {[x: number, y: number]}
 */
function placeOf(digit) {
  const step = (WIDTH - 2 * MARGIN - TILE) / (COLUMNS - 1);
  return [MARGIN + (digit % COLUMNS) * step, FIRST + Math.floor(digit / COLUMNS) * NEXT];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Challenge} challenge
 * @param {number} digit
 */
function paintTile(context, challenge, digit) {
  const result = challenge.stateOf(digit);
  const isWrong = result.state === "wrong";
  context.strokeStyle = isWrong ? WRONG : LINE;
  context.lineWidth = isWrong ? 4 : 2;
  context.strokeRect(0, 0, TILE, TILE);
  paintDrawing(context, challenge.drawings[digit], TILE, INK);
  const style = { font: `600 30px ${SERIF}`, colour: isWrong ? WRONG : INK, align: /** @type {const} */ ("center") };
  write(context, captionOf(result, digit), TILE / 2, TILE + CAPTION, style);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} x
 * @param {number} y of the baseline
 * @param {{ font: string, colour?: string, align?: CanvasTextAlign }} style
 */
function write(context, text, x, y, { font, colour = INK, align = "left" }) {
  context.font = font;
  context.fillStyle = colour;
  context.textAlign = align;
  context.textBaseline = "alphabetic";
  context.fillText(readingsAlone(text), x, y, WIDTH - 2 * MARGIN);
}
