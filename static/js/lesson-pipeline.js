/* The end of one pipeline: the 8 x 8 squares a drawing became, and what was read in them. */

import { find, select } from "./elements.js";
import { say } from "./say.js";
import { paintCanvas } from "./small-squares.js";
import { fill } from "./words.js";

/** @typedef {import("./squares.js").Squares} Squares */

export class PipelineView {
  #canvas;
  #text;
  #words;
  /** @type {Squares | null} */
  #squares = null;

  /**
   * @param {HTMLElement} element
   * @param {{ reads: string, unsure: string }} words
   */
  constructor(element, words) {
    this.#canvas = select("canvas", HTMLCanvasElement, element);
    this.#text = find("said", HTMLElement, element);
    this.#words = words;
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#paint());
  }

  /**
   * Show an answer, with `is_digit` where the pipeline can tell. Return what stands there now.
   * @param {import("./reply.js").Reading & { is_digit?: boolean }} answer
   */
  show({ digit, pixels, is_digit: isDigit = true }) {
    const text = fill(isDigit ? this.#words.reads : this.#words.unsure, { digit });
    this.#squares = pixels;
    this.#paint();
    say(this.#text, text);
    return text;
  }

  clear() {
    this.#squares = null;
    this.#paint();
    say(this.#text, "–");
  }

  #paint() {
    paintCanvas(this.#canvas, this.#squares);
  }
}
