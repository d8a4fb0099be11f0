/* The row of ten: small pictures of what was written, and at the end what was read, with a mark that needs no colour. */

import { fill } from "./answer.js";
import { paint } from "./ten-picture.js";

const SHARP = 2; // canvas pixels for each of the page's
const MARKS = { right: "✓", wrong: "✗", skipped: "–" };

export class Row {
  #element;
  #words;
  #slots;
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #challenge = null;
  #repaint = () => this.#challenge && this.show(this.#challenge);
  #watch = new ResizeObserver(this.#repaint);

  constructor(element, words) {
    this.#element = element;
    this.#words = words;
    element.replaceChildren(...words.digits.map(slot));
    this.#slots = [...element.children];
  }

  on() {
    this.#dark.addEventListener("change", this.#repaint);
    this.#watch.observe(this.#element);
  }

  off() {
    this.#dark.removeEventListener("change", this.#repaint);
    this.#watch.disconnect();
  }

  /* Show all ten, or only one of them. */
  show(challenge, only = null) {
    this.#challenge = challenge;
    this.#slots.forEach((element, digit) => {
      if (digit === challenge.digit && isOpen(challenge.stateOf(digit))) element.setAttribute("aria-current", "step");
      else element.removeAttribute("aria-current");
      if (only === null || only === digit) this.#fill(element, digit);
    });
  }

  #fill(element, digit) {
    const { state, answer } = this.#challenge.stateOf(digit);
    const [canvas, said, told] = element.children;
    const side = Math.round(canvas.clientWidth * SHARP);
    if (side) canvas.width = canvas.height = side;
    paint(canvas.getContext("2d"), this.#challenge.drawings[digit], side, getComputedStyle(canvas).color);
    element.dataset.state = state;
    said.textContent = [answer, MARKS[state]].filter((part) => part !== undefined).join(" ") || digit;
    told.textContent = fill(this.#words[state], { digit, other: answer });
  }
}

/* Whether a drawing is still being written. */
function isOpen({ state }) {
  return state === "empty" || state === "drawn";
}

function slot() {
  const [item, picture, said, told] = ["li", "canvas", "span", "span"].map((name) => document.createElement(name));
  Object.assign(said, { className: "read" }).setAttribute("aria-hidden", "true");
  picture.setAttribute("aria-hidden", "true");
  told.className = "unseen";
  item.append(picture, said, told);
  return item;
}
