/* The screen's frames: who paints when. */

const IDLE_DELAY = 300; // ms: Safari does not say when a page is idle; by then it is shown

/** @typedef {() => unknown} Job */

/**
 * Do this when the page is shown and has nothing else to do.
 * @param {Job} job
 */
export function whenIdle(job) {
  if ("requestIdleCallback" in window) requestIdleCallback(job);
  else setTimeout(job, IDLE_DELAY);
}

/* Schedules the frames. In each the ink comes first and one other job at most behind it, so that whatever else has to
   be shown, ink is late for none of it. */
export class Frames {
  /** @type {Job | null} */
  #ink = null;
  /** @type {Job[]} */
  #others = [];
  #requested = false;

  /**
   * Do this first in the next frame; of several only the newest.
   * @param {Job} job
   */
  first(job) {
    this.#ink = job;
    this.#request();
  }

  /**
   * Do this behind the ink of a frame soon, in its turn.
   * @param {Job} job
   */
  enqueue(job) {
    this.#others.push(job);
    this.#request();
  }

  /* Drop every job that waits for its turn. */
  dropQueue() {
    this.#others = [];
  }

  #request() {
    if (!this.#requested) requestAnimationFrame(() => this.#paint());
    this.#requested = true;
  }

  #paint() {
    const ink = this.#ink;
    this.#ink = null;
    this.#requested = false;
    if (this.#others.length > 1) this.#request(); // their turn comes, whatever becomes of this one
    ink?.();
    this.#others.shift()?.();
  }
}
