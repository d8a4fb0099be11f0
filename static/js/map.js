/* The map of all digits: what is alike lies near, and the visitor's drawing travels among them while it is drawn. */

import { create, find } from "./elements.js";
import { nextTask } from "./frames.js";
import { MapDigits } from "./map-digits.js";
import { MapPlane } from "./map-plane.js";
import { indexAt, isPlace, neighbourOf, pointsOf } from "./map-points.js";
import { MapWords } from "./map-words.js";
import { sideFor, watchPixelRatio } from "./pixel-ratio.js";
import { DIGITS } from "./reply.js";
import { get } from "./request.js";
import { openPainter } from "./thread-painter.js";
import { readWords } from "./words.js";

const PAUSE = 100; // ms between two digits that are put in words, while a finger passes many
const REACH = 0.04; // of the side: farther from a digit nobody means it
const SHARPEST = 2048; // px: beyond this more pixels cost frames and cannot be seen
const FINEST = 2; // px for each of the page's: likewise

/** @typedef {import("./map-points.js").Points} Points */
/** @typedef {import("./reply.js").Answer} Answer */

/**
 * Return the map, once its digits have come; their pictures come when they come. Rejects where it cannot be had.
 */
export async function openMap() {
  const element = find("map", HTMLElement);
  const points = pointsOf(await get(element.dataset.points ?? ""));
  const painter = await openPainter(find("map-digits", HTMLCanvasElement, element), points);
  await nextTask();
  const map = new DigitMap(element, points, painter);
  await nextTask();
  map.appear();
  const pictures = create("img");
  pictures.src = element.dataset.pictures ?? "";
  pictures
    .decode()
    .then(() => createImageBitmap(pictures))
    .then(
      (bitmap) => map.setPictures(bitmap),
      () => map.setPictures(null),
    );
  return map;
}

export class DigitMap {
  #canvas;
  #tints;
  #points;
  #digits;
  #plane;
  #words;
  /** @type {string[]} */
  #colours = [];
  #chosen = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saying;

  /**
   * @param {HTMLElement} element
   * @param {Points} points
   * @param {import("./thread-painter.js").Painter} painter of its digits
   */
  constructor(element, points, painter) {
    this.#points = points;
    this.#tints = find("map-tints", HTMLElement, element);
    this.#canvas = find("map-plane", HTMLCanvasElement, element);
    this.#digits = new MapDigits(painter, points, () => this.#plane.refresh());
    this.#plane = new MapPlane(this.#canvas, this.#digits, points);
    this.#words = new MapWords(this.#digits, points, readWords("map-words"));
    find("map-wait", HTMLElement, element).hidden = true;
  }

  /* Take the size and the colours that the page gives it now, and whenever they change. */
  appear() {
    this.#readColours();
    this.#resize();
    this.#listen();
  }

  /** @param {import("./map-painting.js").Pictures | null} pictures */
  setPictures(pictures) {
    this.#digits.setPictures(pictures);
    this.#words.paint();
  }

  /** @param {Answer} answer one without a place is no news */
  show({ digit, is_digit: isDigit, map }) {
    if (isPlace(map, this.#points.x.length)) this.#plane.move({ ...map, digit, isDigit });
  }

  /**
   * Say in words what is near.
   * @param {Answer} answer likewise
   */
  say({ is_digit: isDigit, map }) {
    if (isPlace(map, this.#points.x.length)) this.#words.show(map.nearest, isDigit);
  }

  clear() {
    this.#plane.clear();
    this.#words.clear();
  }

  #listen() {
    const canvas = this.#canvas;
    const resize = () => this.#resize();
    new ResizeObserver(resize).observe(canvas);
    watchPixelRatio(resize);
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"]) {
      matchMedia(query).addEventListener("change", () => this.#recolour());
    }
    canvas.addEventListener("pointerdown", (event) => this.#point(event));
    canvas.addEventListener("pointermove", (event) => this.#point(event));
    for (const end of ["pointerleave", "pointercancel", "blur"]) {
      canvas.addEventListener(end, () => this.#plane.enlarge(-1));
    }
    canvas.addEventListener("keydown", (event) => this.#press(event));
  }

  /* Not in the frame in which the map appears: each colour makes the browser work out the style of its element. */
  #readColours() {
    this.#colours = [...this.#tints.children].map((one) => getComputedStyle(one).color);
  }

  #recolour() {
    this.#readColours();
    this.#resize(true);
  }

  #resize(isNew = false) {
    const side = sideFor(this.#canvas, { finest: FINEST, sharpest: SHARPEST });
    if (!side || (side === this.#digits.side && !isNew)) return;
    const [seal, sheet, ink] = this.#colours.slice(DIGITS);
    this.#digits.resize(side, this.#colours);
    this.#plane.resize(side, { seal, sheet, ink });
  }

  /** @param {PointerEvent} event */
  #point({ clientX, clientY }) {
    const { left, top, width } = this.#canvas.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top].map((px) => this.#digits.shareOf(px / width));
    this.#choose(indexAt(this.#points, x, y, REACH));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const next =
      event.ctrlKey || event.metaKey || event.altKey ? null : neighbourOf(this.#points, this.#chosen, event.key);
    if (next === null) return;
    event.preventDefault();
    this.#choose(next);
  }

  /** @param {number} index */
  #choose(index) {
    this.#plane.enlarge(index);
    if (index < 0) return;
    this.#chosen = index;
    this.#saying ??= setTimeout(() => this.#say(), PAUSE);
  }

  #say() {
    this.#saying = undefined;
    this.#words.choose(this.#chosen);
  }
}
