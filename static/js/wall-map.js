/* The map on the wall: all digits of the data set, painted once, and above them a dot for each drawing of the event. */

import { create, find, selectAll } from "./elements.js";
import { FramePainter } from "./frame-painter.js";
import { MapDigits } from "./map-digits.js";
import { shareOfSide } from "./map-painting.js";
import { pointsOf } from "./map-points.js";
import { get } from "./request.js";

const FINE = 500; // places along a side, as the server counts them

/** @typedef {[x: number, y: number, isRight: number]} Dot in 1 / FINE of the side */
/** @typedef {{ points: string, pictures: string }} Addresses of a map's data */

export class WallMap {
  #element;
  #canvas;
  #dots = create("div", { className: "wall-dots" });
  /** @type {MapDigits | null} */
  #digits = null;
  #opened = ""; // where the points of the map are that is shown

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    this.#canvas = find("wall-digits", HTMLCanvasElement, element);
    this.#canvas.after(this.#dots);
    new ResizeObserver(() => this.#resize()).observe(this.#canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#resize(true));
  }

  /**
   * @param {Dot[]} dots the newest first
   * @param {Addresses | null} addresses where the map is that they lie on; null where there is none
   */
  show(dots, addresses) {
    this.#dots.replaceChildren(...dots.map((dot, age) => this.#made(dot, age === 0)).reverse());
    if (addresses && addresses.points !== this.#opened) {
      this.#opened = addresses.points;
      this.#open(addresses).catch(() => (this.#opened = "")); // it is asked for again with the next news
    }
  }

  /**
   * Fetch the digits and show them; another model's take their place. Rejects where they cannot be had.
   * @param {Addresses} addresses
   */
  async #open({ points, pictures: address }) {
    const found = pointsOf(await get(points));
    const pictures = create("img", { src: address });
    await pictures.decode();
    if (points !== this.#opened) return; // another one has come meanwhile
    const digits = new MapDigits(new FramePainter(this.#canvas, found), found);
    this.#element.hidden = false;
    this.#digits = digits;
    this.#resize(true);
    digits.setPictures(pictures);
  }

  /**
   * @param {Dot} dot
   * @param {boolean} isNewest
   */
  #made([x, y, isRight], isNewest) {
    const dot = create("i", { className: isRight ? "right" : "" });
    dot.toggleAttribute("data-newest", isNewest);
    const [left, top] = [x, y].map((place) => shareOfSide(place / FINE));
    dot.style.left = `${100 * left}%`;
    dot.style.top = `${100 * top}%`;
    return dot;
  }

  #resize(isNew = false) {
    const side = Math.round(this.#canvas.clientWidth * devicePixelRatio);
    if (!side || (side === this.#digits?.side && !isNew)) return;
    const tints = selectAll("[data-map-tints] > *", this.#element).map((one) => getComputedStyle(one).color);
    this.#digits?.resize(side, tints);
  }
}
