/* Strokes as a phone sends them: whole numbers, x, y, x, y …, for each. */

export const FINE = 8192; // places along a side of the sheet

/** @typedef {import("./drawing.js").Stroke} Stroke */

/**
 * @param {readonly Stroke[]} strokes
 * @returns {number[][]}
 */
export function numbersOf(strokes) {
  return strokes.map(({ points }) =>
    points.flatMap(([x, y]) => [x, y].map((place) => Math.round(FINE * Math.min(1, Math.max(0, place))))),
  );
}

/**
 * @param {readonly (readonly number[])[]} lines
 * @returns {Stroke[]}
 */
export function strokesOf(lines) {
  return lines.map((line) => ({
    pointerType: "touch",
    points: Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i] / FINE, line[2 * i + 1] / FINE, 0]),
  }));
}
