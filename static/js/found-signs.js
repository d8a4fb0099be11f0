/* The signs that were found so far, such as a heart or a star: kept in this browser alone, until they are forgotten. */

import { create, find } from "./elements.js";
import { isSquares } from "./reply.js";
import { say } from "./say.js";
import { INK, paintCanvas } from "./small-squares.js";
import { readSetting, writeSetting } from "./storage.js";
import { fill } from "./words.js";

const SETTING = "signs"; // the name that they are kept by
const MOST = 24; // signs: as many as a line of a wall shows

/** @typedef {{ label: string, title: string, language: string, squares: import("./squares.js").Squares }} FoundSign */

export class FoundSigns {
  #list;
  #lead;
  #forget;
  #words;
  #language;
  /** @type {FoundSign[]} the newest last */
  #signs = [];

  /**
   * @param {HTMLElement} element
   * @param {Record<"find" | "found", string>} words
   * @param {string} language
   */
  constructor(element, words, language) {
    this.#list = find("found", HTMLElement, element);
    this.#lead = find("found-lead", HTMLElement, element);
    this.#forget = find("forget", HTMLButtonElement, element);
    this.#words = words;
    this.#language = language;
    this.#show(restored());
    this.#forget.addEventListener("click", () => this.clear());
  }

  /**
   * Add a sign, or call it as it is called now.
   * @param {import("./sentences.js").Sign} sign
   */
  add({ label, title, squares }) {
    if (!squares) return;
    const others = this.#signs.filter((sign) => sign.label !== label);
    this.#keep([...others, { label, title, language: this.#language, squares }].slice(-MOST));
  }

  clear() {
    const hadFocus = this.#forget.matches(":focus-visible");
    this.#keep([]);
    if (hadFocus) this.#lead.focus();
  }

  /** @param {FoundSign[]} signs */
  #keep(signs) {
    writeSetting(SETTING, JSON.stringify(signs));
    this.#show(signs);
  }

  /** @param {FoundSign[]} signs */
  #show(signs) {
    this.#signs = signs;
    say(this.#lead, signs.length ? fill(this.#words.found, { number: signs.length }) : this.#words.find);
    this.#list.replaceChildren(...signs.map(item));
    this.#forget.hidden = !signs.length;
    this.#list.scrollLeft = this.#list.scrollWidth; // the newest in sight
  }
}

/** @param {FoundSign} sign */
function item({ title, language, squares }) {
  const picture = create("canvas", { title, lang: language }, { role: "img", "aria-label": title });
  paintCanvas(picture, squares, INK);
  const entry = create("li");
  entry.append(picture);
  return entry;
}

/** @returns {FoundSign[]} */
function restored() {
  try {
    const signs = JSON.parse(readSetting(SETTING) ?? "[]");
    return signs.filter(isFoundSign).slice(-MOST);
  } catch {
    return [];
  }
}

/**
 * @param {any} sign
 * @returns {sign is FoundSign}
 */
function isFoundSign(sign) {
  return (
    [sign?.label, sign?.title, sign?.language].every((text) => typeof text === "string") && isSquares(sign.squares)
  );
}
