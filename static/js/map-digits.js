/* The digits of the map, painted once and left alone: where each lies on the canvas, and each of them for whoever wants
   to paint it once more. */

import { contextOf } from "./elements.js";
import { cellOf, paintOne, placeAt, shareOfSide } from "./map-painting.js";
import { SIDE } from "./squares.js";

/** @typedef {import("./thread-painter.js").Painter} Painter */
/** @typedef {import("./map-painting.js").Pictures} Pictures */
/** @typedef {import("./map-points.js").Points} Points */

export class MapDigits {
  #painter;
  #points;
  #tell;
  #side = 0; // px
  /** @type {string[]} */
  #tints = [];
  /** @type {Pictures | null} */
  #pictures = null;
  /** @type {Pictures | null} the same in their tints */
  #tinted = null;
  #hasCome = false;

  /**
   * @param {Painter} painter
   * @param {Points} points
   * @param {() => void} tell whoever wants to know that all are there, in colours that may be new
   */
  constructor(painter, points, tell = () => undefined) {
    this.#painter = painter;
    this.#points = points;
    this.#tell = tell;
  }

  /* px of the canvas along a side. */
  get side() {
    return this.#side;
  }

  /**
   * Show the digits as they were written from now on.
   * @param {Pictures | null} pictures squares of 8 x 8 px, row by row, black on clear; null for names instead
   */
  setPictures(pictures) {
    this.#pictures = pictures;
    this.#hasCome = true;
    this.#paint();
  }

  /**
   * @param {number} side px
   * @param {string[]} tints the colour of each class
   */
  resize(side, tints) {
    this.#side = side;
    this.#tints = tints;
    this.#paint();
  }

  /* Paint everything anew. */
  #paint() {
    if (!this.#hasCome || !this.#side) return;
    const look = { pictures: this.#pictures, side: this.#side, tints: this.#tints };
    this.#painter.paint(look, (tinted) => {
      this.#tinted = tinted;
      this.#tell();
    });
  }

  /**
   * Return a place of the map in px of the canvas.
   * @param {number} x 0..1
   * @param {number} y 0..1
   */
  placeOf(x, y) {
    return [x, y].map((each) => shareOfSide(each) * this.side);
  }

  /**
   * Return where a share of the canvas's side lies on the map.
   * @param {number} share
   */
  shareOf(share) {
    return placeAt(share);
  }

  /** @param {number} index */
  tintOf(index) {
    return this.#tints[this.#points.labels[index]];
  }

  /**
   * Paint one digit, `size` px wide, with its middle at a place of a canvas; as long as pictures may come, nothing.
   * @param {CanvasRenderingContext2D} context
   * @param {number} index
   * @param {number} x
   * @param {number} y
   * @param {number} size
   */
  paintOne(context, index, x, y, size) {
    if (!this.#hasCome || (this.#pictures && !this.#tinted)) return;
    const ink = { pictures: this.#tinted, labels: this.#points.labels, tints: this.#tints };
    paintOne(context, ink, index, x, y, size);
  }

  /**
   * Paint a digit's own 8 x 8 squares, black on clear, on a canvas of that size; for -1 nothing.
   * @param {HTMLCanvasElement} canvas
   * @param {number} index
   */
  paintPicture(canvas, index) {
    if (!this.#pictures) return;
    const context = contextOf(canvas);
    context.clearRect(0, 0, SIDE, SIDE);
    if (index < 0) return;
    context.drawImage(this.#pictures, ...cellOf(index, this.#pictures), SIDE, SIDE, 0, 0, SIDE, SIDE);
  }
}
