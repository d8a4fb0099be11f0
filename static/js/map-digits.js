/* The digits of the map, painted once and left alone: each in its own squares, in the tint of its class, or, where their
   pictures cannot be had, as its name. They are painted out of sight, some in each frame, so that ink is late for none
   of it, and shown when all are there: each look at a canvas that has changed costs a copy of the whole of it. */

import { contextOf, create } from "./elements.js";
import { SIDE } from "./squares.js";

const MARGIN = 0.025; // of the side, round the digits
const MARK = 0.0155; // of the side: a digit's own, a little less than there is room for
const AT_ONCE = 25; // digits between two looks at the clock
const SHARE = 5; // ms of a frame
const SHARP = 2 * SIDE; // px: smaller pictures are smoothed, or whole rows of them would fall away

/** @typedef {import("./map-points.js").Points} Points */

export class MapDigits {
  #canvas;
  #tell;
  #points;
  #side = 0; // px
  #draft = create("canvas"); // what is shown once it is whole
  #tinted = create("canvas"); // every picture in its tint
  /** @type {HTMLImageElement | null} */
  #pictures = null;
  #hasCome = false;
  #dyed = 0; // digits whose pictures have their tint, so far
  #painted = 0; // digits, likewise
  #frame = 0;
  /** @type {string[]} */
  #tints = [];

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Points} points
   * @param {() => void} tell whoever wants to know that all are there, in colours that may be new
   */
  constructor(canvas, points, tell) {
    this.#canvas = canvas;
    this.#tell = tell;
    this.#points = points;
  }

  /* px of the canvas along a side. */
  get side() {
    return this.#side;
  }

  /**
   * Show the digits as they were written from now on.
   * @param {HTMLImageElement | null} pictures squares of 8 x 8 px, row by row, black on clear; null for names instead
   */
  setPictures(pictures) {
    this.#pictures = pictures;
    this.#hasCome = true;
    this.paint();
  }

  /**
   * @param {number} side px
   * @param {string[]} tints the colour of each class
   */
  resize(side, tints) {
    this.#side = side;
    this.#tints = tints;
    this.paint();
  }

  /* Paint everything anew. */
  paint() {
    cancelAnimationFrame(this.#frame);
    if (!this.#hasCome || !this.#side) return;
    this.#frame = requestAnimationFrame(() => {
      this.#draft.width = this.#draft.height = this.#side;
      this.#copyPictures();
      this.#painted = this.#dyed = 0;
      this.#paintSome();
    });
  }

  #paintSome() {
    const end = performance.now() + SHARE;
    while (this.#painted < this.#points.x.length && performance.now() < end) {
      // All tints first: whoever paints from a canvas that changed meanwhile pays for a copy of it.
      if (this.#pictures && this.#dyed < this.#points.x.length) this.#tintFew();
      else this.#paintFew();
    }
    this.#frame = requestAnimationFrame(() =>
      this.#painted < this.#points.x.length ? this.#paintSome() : this.#show(),
    );
  }

  #paintFew() {
    const context = contextOf(this.#draft);
    const end = Math.min(this.#points.x.length, this.#painted + AT_ONCE);
    for (let i = this.#painted; i < end; i++) {
      const [x, y] = this.placeOf(this.#points.x[i], this.#points.y[i]);
      this.paintOne(context, i, x, y, MARK * this.side);
    }
    this.#painted = end;
  }

  #show() {
    this.#canvas.width = this.#canvas.height = this.#side;
    contextOf(this.#canvas).drawImage(this.#draft, 0, 0);
    this.#draft.width = this.#draft.height = 0; // its memory goes back
    this.#tell();
  }

  /**
   * Return a place of the map in px of the canvas.
   * @param {number} x 0..1
   * @param {number} y 0..1
   */
  placeOf(x, y) {
    return [x, y].map((each) => MapDigits.shareOfSide(each) * this.side);
  }

  /**
   * Return where a place of the map lies on the canvas, as a share of its side.
   * @param {number} place 0..1
   */
  static shareOfSide(place) {
    return MARGIN + place * (1 - 2 * MARGIN);
  }

  /**
   * Return where a share of the canvas's side lies on the map.
   * @param {number} share
   */
  shareOf(share) {
    return (share - MARGIN) / (1 - 2 * MARGIN);
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
    if (!this.#hasCome) return;
    if (!this.#pictures) return this.#write(context, index, x, y, size);
    const [column, row] = this.#cellOf(index);
    context.imageSmoothingEnabled = size < SHARP;
    context.drawImage(this.#tinted, column, row, SIDE, SIDE, x - size / 2, y - size / 2, size, size);
  }

  /**
   * Paint a digit's own 8 x 8 squares, black on clear, on a canvas of that size; for -1 nothing.
   * @param {HTMLCanvasElement} canvas
   * @param {number} index
   */
  paintPicture(canvas, index) {
    const context = contextOf(canvas);
    context.clearRect(0, 0, SIDE, SIDE);
    if (!this.#pictures || index < 0) return;
    context.drawImage(this.#pictures, ...this.#cellOf(index), SIDE, SIDE, 0, 0, SIDE, SIDE);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} index
   * @param {number} x
   * @param {number} y
   * @param {number} size
   */
  #write(context, index, x, y, size) {
    context.font = `700 ${size}px sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = this.tintOf(index);
    context.fillText(String(this.#points.labels[index]), x, y);
  }

  #copyPictures() {
    if (!this.#pictures) return;
    this.#tinted.width = this.#pictures.naturalWidth;
    this.#tinted.height = this.#pictures.naturalHeight;
    contextOf(this.#tinted).drawImage(this.#pictures, 0, 0);
  }

  /* Tint the pictures of some digits: their classes' colours go wherever they have ink. */
  #tintFew() {
    const context = contextOf(this.#tinted);
    const end = Math.min(this.#points.x.length, this.#dyed + AT_ONCE);
    context.globalCompositeOperation = "source-atop";
    for (let i = this.#dyed; i < end; i++) {
      context.fillStyle = this.tintOf(i);
      context.fillRect(...this.#cellOf(i), SIDE, SIDE);
    }
    this.#dyed = end;
  }

  /**
   * Return where a digit's picture begins in the picture of all.
   * @param {number} index
   * @returns {[x: number, y: number]}
   */
  #cellOf(index) {
    const columns = (this.#pictures?.naturalWidth ?? SIDE) / SIDE;
    return [(index % columns) * SIDE, Math.floor(index / columns) * SIDE];
  }
}
