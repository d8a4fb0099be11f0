/* A button that copies the code below it; where the browser lets no page copy, it marks the code instead. */

import { select } from "./elements.js";
import { saidOn, say } from "./say.js";

const SHOWN = 2000; // ms that the button says so

/** @typedef {{ copied: string, marked: string }} Words */

export class CopyButton {
  #button;
  #code;
  #words;
  #label;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} button
   * @param {Words} words
   */
  constructor(button, words) {
    this.#button = button;
    this.#code = select("code", HTMLElement, button.closest("[data-code]") ?? undefined);
    this.#words = words;
    this.#label = saidOn(button);
    button.hidden = false;
    button.addEventListener("click", () => this.#copy());
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#code.textContent);
      this.#show(this.#words.copied);
    } catch {
      getSelection()?.selectAllChildren(this.#code);
      this.#show(this.#words.marked);
    }
  }

  /** @param {string} word */
  #show(word) {
    say(this.#button, word);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      say(this.#button, this.#label);
    }, SHOWN);
  }
}
