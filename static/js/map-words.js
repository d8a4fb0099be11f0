/* The map in words, for those who do not see it and for all others: the five nearest by name, and the chosen digit. */

import { find, select, selectAll } from "./elements.js";
import { say } from "./say.js";
import { fill } from "./words.js";

/** @typedef {import("./map-digits.js").MapDigits} MapDigits */
/** @typedef {import("./map-points.js").Points} Points */
/** @typedef {import("./map-points.js").Near} Near */
/** @typedef {Record<"chosen" | "exam" | "place" | "strange" | "nowhere" | "comma", string> & { others: string[] }} Words */

export class MapWords {
  #digits;
  #points;
  #words;
  #rows = selectAll("[data-map-nearest] tr");
  #place = find("map-place", HTMLElement);
  #chosen = find("map-chosen", HTMLElement);
  #picture = find("map-picture", HTMLCanvasElement);
  /** @type {Near[]} */
  #nearest = [];
  #index = -1;

  /**
   * @param {MapDigits} digits
   * @param {Points} points
   * @param {Words} words
   */
  constructor(digits, points, words) {
    this.#digits = digits;
    this.#points = points;
    this.#words = words;
  }

  /**
   * @param {Near[]} nearest
   * @param {boolean} isDigit
   */
  show(nearest, isDigit) {
    this.#nearest = nearest;
    const digits = nearest.map(({ label }) => label).join(this.#words.comma);
    say(this.#place, fill(isDigit ? this.#words.place : this.#words.strange, { digits }));
    this.#fill();
  }

  clear() {
    this.#nearest = [];
    say(this.#place, this.#words.nowhere);
    this.#fill();
  }

  /**
   * Say what a digit is.
   * @param {number} index
   */
  choose(index) {
    if (index === this.#index) return;
    this.#index = index;
    const { labels, read, exam } = this.#points;
    const [digit, other] = [labels[index], read[index]].map((each) => this.#words.others[each]);
    const sentence = index < exam ? this.#words.chosen : this.#words.exam;
    say(this.#chosen, fill(sentence, { number: index + 1, digit, read: other }));
    this.#digits.paintPicture(this.#picture, index);
  }

  /* Paint the pictures, which have come only now. */
  paint() {
    this.#fill();
    this.#digits.paintPicture(this.#picture, this.#index);
  }

  #fill() {
    for (const [place, row] of this.#rows.entries()) {
      const index = this.#nearest[place]?.index ?? -1;
      const { labels, read } = this.#points;
      const texts = index < 0 ? ["–", "–", "–"] : [labels[index], read[index], index + 1].map(String);
      this.#digits.paintPicture(select("canvas", HTMLCanvasElement, row), index);
      for (const [column, text] of texts.entries()) say(row.children[column + 1], text);
      row.toggleAttribute("data-wrong", index >= 0 && labels[index] !== read[index]);
    }
  }
}
