/* The signs that were found so far, such as a heart or a star: kept in this browser alone, until they are forgotten. */

import { create } from "./elements.js";
import { isSquares } from "./reply.js";
import { paintCanvas } from "./small-squares.js";
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
  /** @type {FoundSign[]} the newest first */
  #signs = [];

  /**
   * @param {{ list: HTMLElement, lead: HTMLElement, forget: HTMLButtonElement }} parts
   * @param {Record<"find" | "found", string>} words
   * @param {string} language
   */
  constructor({ list, lead, forget }, words, language) {
    this.#list = list;
    this.#lead = lead;
    this.#forget = forget;
    this.#words = words;
    this.#language = language;
    this.#show(restored());
    forget.addEventListener("click", () => this.clear());
  }

  /**
   * Add a sign, or call it as it is called now.
   * @param {import("./sentences.js").Sign} sign
   */
  add({ label, title, squares }) {
    if (!squares) return;
    const others = this.#signs.filter((sign) => sign.label !== label);
    this.#keep([{ label, title, language: this.#language, squares }, ...others].slice(0, MOST));
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
    this.#lead.textContent = signs.length ? fill(this.#words.found, { number: signs.length }) : this.#words.find;
    this.#list.replaceChildren(...signs.map(item));
    this.#forget.hidden = !signs.length;
  }
}

/** @param {FoundSign} sign */
function item({ title, language, squares }) {
  const picture = create("canvas", { title, lang: language }, { role: "img", "aria-label": title });
  paintCanvas(picture, squares, "black"); // turned round on dark paper by its style
  const entry = create("li");
  entry.append(picture);
  return entry;
}

/** @returns {FoundSign[]} */
function restored() {
  try {
    const signs = JSON.parse(readSetting(SETTING) ?? "[]");
    return signs.filter(isFoundSign).slice(0, MOST);
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
