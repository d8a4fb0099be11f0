/* The map below the squares. All that it needs is fetched once somebody has drawn. */

import { find, selectAll } from "./elements.js";
import { whenIdle } from "./frames.js";
import { say } from "./say.js";
import { readWords } from "./words.js";

/** @typedef {import("./map.js").DigitMap} DigitMap */
/** @typedef {import("./reply.js").Answer} Answer */

export class LaterMap {
  #frames;
  #isThere = selectAll("[data-map]").length > 0; // a server whose model has no map shows none
  /** @type {DigitMap | null} */
  #map = null;
  #isFetching = false;
  /** @type {{ answer: Answer, settled: boolean } | null} */
  #latest = null;

  /** @param {import("./frames.js").Frames} frames where it takes its turns behind all else */
  constructor(frames) {
    this.#frames = frames;
  }

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
    if (this.#map) this.#showOn(this.#map);
    else if (this.#isThere && settled && !this.#isFetching) this.#fetch();
  }

  /**
   * The dot travels at once, its words come in a frame that has time for them.
   * @param {DigitMap} map
   */
  #showOn(map) {
    const latest = this.#latest;
    if (latest) map.show(latest.answer);
    if (latest?.settled) this.#frames.defer(() => this.#latest === latest && map.say(latest.answer));
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
    const map = await openMap();
    await this.#turn(); // of the empty map: no frame has time for it, for words that are new and for the first dot
    await this.#turn();
    if (this.#latest?.settled) map.say(this.#latest.answer);
    await this.#turn();
    this.#map = map;
    this.#showOn(map);
    this.#frames.enqueue(() => undefined); // the next frame is the dot's first: nothing else takes its turn there
  }

  /* Resolve in a frame that has time for a part of the map. */
  #turn() {
    return /** @type {Promise<void>} */ (new Promise((resolve) => this.#frames.defer(() => resolve())));
  }

  /** @param {"waiting" | "lost"} what */
  #say(what) {
    say(find("map-wait", HTMLElement), readWords("map-words")[what]);
  }
}
