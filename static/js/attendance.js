/* Whether somebody is still there. Dispatches "ask" when nobody has touched anything for a while, "stay" when somebody
   does after that, and "leave" when nobody did. */

import { emit } from "./events.js";

export class Attendance extends EventTarget {
  #wait;
  #ring;
  #isAsking = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {number} wait ms without a touch until it asks; 0 for never
   * @param {number} ring ms from the question until the visitor is taken to have gone
   */
  constructor(wait, ring) {
    super();
    this.#wait = wait;
    this.#ring = ring;
  }

  /* Somebody touched something. */
  notice() {
    if (this.#isAsking) emit(this, "stay");
    this.#isAsking = false;
    clearTimeout(this.#timer);
    if (this.#wait) this.#timer = setTimeout(() => this.#ask(), this.#wait);
  }

  /* Nobody is expected to. */
  end() {
    clearTimeout(this.#timer);
    this.#isAsking = false;
  }

  #ask() {
    this.#isAsking = true;
    emit(this, "ask");
    this.#timer = setTimeout(() => this.#leave(), this.#ring);
  }

  #leave() {
    this.#isAsking = false;
    emit(this, "leave");
  }
}
