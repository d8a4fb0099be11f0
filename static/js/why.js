/* The question why: its button, and the reasons, whose script and style are fetched by those who ask.
   Dispatches "ask" when the reasons for the drawing are wanted, and "failure" when they cannot be had. */

import { find, pageLanguage } from "./elements.js";
import { emit } from "./events.js";
import { readWords } from "./words.js";

/** @typedef {import("./reasons.js").Reasons} Reasons */

export class Why extends EventTarget {
  #button;
  #heir;
  #words;
  /** @type {Reasons | null} */
  #reasons = null;
  /** @type {Promise<Reasons> | null} on their way: two quick clicks are for the same */
  #fetching = null;

  /**
   * @param {HTMLButtonElement} button
   * @param {HTMLElement} heir takes the keyboard's focus where the button is hidden
   * @param {Record<string, any>} words the page's
   */
  constructor(button, heir, words) {
    super();
    this.#button = button;
    this.#heir = heir;
    this.#words = words;
    button.addEventListener("click", () => this.#toggle().catch(() => this.#fail()));
  }

  get isOpen() {
    return Boolean(this.#reasons?.isOpen);
  }

  /* The drawing changes. */
  wait() {
    this.#reasons?.wait();
  }

  /* There is no drawing, or none that can be explained. */
  clear() {
    this.#reasons?.clear();
  }

  /**
   * Show the reasons of an answer that has any.
   * @param {import("./reply.js").Answer} answer
   * @param {boolean} settled whether the pen is up
   */
  show(answer, settled) {
    if (answer.reasons) this.#reasons?.show(answer, settled);
  }

  async #toggle() {
    this.#fetching ??= this.#fetch();
    this.#reasons ??= await this.#fetching;
    if (this.#reasons.isOpen) return this.#reasons.close();
    await this.#reasons.open();
    window.scrollTo(0, 0); // the drawing and its reasons lie at the top, beside each other
    emit(this, "ask");
  }

  /* They could not be fetched: the next question shows when the server is back. */
  #fail() {
    this.#fetching = null;
    emit(this, "failure");
  }

  async #fetch() {
    const { Reasons } = await import("./reasons.js");
    const words = { ...this.#words, ...readWords("reason-words") };
    return new Reasons(find("reasons", HTMLElement), { button: this.#button, heir: this.#heir }, words, pageLanguage());
  }
}
