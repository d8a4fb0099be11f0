/* The row of ten: small pictures of what was written, and at the end what was read, with a mark that needs no colour.
   Then each can be pressed. Dispatches "open" ({ digit, tile }). */

import { contextOf, create } from "./elements.js";
import { emit } from "./events.js";
import { say } from "./say.js";
import { captionOf, paintDrawing } from "./ten-picture.js";
import { fill } from "./words.js";

const SHARP = 2; // canvas pixels for each of the page's

/** @typedef {import("./ten-challenge.js").Challenge} Challenge */
/** @typedef {import("./ten-challenge.js").State} State */
/** @typedef {Record<State, string> & { digits: string[] }} Words */

export class ChallengeRow extends EventTarget {
  #words;
  #items;
  /** @type {Challenge | null} */
  #challenge = null;

  /**
   * @param {HTMLElement} element
   * @param {Words} words
   */
  constructor(element, words) {
    super();
    this.#words = words;
    this.#items = words.digits.map(createItem);
    element.replaceChildren(...this.#items.map(({ item }) => item));
    for (const [digit, { tile }] of this.#items.entries())
      tile.addEventListener("click", () => emit(this, "open", { digit, tile }));
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
  #fill({ item, tile, canvas, caption, description }, challenge, digit) {
    const result = challenge.stateOf(digit);
    const side = Math.round(canvas.clientWidth * SHARP);
    if (side) canvas.width = canvas.height = side;
    paintDrawing(contextOf(canvas), challenge.drawings[digit], side, getComputedStyle(canvas).color);
    item.dataset.state = result.state;
    tile.disabled = result.answer === undefined;
    say(caption, captionOf(result, digit) || String(digit));
    say(description, fill(this.#words[result.state], { digit, other: result.answer }));
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
  const tile = create("button", { type: "button", className: "tile", disabled: true }, { "aria-controls": "reasons" });
  const canvas = create("canvas", {}, { "aria-hidden": "true" });
  const caption = create("span", { className: "read" }, { "aria-hidden": "true" });
  const description = create("span", { className: "unseen" });
  tile.append(canvas, caption, description);
  item.append(tile);
  return { item, tile, canvas, caption, description };
}
