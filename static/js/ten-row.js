/* The row of ten: small pictures of what was written, and at the end what was read, with a mark that needs no colour. */

import { contextOf, create } from "./elements.js";
import { captionOf, paintDrawing } from "./ten-picture.js";
import { fill } from "./words.js";

const SHARP = 2; // canvas pixels for each of the page's

/** @typedef {import("./ten-challenge.js").Challenge} Challenge */
/** @typedef {import("./ten-challenge.js").State} State */
/** @typedef {Record<State, string> & { digits: string[] }} Words */

export class ChallengeRow {
  #words;
  #items;
  /** @type {Challenge | null} */
  #challenge = null;

  /**
   * @param {HTMLElement} element
   * @param {Words} words
   */
  constructor(element, words) {
    this.#words = words;
    this.#items = words.digits.map(createItem);
    element.replaceChildren(...this.#items.map(({ item }) => item));
    const repaint = () => this.#challenge && this.show(this.#challenge);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
    new ResizeObserver(repaint).observe(element);
  }

  /**
   * Show all ten, or only one of them.
   * @param {Challenge} challenge
   * @param {number | null} only
   */
  show(challenge, only = null) {
    this.#challenge = challenge;
    this.#items.forEach((parts, digit) => {
      if (digit === challenge.digit && isOpen(challenge.stateOf(digit)))
        parts.item.setAttribute("aria-current", "step");
      else parts.item.removeAttribute("aria-current");
      if (only === null || only === digit) this.#fill(parts, challenge, digit);
    });
  }

  /**
   * @param {ReturnType<typeof createItem>} parts
   * @param {Challenge} challenge
   * @param {number} digit
   */
  #fill({ item, canvas, caption, description }, challenge, digit) {
    const result = challenge.stateOf(digit);
    const side = Math.round(canvas.clientWidth * SHARP);
    if (side) canvas.width = canvas.height = side;
    paintDrawing(contextOf(canvas), challenge.drawings[digit], side, getComputedStyle(canvas).color);
    item.dataset.state = result.state;
    caption.textContent = captionOf(result) || String(digit);
    description.textContent = fill(this.#words[result.state], { digit, other: result.answer });
  }
}

/**
 * Whether a drawing is still being written.
 * @param {{ state: State }} result
 */
function isOpen({ state }) {
  return state === "empty" || state === "drawn";
}

function createItem() {
  const item = create("li");
  const canvas = create("canvas", {}, { "aria-hidden": "true" });
  const caption = create("span", { className: "read" }, { "aria-hidden": "true" });
  const description = create("span", { className: "unseen" });
  item.append(canvas, caption, description);
  return { item, canvas, caption, description };
}
