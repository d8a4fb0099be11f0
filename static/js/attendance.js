/* Whether somebody is still there. Dispatches "ask" when nobody has touched anything for a while, "stay" when somebody
   does after that, and "leave" when nobody did. */

import { emit } from "./events.js";

export const COUNTDOWN = 15_000; // ms from the question until the visitor is taken to have gone

export class Attendance extends EventTarget {
  #wait;
  #isAsking = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {number} wait ms without a touch; 0 for never */
  constructor(wait) {
    super();
    this.#wait = wait;
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
    this.#timer = setTimeout(() => this.#leave(), COUNTDOWN);
  }

  #leave() {
    this.#isAsking = false;
    emit(this, "leave");
  }
}
