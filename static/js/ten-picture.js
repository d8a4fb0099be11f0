/* Drawings as pictures: one on a small canvas of the page, or all ten in a row to take home. */

import { drawStrokes } from "./pen.js";

const CELL = 160; // px a drawing's side in the saved picture
const GAP = 16; // px between and around
const SAID = 96; // px: the height of the answers' line
const PAPER = "#ffffff";
const INK = "#1d1b18";
const WRONG = "#b3311b"; // as on the page in daylight: the picture is for paper
const LINE = "#d8cfbe";
const TYPE = "600 56px Palatino, 'DejaVu Serif', serif";
const MARKS = { right: "✓", wrong: "✗" };
const GRID = 8;
const FULL = 16; // points in a square

/* Paint a drawing, strokes or squares, `side` px large where the context stands. */
export function paint(context, drawing, side, colour) {
  if (!drawing.squares) return drawStrokes(context, drawing.strokes, side, colour);
  context.fillStyle = colour;
  const cell = side / GRID;
  drawing.squares.flat().forEach((value, index) => {
    context.globalAlpha = value / FULL;
    context.fillRect((index % GRID) * cell, Math.floor(index / GRID) * cell, cell, cell);
  });
  context.globalAlpha = 1;
}

/* Resolve to the PNG, a Blob, of the whole challenge: ten drawings, and below each the answer. */
export function pictureOf(challenge, canvas) {
  const count = challenge.drawings.length;
  canvas.width = count * (CELL + GAP) + GAP;
  canvas.height = CELL + 2 * GAP + SAID;
  const context = canvas.getContext("2d");
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  challenge.drawings.forEach((drawing, digit) => {
    context.save();
    context.translate(GAP + digit * (CELL + GAP), GAP);
    paintOne(context, drawing, challenge.stateOf(digit));
    context.restore();
  });
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function paintOne(context, drawing, { state, answer = "–" }) {
  context.strokeStyle = LINE;
  context.lineWidth = 2;
  context.strokeRect(0, 0, CELL, CELL);
  paint(context, drawing, CELL, INK);
  context.fillStyle = state === "wrong" ? WRONG : INK;
  context.font = TYPE;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText([answer, MARKS[state]].filter((part) => part !== undefined).join(" "), CELL / 2, CELL + GAP / 2 + SAID / 2);
}
