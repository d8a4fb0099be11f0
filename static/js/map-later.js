/* The map below the squares. All that it needs is fetched once somebody has drawn. */

import { find, selectAll } from "./elements.js";
import { whenIdle } from "./frames.js";
import { say } from "./say.js";
import { readWords } from "./words.js";

/** @typedef {import("./map.js").DigitMap} DigitMap */
/** @typedef {import("./reply.js").Answer} Answer */

export class LaterMap {
  #isThere = selectAll("[data-map]").length > 0; // a server whose model has no map shows none
  /** @type {DigitMap | null} */
  #map = null;
  #isFetching = false;
  /** @type {{ answer: Answer, settled: boolean } | null} */
  #latest = null;

  /* What the map wants to be told with every answer. */
  get question() {
    return this.#isThere ? "map" : "";
  }

  /**
   * @param {Answer} answer
   * @param {boolean} settled
   */
  show(answer, settled) {
    this.#latest = { answer, settled };
    this.#map?.show(answer, settled);
    if (this.#isThere && settled && !this.#map && !this.#isFetching) this.#fetch();
  }

  clear() {
    this.#latest = null;
    this.#map?.clear();
  }

  #fetch() {
    this.#isFetching = true;
    this.#say("waiting");
    whenIdle(() =>
      this.#open()
        .catch(() => this.#say("lost")) // the next answer tries again
        .finally(() => {
          this.#isFetching = false;
        }),
    );
  }

  async #open() {
    const { openMap } = await import("./map.js");
    this.#map = await openMap();
    if (this.#latest) this.#map.show(this.#latest.answer, this.#latest.settled);
  }

  /** @param {"waiting" | "lost"} what */
  #say(what) {
    say(find("map-wait", HTMLElement), readWords("map-words")[what]);
  }
}
