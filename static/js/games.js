/* The buttons that begin a game. What else it needs is fetched by those who play. Dispatches "clear" when a game wants an
   empty sheet, and "failure" when it cannot be fetched. */

import { find, pageLanguage } from "./elements.js";
import { emit } from "./events.js";
import { readWords } from "./words.js";

/** @typedef {import("./play.js").Play} Play */
/** @typedef {import("./reply.js").Answer} Answer */

export class Games extends EventTarget {
  #table;
  #words;
  /** @type {Play | null} */
  #play = null;
  /** @type {Answer | null} the settled answer to what lies on the sheet */
  #last = null;

  /**
   * @param {import("./play.js").Table} table what a game is played on
   * @param {Record<string, any>} words the page's
   */
  constructor(table, words) {
    super();
    this.#table = table;
    this.#words = words;
    for (const name of /** @type {const} */ (["few", "fast"])) {
      find(name, HTMLButtonElement).addEventListener("click", () =>
        this.#start(name).catch(() => emit(this, "failure")),
      );
    }
  }

  /**
   * A stroke begins. Return whether it is the first of a new round, which wants a fresh sheet.
   * @param {number} now
   */
  begin(now) {
    return this.#play?.begin(now) ?? false;
  }

  /**
   * @param {Answer} answer
   * @param {boolean} settled
   */
  receive(answer, settled) {
    this.#last = settled ? answer : null;
    this.#play?.receive(answer, settled);
  }

  /* The sheet is empty. */
  clear() {
    this.#last = null;
    this.#play?.clear();
  }

  /** @param {"few" | "fast"} name */
  async #start(name) {
    const { Play } = await import("./play.js");
    const words = { ...this.#words, ...readWords("play-words") };
    this.#play ??= new Play(find("play", HTMLElement), this.#table, words, pageLanguage());
    await this.#play.start(name);
    if (name === "fast") emit(this, "clear");
    else if (this.#last) this.#play.receive(this.#last, true);
  }
}
