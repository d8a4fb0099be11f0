/* What was it? Whoever was misread draws the sign a few times more, and a copy of the reader learns it, in this page
   only. The reader that is served is never changed; "Forget me" drops what was drawn. */

import { addStylesheet, find, select, selectAll } from "./elements.js";
import { post } from "./request.js";
import { fetchPart } from "./request-file.js";
import { say } from "./say.js";
import { fill, readWords } from "./words.js";

const MORE = 5; // drawings that are asked for, besides the one that was misread

/** @typedef {import("./reply.js").Answer} Answer */

export class Correction {
  #bar;
  #address;
  #words = readWords("correction-words");
  #said = find("correction-said", HTMLElement);
  #choices = find("correction-choices", HTMLElement);
  #add = find("correction-add", HTMLButtonElement);
  #forget = find("correction-forget", HTMLButtonElement);
  #sign = "";
  /** @type {number[][]} what was drawn of the sign, as the machine saw it */
  #rows = [];
  /** @type {number[] | null} the drawing on the sheet */
  #row = null;

  /**
   * @param {HTMLElement} bar
   * @param {string} address
   */
  constructor(bar, address) {
    this.#bar = bar;
    this.#address = address;
    for (const button of selectAll("[data-is]", bar)) {
      button.addEventListener("click", () => this.#begin(String(button.dataset.is)));
    }
    const form = find("correction-own", HTMLFormElement);
    form.addEventListener("keydown", (event) => event.stopPropagation()); // Backspace is for the name, not the sheet
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#begin(String(new FormData(form).get("sign")).trim());
    });
    this.#add.addEventListener("click", () => this.#learn());
    this.#forget.addEventListener("click", () => this.#reset());
    find("correction-close", HTMLButtonElement).addEventListener("click", () => this.hide());
  }

  show() {
    this.#bar.hidden = false;
    this.#bar.focus({ preventScroll: true });
  }

  hide() {
    this.#bar.hidden = true;
  }

  /**
   * The reader has answered to another drawing: once the sign is learnt, the copy answers too.
   * @param {Answer} answer
   */
  see(answer) {
    this.#row = rowOf(answer);
    if (this.#rows.length > MORE && this.#row) this.#compare(this.#row, answer);
  }

  /** @param {string} sign */
  #begin(sign) {
    if (!sign) return;
    if (!this.#row) return this.#say("blank");
    this.#sign = sign;
    this.#rows = [this.#row];
    this.#choices.hidden = true;
    this.#add.hidden = this.#forget.hidden = false;
    this.#freshSheet();
    this.#say("draw");
    this.#ask(this.#rows[0]).catch(() => null); // whatever it says: a server that nobody taught at yet wakes up by it
    this.#add.focus({ preventScroll: true });
  }

  #learn() {
    if (!this.#row) return this.#say("blank");
    this.#rows.push(this.#row);
    this.#freshSheet();
    const isEnough = this.#rows.length > MORE;
    this.#say(isEnough ? "try" : "draw");
    if (!isEnough) return;
    if (this.#add.matches(":focus-visible")) this.#forget.focus();
    this.#add.hidden = true;
  }

  #reset() {
    this.#rows = [];
    this.#choices.hidden = false;
    this.#add.hidden = this.#forget.hidden = true;
    this.#bar.focus();
    this.#say("forgotten");
  }

  /**
   * @param {number[]} row
   * @param {Answer} answer
   */
  async #compare(row, { digit, is_digit }) {
    const house = is_digit ? digit : this.#words.strange;
    try {
      const { status, reply } = await this.#ask(row);
      if (row !== this.#row) return;
      if (status === 200) this.#say(reply.sign ? "knows" : "same", { house });
      else say(this.#said, reply.error.message);
    } catch {
      this.#say("away");
    }
  }

  /**
   * Ask the copy what a drawing is.
   * @param {number[]} row
   */
  #ask(row) {
    const body = JSON.stringify({ sign: this.#sign, examples: this.#rows, drawing: row });
    return post(this.#address, { body, type: "application/json" });
  }

  #freshSheet() {
    this.#row = null;
    select("[data-clear]", HTMLButtonElement).click();
    find("sheet", HTMLElement).scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} facts
   */
  #say(name, facts = {}) {
    const drawn = { sign: this.#sign, number: this.#rows.length - 1, all: MORE };
    say(this.#said, fill(this.#words[name], { ...drawn, ...facts }));
  }
}

/**
 * Resolve to the bar, with its words and its style: fetched by those who ask.
 * @param {HTMLElement} page
 * @param {string} address
 */
export async function fetchCorrection(page, address) {
  page.insertAdjacentHTML("beforeend", await fetchPart(address));
  const bar = find("correction", HTMLElement, page);
  await addStylesheet(bar.dataset.style ?? "");
  return new Correction(bar, address);
}

/**
 * Return the 320 numbers that a drawing was read in, or null where only its squares are known.
 * @param {Answer} answer
 * @returns {number[] | null}
 */
export function rowOf({ pixels, steps }) {
  const directions = Array.isArray(steps) ? steps.at(-1)?.directions : null;
  return Array.isArray(directions) ? [pixels, directions].flat(3) : null;
}
