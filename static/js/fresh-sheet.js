/* Whether the next stroke begins a fresh sheet: whoever comes back to an answer seconds later has something new to write.
   What is no digit yet is waited for longer: it may be half of one, by a slow child. */

const PATIENCE = 3; // times as long where the answer is no digit

export class FreshSheet {
  #wait;
  /** @type {number} ms: from when on a stroke begins a fresh sheet */
  #due = Infinity;

  /** @param {number} wait ms from the settled answer; 0 for never */
  constructor(wait) {
    this.#wait = wait > 0 ? wait : Infinity;
  }

  /**
   * The answer is settled.
   * @param {number} now ms
   * @param {boolean} isDoubtful whether it is no digit
   */
  settle(now, isDoubtful) {
    this.#due = now + this.#wait * (isDoubtful ? PATIENCE : 1);
  }

  /* The drawing has changed since: nobody has come back to its answer. */
  unsettle() {
    this.#due = Infinity;
  }

  /** @param {number} now ms */
  isDue(now) {
    return now >= this.#due;
  }
}
