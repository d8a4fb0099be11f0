/* Where a drawing lies on a machine's map. */

const EDGE = 0.02; // of the side: no dot lies nearer to the edge of the map

/** @typedef {{ signs: number[][], origin: number[], axes: number[][] }} Axes */

/**
 * Return x and y, 0..1, of a drawing that was read as this sign: where its features lead, or the middle of the cell
 * nearest to that in which the same sign is read. The map bends between the examples, and a drawing that none of them
 * is like would else lie on the wrong side of a border.
 * @param {Axes} plane
 * @param {number[]} row its 320 features
 * @param {number} sign the number of the sign that was read, -1 if it is none of the map's
 * @returns {number[]}
 */
export function placeOf({ signs, origin, axes }, row, sign) {
  const led = origin.map((start, axis) => row.reduce((sum, feature, i) => sum + feature * axes[i][axis], start));
  const place = led.map((at) => Math.min(Math.max(at, EDGE), 1 - EDGE));
  const [column, line] = place.map((at) => Math.floor(at * signs.length));
  return signs[line][column] === sign ? place : (nearest(signs, place, sign) ?? place);
}

/**
 * Return the middle of the nearest cell in which this sign is read, undefined where none is.
 * @param {number[][]} signs
 * @param {number[]} place
 * @param {number} sign
 */
function nearest(signs, [x, y], sign) {
  const middle = (/** @type {number} */ at) => (at + 0.5) / signs.length;
  const middles = signs.flatMap((cells, line) =>
    cells.flatMap((found, column) => (found === sign ? [[middle(column), middle(line)]] : [])),
  );
  const distance = (/** @type {number[]} */ [column, line]) => Math.hypot(column - x, line - y);
  return middles.sort((one, other) => distance(one) - distance(other))[0];
}
