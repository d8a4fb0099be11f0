/* Why one of the ten was read so: the pad's own panel of reasons, fetched by those who tap a drawing. */

import { find, pageLanguage } from "./elements.js";
import { listen } from "./events.js";
import { Reader } from "./reader.js";
import { readWords } from "./words.js";

/** @typedef {import("./reasons.js").Reasons} Reasons */
/** @typedef {Pick<import("./reader.js").Question, "type" | "body">} Message */

export class TileReasons {
  #reader;
  #heir;
  #words;
  /** @type {Promise<Reasons> | null} */
  #fetching = null;
  /** @type {HTMLElement | null} the tile that is explained */
  #tile = null;

  /**
   * @param {Reader} reader asks for nothing but reasons
   * @param {HTMLElement} heir takes the focus of a panel whose tile is gone
   * @param {Record<string, any> & { digits: string[] }} words
   */
  constructor(reader, heir, words) {
    this.#reader = reader;
    this.#heir = heir;
    this.#words = words;
  }

  /**
   * Open the panel about the drawing of a tile, once its reasons are there: nothing moves then. Close it where that was
   * open. Rejects where the panel cannot be fetched.
   * @param {HTMLElement} tile
   * @param {Message} message what is sent to have the drawing read
   */
  async toggle(tile, message) {
    this.#fetching ??= this.#fetch(tile);
    const reasons = await this.#fetching.catch((error) => {
      this.#fetching = null;
      throw error;
    });
    if (reasons.isOpen && this.#tile === tile) return reasons.close();
    this.#tile = tile;
    reasons.openFrom(tile);
    reasons.wait();
    this.#reader.request({ settled: true, explain: "reasons", ...message });
  }

  /* All ten are new. */
  async close() {
    const reasons = await this.#fetching?.catch(() => null);
    if (reasons?.isOpen) reasons.close();
  }

  /** @param {HTMLElement} button */
  async #fetch(button) {
    const { Reasons } = await import("./reasons.js");
    const words = { ...this.#words, others: this.#words.digits, ...readWords("reason-words") };
    const reasons = new Reasons(find("reasons", HTMLElement), { button, heir: this.#heir }, words, pageLanguage());
    listen(this.#reader, "answer", async ({ answer }) => {
      reasons.show(answer, true);
      await reasons.open();
      this.#tile?.scrollIntoView({ block: "nearest" });
    });
    return reasons;
  }
}
