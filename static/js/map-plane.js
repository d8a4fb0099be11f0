/* What moves on the map: the visitor's dot with its trail and threads, and the digit under a finger, enlarged. */

import { contextOf } from "./elements.js";
import { paintDisc, paintLine, paintText } from "./shapes.js";

const LAG = 90; // ms in which the dot makes two thirds of its way: it arrives when the next answer does
const THERE = 0.0005; // of the side: nearer nobody sees it move
const TRAIL = 60; // places that the trail remembers
const GRAIN = 0.004; // of the side between two of them
const DOT = 0.015; // of the side: the dot's radius
const NEAR = 0.034; // of the side: the digits that it hangs on, enlarged
const LENS = 88; // px of the page, a side: a digit under a finger
const ABOVE = 76; // px of the page from the finger to the middle of the lens, so that the hand does not hide it
const SHARPEST = 640; // px a side: what moves needs no finer ones, and each costs time in every frame
const SQUARE = 8; // of the lens's side, left and right of the picture together

/** @typedef {import("./map-digits.js").MapDigits} MapDigits */
/** @typedef {import("./map-points.js").Points} Points */
/** @typedef {import("./map-points.js").Place} Place */
/** @typedef {Place & { digit: number, isDigit: boolean }} Guest the visitor's drawing, and what is read in it */

export class MapPlane {
  #canvas;
  #context;
  #digits;
  #points;
  /** @type {Guest | null} */
  #guest = null;
  /** @type {number[]} where the dot is just now */
  #at = [];
  /** @type {number[][]} where it was, the newest last */
  #trail = [];
  #chosen = -1;
  #isBlank = true; // each look at a canvas that was painted on costs a copy of it
  #isSeen = true;
  #frame = 0;
  #time = 0;
  #colours = { seal: "", sheet: "", ink: "" };
  #still = matchMedia("(prefers-reduced-motion: reduce)");

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {MapDigits} digits
   * @param {Points} points
   */
  constructor(canvas, digits, points) {
    this.#canvas = canvas;
    this.#context = contextOf(canvas);
    this.#context.font = "10px serif"; // found in this task: that would take half of the dot's first frame
    this.#context.measureText("0");
    this.#digits = digits;
    this.#points = points;
    new IntersectionObserver(([{ isIntersecting }]) => this.#see(isIntersecting)).observe(canvas);
  }

  /**
   * @param {number} side px of the digits below; all is painted in these
   * @param {{ seal: string, sheet: string, ink: string }} colours
   */
  resize(side, colours) {
    this.#canvas.width = this.#canvas.height = Math.min(side, SHARPEST);
    this.#isBlank = true;
    const scale = this.#canvas.width / side;
    this.#context.setTransform(scale, 0, 0, scale, 0, 0);
    this.#colours = colours;
    this.#request();
  }

  /* The digits look different now. */
  refresh() {
    this.#request();
  }

  /** @param {Guest} guest */
  move(guest) {
    this.#guest = guest;
    if (!this.#at.length || this.#still.matches || !this.#isSeen) this.#step([guest.x, guest.y]);
    this.#request();
  }

  /* There is no drawing any more. */
  clear() {
    this.#guest = null;
    this.#at = [];
    this.#trail = [];
    this.#request();
  }

  /**
   * Enlarge a digit, or none for -1.
   * @param {number} index
   */
  enlarge(index) {
    if (index === this.#chosen) return;
    this.#chosen = index;
    this.#request();
  }

  /** @param {boolean} isSeen */
  #see(isSeen) {
    this.#isSeen = isSeen;
    if (isSeen) this.#request();
  }

  #request() {
    if (!this.#frame && this.#isSeen && this.#digits.side)
      this.#frame = requestAnimationFrame((time) => this.#paint(time));
  }

  /** @param {number} time ms */
  #paint(time) {
    const passed = Math.min(LAG, time - this.#time);
    this.#time = time;
    this.#frame = 0;
    if (this.#travel(passed)) this.#request();
    if (!this.#isBlank) this.#context.clearRect(0, 0, this.#digits.side, this.#digits.side);
    this.#isBlank = !this.#guest && this.#chosen < 0;
    if (this.#guest) this.#paintGuest(this.#guest);
    if (this.#chosen >= 0) this.#paintLens(this.#chosen);
  }

  /**
   * Bring the dot nearer to where it belongs. Return whether it has still some way to go.
   * @param {number} passed ms
   */
  #travel(passed) {
    if (!this.#guest) return false;
    const [dx, dy] = [this.#guest.x - this.#at[0], this.#guest.y - this.#at[1]];
    if (Math.hypot(dx, dy) < THERE) return false;
    const share = 1 - Math.exp(-passed / LAG);
    this.#step([this.#at[0] + share * dx, this.#at[1] + share * dy]);
    return true;
  }

  /** @param {number[]} place */
  #step(place) {
    this.#at = place;
    const last = this.#trail.at(-1);
    if (last && Math.hypot(last[0] - place[0], last[1] - place[1]) < GRAIN) return;
    this.#trail = [...this.#trail, place].slice(-TRAIL);
  }

  /** @param {Guest} guest */
  #paintGuest({ nearest, digit, isDigit }) {
    const { side } = this.#digits;
    const [x, y] = this.#digits.placeOf(this.#at[0], this.#at[1]);
    this.#paintTrail(side);
    const { seal, sheet, ink } = this.#colours;
    const thread = { edge: ink, width: side / 600 };
    for (const { index } of nearest) paintLine(this.#context, this.#placeOf(index), [x, y], thread);
    for (const { index } of nearest.toReversed()) this.#paintNear(index, NEAR * side);
    const look = { fill: isDigit ? seal : sheet, edge: seal, width: side / 250 };
    paintDisc(this.#context, [x, y], DOT * side, look);
    paintText(this.#context, String(digit), [x, y], 1.5 * DOT * side, isDigit ? sheet : seal);
  }

  /** @param {number} side */
  #paintTrail(side) {
    for (let i = 1; i < this.#trail.length; i++) {
      this.#context.globalAlpha = (i / this.#trail.length) ** 2;
      const [from, to] = [this.#trail[i - 1], this.#trail[i]].map(([x, y]) => this.#digits.placeOf(x, y));
      paintLine(this.#context, from, to, { edge: this.#colours.seal, width: side / 250 });
    }
    this.#context.globalAlpha = 1;
  }

  /**
   * @param {number} index
   * @param {number} size
   */
  #paintNear(index, size) {
    const [x, y] = this.#placeOf(index);
    const look = { fill: this.#colours.sheet, edge: this.#digits.tintOf(index), width: size / 16 };
    paintDisc(this.#context, [x, y], 0.6 * size, look);
    this.#digits.paintOne(this.#context, index, x, y, 0.8 * size);
  }

  /** @param {number} index */
  #paintLens(index) {
    const { side } = this.#digits;
    const px = side / this.#canvas.clientWidth;
    const [x, y] = this.#placeOf(index);
    const half = (LENS / 2) * px;
    const middle = Math.min(side - half, Math.max(half, x));
    const height = y - ABOVE * px - half < 0 ? y + ABOVE * px : y - ABOVE * px;
    paintDisc(this.#context, [x, y], 0.012 * side, { edge: this.#colours.ink, width: 2 * px });
    this.#context.fillStyle = this.#colours.sheet;
    this.#context.strokeStyle = this.#colours.ink;
    this.#context.lineWidth = px;
    this.#context.fillRect(middle - half, height - half, 2 * half, 2 * half);
    this.#context.strokeRect(middle - half, height - half, 2 * half, 2 * half);
    this.#digits.paintOne(this.#context, index, middle, height, (LENS - SQUARE) * px);
  }

  /** @param {number} index */
  #placeOf(index) {
    return this.#digits.placeOf(this.#points.x[index], this.#points.y[index]);
  }
}
