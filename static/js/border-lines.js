/* The border between classes on a plane of cells, and the margin along it, as they are painted. */

import { contextOf, create } from "./elements.js";

const GREY = 0.22; // ink on the border itself; none where the machine is sure

/** @typedef {{ signs: number[][], margins: number[][] }} Cells what each cell is read as, and how sure that is */
/** @typedef {[x: number, y: number]} Point in cells */

/**
 * Return the cells as two classes, parted where their decisions pass a level: 0 is the border, -1 and 1 end the margin.
 * @param {number[][]} decisions
 * @param {number} level
 * @returns {Cells}
 */
export function cellsOf(decisions, level) {
  return {
    signs: decisions.map((row) => row.map((decision) => Number(decision > level))),
    margins: decisions.map((row) => row.map((decision) => Math.abs(decision - level))),
  };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Pick<Cells, "margins">} cells
 * @param {number} side
 * @param {string} ink
 */
export function paintMargin(context, { margins }, side, ink) {
  const small = create("canvas", { width: margins.length, height: margins.length });
  const cells = contextOf(small);
  cells.fillStyle = ink;
  margins.forEach((line, row) => {
    line.forEach((margin, column) => {
      cells.globalAlpha = GREY * Math.max(0, 1 - margin);
      cells.fillRect(column, row, 1, 1);
    });
  });
  context.imageSmoothingEnabled = true;
  context.drawImage(small, 0, 0, side, side);
}

/**
 * Draw the lines on both sides of which another class is read.
 * @param {CanvasRenderingContext2D} context
 * @param {Cells} cells
 * @param {number} side
 * @param {{ colour: string, width: number, dash?: number[] }} pen
 */
export function paintBorder(context, { signs, margins }, side, { colour, width, dash = [] }) {
  const cell = side / signs.length;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.setLineDash(dash);
  context.beginPath();
  for (const [[x, y], ...others] of linesOf(signs, margins)) {
    context.moveTo(x * cell, y * cell);
    for (const [toX, toY] of others) context.lineTo(toX * cell, toY * cell);
  }
  context.stroke();
  context.setLineDash([]);
}

/**
 * Return the border as lines of points.
 * @param {number[][]} signs
 * @param {number[][]} margins
 * @returns {Point[][]}
 */
export function linesOf(signs, margins) {
  /** @type {[Point, Point][]} */
  const pieces = [];
  for (let row = 0; row + 1 < signs.length; row++) {
    for (let column = 0; column + 1 < signs[row].length; column++) {
      const ends = crossings(signs, margins, row, column);
      const from = ends.length === 2 ? ends[0] : [0.5, 0.5]; // where three signs meet, all lines go to one point
      for (const [x, y] of ends.length === 2 ? ends.slice(1) : ends) {
        pieces.push([
          [column + 0.5 + from[0], row + 0.5 + from[1]],
          [column + 0.5 + x, row + 0.5 + y],
        ]);
      }
    }
  }
  return joined(pieces);
}

/**
 * Return where the border crosses the edges of the square between the middles of four cells, 0..1 of it (marching
 * squares): nearer to the cell that is less sure.
 * @param {number[][]} signs
 * @param {number[][]} margins
 * @param {number} row
 * @param {number} column
 * @returns {number[][]}
 */
export function crossings(signs, margins, row, column) {
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  return corners.flatMap(([x, y], i) => {
    const [toX, toY] = corners[(i + 1) % corners.length];
    if (signs[row + y][column + x] === signs[row + toY][column + toX]) return [];
    const [from, to] = [margins[row + y][column + x], margins[row + toY][column + toX]].map((m) => Math.max(m, 0.01));
    const share = from / (from + to);
    return [[x + (toX - x) * share, y + (toY - y) * share]];
  });
}

/**
 * Return pieces that meet as one line, so that dashes run along it.
 * @param {[Point, Point][]} pieces
 */
function joined(pieces) {
  /** @type {Map<string, [Point, Point][]>} the pieces that end at a point */
  const meeting = new Map();
  for (const piece of pieces) {
    for (const end of piece.map(nameOf)) meeting.set(end, [...(meeting.get(end) ?? []), piece]);
  }
  const left = new Set(pieces);
  /** @param {Point[]} line */
  const follow = (line) => {
    for (;;) {
      const end = nameOf(line[line.length - 1]);
      const next = meeting.get(end)?.find((piece) => left.has(piece));
      if (!next) return line;
      left.delete(next);
      line.push(nameOf(next[0]) === end ? next[1] : next[0]);
    }
  };
  const lines = [];
  for (const piece of pieces) if (left.delete(piece)) lines.push(follow(follow([...piece]).reverse()));
  return lines;
}

/** @param {Point} point */
function nameOf([x, y]) {
  return `${x.toFixed(3)} ${y.toFixed(3)}`;
}
