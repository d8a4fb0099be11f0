/* The digits of the map: where each lies, what it is, which one is under a finger and which an arrow key leads to. */

import { isArrayOf, isWhole } from "./reply.js";

const FINE = 500; // places along a side, as the server counts them
const ASIDE = 2; // how much farther a step to the side seems than one straight on

/**
 * @typedef {object} Points
 * @property {number[]} x of each digit, 0..1 from left to right
 * @property {number[]} y 0..1 from top to bottom
 * @property {number[]} labels what each is
 * @property {number[]} read what is read in each
 * @property {number} exam the first digit of the test, which all others behind it belong to
 */

/** @typedef {{ index: number, label: number }} Near */

/** @typedef {{ x: number, y: number, nearest: Near[] }} Place where a drawing lies, and the digits most like it */

/** @type {Record<string, [x: number, y: number]>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Return the digits of a server's reply. Throws where it is none.
 * @param {any} reply
 * @returns {Points}
 */
export function pointsOf(reply) {
  const { x, y, labels, read, exam } = reply ?? {};
  const n = labels?.length;
  const isSide = (/** @type {unknown} */ values) => isArrayOf(values, n, (value) => isWhole(value, FINE));
  const isText = (/** @type {unknown} */ text) => typeof text === "string" && text.length === n && /^\d+$/.test(text);
  if (!isSide(x) || !isSide(y) || !isText(labels) || !isText(read) || !isWhole(exam?.n, n)) {
    throw new TypeError("That is no map.");
  }
  const [left, top] = [x, y].map((/** @type {number[]} */ side) => side.map((value) => value / FINE));
  return { x: left, y: top, labels: [...labels].map(Number), read: [...read].map(Number), exam: n - exam.n };
}

/**
 * Whether something says where a drawing lies among so many digits.
 * @param {any} place
 * @param {number} n
 * @returns {place is Place}
 */
export function isPlace(place, n) {
  const { x, y, nearest } = place ?? {};
  const isNear = (/** @type {any} */ near) => isWhole(near?.index, n - 1) && isWhole(near.label, 9);
  return (
    [x, y].every((side) => Number.isFinite(side) && side >= 0 && side <= 1) &&
    isArrayOf(nearest, nearest?.length, isNear)
  );
}

/**
 * Return the digit that is nearest to a place, or -1 where none is within reach.
 * @param {Points} points
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 */
export function indexAt({ x: xs, y: ys }, x, y, reach) {
  let [found, least] = [-1, reach];
  for (let i = 0; i < xs.length; i++) {
    const distance = Math.hypot(xs[i] - x, ys[i] - y);
    if (distance < least) [found, least] = [i, distance];
  }
  return found;
}

/**
 * Return the digit that an arrow key leads to from another, or null: the nearest that lies more that way than aside.
 * @param {Points} points
 * @param {number} from
 * @param {string} key
 */
export function neighbourOf({ x, y }, from, key) {
  const way = WAYS[key];
  if (!way) return null;
  let [found, least] = [from, Infinity];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i] - x[from], y[i] - y[from]];
    const ahead = dx * way[0] + dy * way[1];
    const aside = Math.abs(dx * way[1] + dy * way[0]);
    const far = ahead + ASIDE * aside;
    if (ahead > 0 && aside <= ahead && far < least) [found, least] = [i, far];
  }
  return found;
}
