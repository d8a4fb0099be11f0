/* How the machine sees it: the reader's own pictures on the way from ink to squares, drawn one after another. */

import { selectAll } from "./elements.js";
import { watchPixelRatio } from "./pixel-ratio.js";
import { DRAW, paintPicture, prepare } from "./step-pictures.js";

const STAGGER = 240; // ms between one picture's start and the next
const LASTS = 520; // ms one picture takes
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/; // in groups of four letters, three bytes each

/** @typedef {import("./step-pictures.js").Step} Step */
/** @typedef {import("./step-pictures.js").Picture} Picture */

export class Steps {
  #element;
  #canvases;
  #reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
  /** @type {Step[]} */
  #steps = [];
  /** @type {Map<string, Picture>} */
  #pictures = new Map();
  /** @type {Map<Element, number>} how far each canvas shows its picture: the same again costs a copy of the whole */
  #drawn = new Map();
  #frame = 0;
  /** @type {Map<Element, number>} of each canvas, in CSS px: asking for it would make the browser lay out the page */
  #sides = new Map();
  #lineColour = "";
  #ink = "";

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    this.#canvases = selectAll("canvas", element).filter((each) => each instanceof HTMLCanvasElement);
    this.#readColours();
    this.#listen();
  }

  /**
   * Show the pictures of a settled drawing.
   * @param {unknown} steps
   */
  show(steps) {
    this.#steps = (Array.isArray(steps) ? steps : []).filter(isStep);
    this.#paintPictures();
    this.#element.dataset.state = "shown";
    if (this.#reducedMotion.matches) this.#drawAll();
    else this.#animate(performance.now());
  }

  /* There are none: nothing is drawn, or the squares were set by hand. */
  clear(state = "empty") {
    this.#steps = [];
    this.#pictures.clear();
    this.#drawn.clear();
    this.#element.dataset.state = state;
    this.#drawAll();
  }

  /* The next stroke needs the frames: what is still being drawn is done at once. */
  finish() {
    if (this.#frame) this.#drawAll();
  }

  #listen() {
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.#readColours();
      this.#paintPictures();
      this.#drawAll();
    });
    const sizes = new ResizeObserver((entries) => this.#resize(entries));
    for (const canvas of this.#canvases) sizes.observe(canvas);
    watchPixelRatio(() => this.#drawAnew());
  }

  /** @param {ResizeObserverEntry[]} entries */
  #resize(entries) {
    for (const { target, contentRect } of entries) this.#sides.set(target, contentRect.width);
    this.#drawAnew();
  }

  /* Asking for a colour makes the browser lay out the page: once for each theme, not for each answer. */
  #readColours() {
    const style = getComputedStyle(this.#element);
    this.#lineColour = style.getPropertyValue("--seal");
    this.#ink = style.getPropertyValue("--ink");
  }

  #paintPictures() {
    const pictures = this.#steps.map((step) => {
      const picture = /** @type {HTMLCanvasElement} */ (this.#canvases[0].cloneNode());
      paintPicture(picture, step, this.#ink);
      return /** @type {const} */ ([step.name, { step, picture, colour: this.#lineColour }]);
    });
    this.#pictures = new Map(pictures);
    this.#drawn.clear();
  }

  /** @param {number} start */
  #animate(start) {
    cancelAnimationFrame(this.#frame);
    /** @param {number} now */
    const tick = (now) => {
      const age = Math.max(0, now - start);
      this.#draw((index) => ease((age - index * STAGGER) / LASTS));
      this.#frame = age < LASTS + STAGGER * this.#steps.length ? requestAnimationFrame(tick) : 0;
    };
    this.#frame = requestAnimationFrame(tick);
  }

  #drawAnew() {
    this.#drawn.clear();
    this.#drawAll();
  }

  #drawAll() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#draw(() => 1);
  }

  /**
   * Draw what has changed; of pictures that have not begun only one, so that no frame has all three.
   * @param {(index: number) => number} progress of each picture, 0..1
   */
  #draw(progress) {
    let isBusy = false;
    for (const canvas of [...this.#canvases].reverse()) {
      const name = canvas.dataset.step ?? "";
      const t = progress([...this.#pictures.keys()].indexOf(name));
      if (t === this.#drawn.get(canvas) || (t === 0 && isBusy)) continue;
      isBusy = true;
      this.#drawn.set(canvas, t);
      const surface = prepare(canvas, this.#sides.get(canvas) ?? 0);
      const picture = this.#pictures.get(name);
      if (picture) DRAW[name](surface, picture, t);
    }
  }
}

/**
 * Whether a step has a whole picture, and what it takes to draw it: a reply may have been cut or made up.
 * @param {any} step
 * @returns {step is Step}
 */
function isStep(step) {
  const { width, height, grey, left_out: leftOut = grey, box = [], shear = 0 } = step ?? {};
  if (![width, height].every((side) => Number.isInteger(side) && side > 0)) return false;
  if (!Array.isArray(box) || ![...box, shear].every(Number.isFinite)) return false;
  if (step.name === "ink" && box.length !== 4) return false;
  return [grey, leftOut].every((picture) => isPicture(picture, width * height));
}

/**
 * @param {unknown} letters
 * @param {number} size bytes
 */
function isPicture(letters, size) {
  return typeof letters === "string" && letters.length === 4 * Math.ceil(size / 3) && BASE64.test(letters);
}

/** @param {number} t */
function ease(t) {
  const clamped = Math.min(1, Math.max(0, t));
  return 1 - (1 - clamped) ** 3;
}
