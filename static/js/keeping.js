/* The button that makes a card of a settled drawing. What the card needs is fetched by those who want one. */

import { find } from "./elements.js";
import { messageOf } from "./page.js";

/** @typedef {import("./keepsake.js").Keepsake} Keepsake */
/** @typedef {import("./keepsake.js").Sheet} Sheet */

export class Keeping {
  #button = find("keep", HTMLButtonElement);
  /** @type {Promise<Keepsake> | null} the cards' maker, on its way or here */
  #maker = null;
  /** @type {{ answer: import("./reply.js").Answer, sentence: string } | null} */
  #offered = null;

  /**
   * @param {import("./drawing.js").Drawing} drawing
   * @param {import("./pen.js").Raster} raster
   * @param {() => void} onFailure what becomes of a card that cannot be had
   */
  constructor(drawing, raster, onFailure) {
    const sheet = () => ({ drawing, message: messageOf(drawing, raster) });
    this.#button.addEventListener("click", () => this.#make(sheet()).catch(onFailure));
  }

  /**
   * There is a settled answer.
   * @param {import("./reply.js").Answer} answer
   * @param {string} sentence what was said of it
   */
  offer(answer, sentence) {
    this.#offered = { answer, sentence };
    this.#button.disabled = false;
  }

  /* The drawing has changed. */
  withdraw() {
    this.#offered = null;
    this.#button.disabled = true;
  }

  /** @param {Sheet} sheet */
  async #make(sheet) {
    if (!this.#offered) return;
    const offered = this.#offered;
    this.#maker ??= import("./keepsake.js").then(({ Keepsake }) => new Keepsake());
    const maker = await this.#maker.catch((error) => {
      this.#maker = null; // the next press tries again
      throw error;
    });
    await maker.open({ ...sheet, ...offered });
  }
}
