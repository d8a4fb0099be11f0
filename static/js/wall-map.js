/* The map on the wall: all digits of the data set, painted once, and above them a dot for each drawing of the event. */

import { create, find, selectAll } from "./elements.js";
import { MapDigits } from "./map-digits.js";
import { pointsOf } from "./map-points.js";
import { get } from "./request.js";

const FINE = 500; // places along a side, as the server counts them

/** @typedef {[x: number, y: number, isRight: number]} Dot in 1 / FINE of the side */

export class WallMap {
  #element;
  #dots = create("div", { className: "wall-dots" });
  /** @type {MapDigits | null} */
  #digits = null;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /* Fetch the digits and show them. Rejects where they cannot be had: then there is no map. */
  async open() {
    const { points = "", pictures: address = "" } = this.#element.dataset;
    const found = pointsOf(await get(points));
    const pictures = create("img", { src: address });
    await pictures.decode();
    const canvas = find("wall-digits", HTMLCanvasElement, this.#element);
    const digits = new MapDigits(canvas, found, () => undefined);
    this.#element.hidden = false;
    canvas.after(this.#dots);
    this.#digits = digits;
    this.#resize(canvas);
    digits.setPictures(pictures);
    new ResizeObserver(() => this.#resize(canvas)).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#resize(canvas, true));
  }

  /** @param {Dot[]} dots the newest first */
  show(dots) {
    this.#dots.replaceChildren(...dots.map((dot, age) => this.#made(dot, age === 0)).reverse());
  }

  /**
   * @param {Dot} dot
   * @param {boolean} isNewest
   */
  #made([x, y, isRight], isNewest) {
    const dot = create("i", { className: isRight ? "right" : "" });
    dot.toggleAttribute("data-newest", isNewest);
    const [left, top] = [x, y].map((place) => MapDigits.shareOfSide(place / FINE));
    dot.style.left = `${100 * left}%`;
    dot.style.top = `${100 * top}%`;
    return dot;
  }

  /** @param {HTMLCanvasElement} canvas */
  #resize(canvas, isNew = false) {
    const side = Math.round(canvas.clientWidth * devicePixelRatio);
    if (!side || (side === this.#digits?.side && !isNew)) return;
    const tints = selectAll("[data-map-tints] > *", this.#element).map((one) => getComputedStyle(one).color);
    this.#digits?.resize(side, tints);
  }
}
