/* The lesson as slides: of its scenes one at a time. The tab remembers which. */

import { say } from "./say.js";
import { readSession, writeSession } from "./storage.js";

const PLACE = "slide"; // the name that the tab remembers it by
const FITS = [1, 0.9, 0.8, 0.7, 0.6, 0.5]; // sizes of what stands on a slide, until all of it fits

/**
 * @typedef {object} Bar
 * @property {HTMLButtonElement} back
 * @property {HTMLButtonElement} next
 * @property {HTMLElement} place says which slide it is
 */

export class Slides {
  #scenes;
  #bar;
  #place = 0;

  /**
   * @param {HTMLElement[]} scenes
   * @param {Bar} bar
   */
  constructor(scenes, bar) {
    this.#scenes = scenes;
    this.#bar = bar;
    bar.back.addEventListener("click", () => this.#show(this.#place - 1));
    bar.next.addEventListener("click", () => this.#show(this.#place + 1));
    window.addEventListener("resize", () => this.#fit());
  }

  /* Show the slide that was shown last, in this tab. */
  begin() {
    this.#show(Number(readSession(PLACE)) || 0);
  }

  /* The lesson is one page again, at the scene that was shown. */
  end() {
    this.#scenes[this.#place].scrollIntoView({ block: "center" });
  }

  /**
   * @param {KeyboardEvent["key"] | undefined} key in small letters: those of a presenter's remote control too
   * @returns {boolean} whether it leads to another slide
   */
  press(key) {
    if (key === " " || key === "pagedown" || key === "arrowdown") this.#bar.next.click();
    else if (key === "pageup" || key === "arrowup") this.#bar.back.click();
    else return false;
    return true;
  }

  /** @param {number} place */
  #show(place) {
    const last = this.#scenes.length - 1;
    this.#place = Math.min(last, Math.max(0, place));
    for (const [index, scene] of this.#scenes.entries()) scene.toggleAttribute("data-shown", index === this.#place);
    say(this.#bar.place, `${this.#place + 1} / ${last + 1}`);
    this.#bar.back.setAttribute("aria-disabled", String(this.#place === 0));
    this.#bar.next.setAttribute("aria-disabled", String(this.#place === last));
    writeSession(PLACE, String(this.#place));
    this.#fit();
  }

  /* Long words, of any language, make a slide's letters and figures smaller; what does not fit even so is scrolled. */
  #fit() {
    const scene = this.#scenes[this.#place];
    for (const size of FITS) {
      scene.style.setProperty("--fit", String(size));
      if (scene.scrollHeight <= scene.clientHeight) return;
    }
  }
}
