/* The border between two digits, painted: the digits of both as on the map, the border, its dashed margin, rings round
   the support vectors, and the visitor's drawing as a dot. */

import { cellsOf, paintBorder, paintMargin } from "./border-lines.js";
import { contextOf, create } from "./elements.js";
import { FramePainter } from "./frame-painter.js";
import { MapDigits } from "./map-digits.js";
import { indexAt, neighbourOf } from "./map-points.js";
import { watchPixelRatio } from "./pixel-ratio.js";
import { DIGITS } from "./reply.js";
import { paintDisc, paintLine } from "./shapes.js";

const SHARPEST = 1120; // px a side
const TINTED = 64; // px a side of the map that the digits are tinted with; nobody sees it
const MARK = 0.0155; // of the map's side: a digit, as on the map
const DOT = 0.016; // of the side: the visitor's dot
const RING = 0.72; // of a digit's size: the radius of a ring round it
const REACH = 0.05; // of the side: farther from a digit nobody means it
const PALE = 0.25; // ink of a digit that is away

/** @typedef {import("./map-points.js").Points} Points */
/** @typedef {{ box: number[], decisions: number[][], support: number[], n: number, wrong: number, at?: number }} Border */
/** @typedef {{ border: Border, digits: number[], without: number[], at: number[] | null }} Shown */

export class BorderView {
  #canvas;
  #tints;
  #points;
  #digits;
  /** @type {Shown | null} */
  #shown = null;
  /** @type {number[]} the digits of the two classes, by their index in the data set */
  #members = [];
  #chosen = -1;
  #side = 0;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {HTMLElement} tints
   * @param {Points} points
   */
  constructor(canvas, tints, points) {
    this.#canvas = canvas;
    this.#tints = tints;
    this.#points = points;
    this.#digits = new MapDigits(new FramePainter(create("canvas"), points), points, () => this.#paint());
    this.#tint();
    const repaint = () => this.#paint();
    new ResizeObserver(repaint).observe(canvas);
    watchPixelRatio(repaint);
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"]) {
      matchMedia(query).addEventListener("change", () => this.#tint());
    }
  }

  /** @param {HTMLImageElement | null} pictures */
  setPictures(pictures) {
    this.#digits.setPictures(pictures);
  }

  /** @param {Shown} shown */
  show(shown) {
    this.#shown = shown;
    const { labels } = this.#points;
    this.#members = [...labels.keys()].filter((index) => shown.digits.includes(labels[index]));
    if (!this.#members.includes(this.#chosen)) this.#chosen = -1;
    this.#paint();
  }

  /* The digit that keys have come to, or -1. */
  get chosen() {
    return this.#chosen;
  }

  /** @param {number} index */
  choose(index) {
    this.#chosen = index;
    this.#paint();
  }

  /**
   * Return the digit under a finger, or -1.
   * @param {MouseEvent} event
   */
  indexUnder({ clientX, clientY }) {
    if (!this.#shown) return -1;
    const [left, top, span] = this.#shown.border.box;
    const frame = this.#canvas.getBoundingClientRect();
    const [x, y] = [clientX - frame.left, clientY - frame.top].map((px) => (px / frame.width) * span);
    return this.#members[indexAt(this.#here(), left + x, top + y, REACH * span)] ?? -1;
  }

  /**
   * Return the digit that an arrow key leads to, or -1 for other keys. The first key leads to the first digit.
   * @param {string} key
   */
  neighbour(key) {
    const from = Math.max(0, this.#members.indexOf(this.#chosen));
    return this.#members[neighbourOf(this.#here(), from, key) ?? -1] ?? -1;
  }

  /* The digits of the two classes alone. */
  #here() {
    const of = (/** @type {number[]} */ values) => this.#members.map((index) => values[index]);
    return { ...this.#points, x: of(this.#points.x), y: of(this.#points.y) };
  }

  get #colours() {
    return [...this.#tints.children].map((one) => getComputedStyle(one).color);
  }

  #tint() {
    this.#digits.resize(TINTED, this.#colours);
    this.#paint();
  }

  #paint() {
    this.#side = Math.min(SHARPEST, Math.round(this.#canvas.clientWidth * devicePixelRatio));
    if (!this.#shown || !this.#side) return;
    this.#canvas.width = this.#canvas.height = this.#side;
    const context = contextOf(this.#canvas);
    const [seal, sheet, ink] = this.#colours.slice(DIGITS);
    this.#paintLines(context, this.#shown.border.decisions, seal, ink);
    const { support } = this.#shown.border;
    const [ringed, away] = [new Set(support), new Set(this.#shown.without)];
    for (const index of this.#members) this.#paintDigit(context, index, away.has(index));
    for (const index of ringed) this.#ring(context, index, ink, 1.25);
    if (this.#chosen >= 0) this.#ring(context, this.#chosen, seal, 3);
    const dot = { fill: seal, edge: sheet, width: 2 * this.#px };
    if (this.#shown.at) paintDisc(context, this.#placeOf(this.#shown.at), DOT * this.#side, dot);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number[][]} decisions
   * @param {string} seal
   * @param {string} ink
   */
  #paintLines(context, decisions, seal, ink) {
    const border = cellsOf(decisions, 0);
    paintMargin(context, border, this.#side, ink);
    const px = this.#px;
    const dashed = { colour: ink, width: px, dash: [5 * px, 5 * px] };
    for (const level of [-1, 1]) paintBorder(context, cellsOf(decisions, level), this.#side, dashed);
    paintBorder(context, border, this.#side, { colour: seal, width: 2 * px });
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} index
   * @param {boolean} isAway
   */
  #paintDigit(context, index, isAway) {
    const [x, y] = this.#placeOf([this.#points.x[index], this.#points.y[index]]);
    context.globalAlpha = isAway ? PALE : 1;
    this.#digits.paintOne(context, index, x, y, this.#size);
    context.globalAlpha = 1;
    if (!isAway) return;
    const half = this.#size / 2;
    const line = { edge: this.#digits.tintOf(index), width: this.#px };
    paintLine(context, [x - half, y + half], [x + half, y - half], line);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} index
   * @param {string} colour
   * @param {number} width px of the page
   */
  #ring(context, index, colour, width) {
    const middle = this.#placeOf([this.#points.x[index], this.#points.y[index]]);
    paintDisc(context, middle, RING * this.#size, { edge: colour, width: width * this.#px });
  }

  /* Of the canvas, for each of the page's. */
  get #px() {
    return this.#side / this.#canvas.clientWidth;
  }

  /* A digit's own, px of the canvas. */
  get #size() {
    return (MARK / (this.#shown?.border.box[2] ?? 1)) * this.#side;
  }

  /**
   * Return a place of the map in px of the canvas.
   * @param {number[]} place
   */
  #placeOf([x, y]) {
    const [left, top, span] = this.#shown?.border.box ?? [0, 0, 1];
    return [((x - left) / span) * this.#side, ((y - top) / span) * this.#side];
  }
}
