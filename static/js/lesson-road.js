/* The end of one road: the 8 x 8 squares a drawing became, and what was read in them. */

import { fill } from "./answer.js";
import { paintSquares } from "./lesson-squares.js";

export class Road {
  #canvas;
  #said;
  #words;
  #squares = null;
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #repaint = () => this.#paint();

  constructor(element, words) {
    this.#canvas = element.querySelector("canvas");
    this.#said = element.querySelector("[data-said]");
    this.#words = words;
  }

  on() {
    this.#dark.addEventListener("change", this.#repaint);
  }

  off() {
    this.#dark.removeEventListener("change", this.#repaint);
  }

  /* Show an answer: { digit, pixels }, and `is_digit` where the road can tell; returns what stands there now. */
  show({ digit, pixels, is_digit: isDigit = true }) {
    this.#squares = pixels;
    this.#paint();
    return (this.#said.textContent = fill(isDigit ? this.#words.reads : this.#words.unsure, { digit }));
  }

  clear() {
    this.#squares = null;
    this.#paint();
    this.#said.textContent = "–";
  }

  #paint() {
    paintSquares(this.#canvas, this.#squares);
  }
}
