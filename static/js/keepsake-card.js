/* What the card to take home looks like: three squares in a row, of any size that it is printed in. */

import { drawStrokes } from "./pen.js";
import { readingsAlone } from "./readings.js";
import { paintSquares, SIDE } from "./squares.js";

const PAPER = "#fdfbf6";
const INK = "#1d1b18";
const SOFT = "#5f574a";
const LINE = "#d8cfbe";
const SEAL = "#b3311b"; // as on the page in daylight: the card is for paper
const SERIF = "Palatino, 'Hiragino Mincho ProN', 'Yu Mincho', 'Noto Serif CJK JP', 'DejaVu Serif', serif";
const MARGIN = 0.05; // of the width
const BETWEEN = 0.035; // of the width, from square to square
const TITLE = 0.115; // of the height: the sentence's type
const CAPTION = 0.045; // of the height
const CODE = 0.21; // of the height: 22 mm on A6, which any phone reads at arm's length
const NAME = "Eight by Eight";

/** @typedef {import("./squares.js").Squares} Squares */
/** @typedef {{ squares: Squares | null, strokes: readonly import("./drawing.js").Stroke[] }} Drawn */

/**
 * @typedef {object} Card
 * @property {Drawn} drawing
 * @property {Squares} seen the squares that it was read in
 * @property {Squares} twin
 * @property {string} sentence
 * @property {string[]} captions of the three
 * @property {string} date
 * @property {string[]} code a QR code, row by row, "1" for dark; empty where there is none
 */

/**
 * Paint the card on a whole canvas.
 * @param {CanvasRenderingContext2D} context
 * @param {{ width: number, height: number }} size px
 * @param {Card} card
 */
export function paintCard(context, { width, height }, { drawing, seen, twin, sentence, captions, date, code }) {
  const margin = MARGIN * width;
  const side = Math.min((width - 2 * margin - 2 * BETWEEN * width) / 3, 0.56 * height);
  const gap = (width - 2 * margin - 3 * side) / 2;
  const top = height / 2 - side / 2 + 0.02 * height;
  context.fillStyle = PAPER;
  context.fillRect(0, 0, width, height);
  const codeSide = paintCode(context, code, { right: width - margin, middle: top / 2, side: CODE * height });
  write(context, sentence, { x: margin, y: top / 2, size: TITLE * height, most: width - 2 * margin - codeSide });
  [drawing, { squares: seen }, { squares: twin }].forEach((one, place) => {
    const x = margin + place * (side + gap);
    frame(context, x, top, side);
    paint(context, one, { x, y: top, side });
    const y = top + side + 1.2 * CAPTION * height;
    write(context, captions[place], { x, y, size: CAPTION * height, most: side, colour: SOFT });
  });
  const bottom = height - 0.075 * height;
  const seal = CAPTION * height;
  context.fillStyle = SEAL;
  context.fillRect(margin, bottom - seal / 2, seal, seal);
  write(context, NAME, { x: margin + 1.6 * seal, y: bottom, size: seal, most: width / 2 });
  context.textAlign = "right";
  write(context, date, { x: width - margin, y: bottom, size: seal, most: width / 2, colour: SOFT });
  context.textAlign = "left";
}

/**
 * The code that leads to where the card was made, of whole px, so that its edges are sharp. Return how wide it is.
 * @param {CanvasRenderingContext2D} context
 * @param {string[]} code
 * @param {{ right: number, middle: number, side: number }} place
 */
function paintCode(context, code, { right, middle, side }) {
  if (!code.length) return 0;
  const module = Math.round(side / code.length);
  const [x, y] = [right - module * code.length, middle - (module * code.length) / 2].map(Math.round);
  context.fillStyle = INK;
  for (const [row, text] of code.entries()) {
    for (const [column, dark] of [...text].entries()) {
      if (dark === "1") context.fillRect(x + column * module, y + row * module, module, module);
    }
  }
  return module * code.length;
}

/**
 * A sheet, printed with the grid.
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} side
 */
function frame(context, x, y, side) {
  context.strokeStyle = LINE;
  context.lineWidth = side / 320;
  context.beginPath();
  for (let i = 0; i <= SIDE; i++) {
    const at = (i * side) / SIDE;
    context.moveTo(x + at, y);
    context.lineTo(x + at, y + side);
    context.moveTo(x, y + at);
    context.lineTo(x + side, y + at);
  }
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Partial<Drawn>} drawn
 * @param {{ x: number, y: number, side: number }} place
 */
function paint(context, { squares, strokes = [] }, { x, y, side }) {
  context.save();
  context.translate(x, y);
  context.beginPath();
  context.rect(0, 0, side, side);
  context.clip();
  context.fillStyle = INK;
  if (squares) paintSquares(context, squares, side / SIDE);
  else drawStrokes(context, strokes, side, INK);
  context.restore();
}

/**
 * Write a line, smaller where it would be too long.
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {{ x: number, y: number, size: number, most: number, colour?: string }} place `y` is its middle
 */
function write(context, text, { x, y, size, most, colour = INK }) {
  context.fillStyle = colour;
  context.textBaseline = "middle";
  context.font = `400 ${size}px ${SERIF}`;
  const shrunk = Math.min(1, most / context.measureText(text).width);
  context.font = `400 ${shrunk * size}px ${SERIF}`;
  context.fillText(readingsAlone(text), x, y);
}
