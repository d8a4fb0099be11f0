/* The screen's frames: who paints when. */

const IDLE_DELAY = 300; // ms: Safari does not say when a page is idle; by then it is shown

/** @typedef {() => unknown} Job */

/* Resolve in a task of its own, behind what a hand or the screen waits for. */
export function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Do this when the page is shown and has nothing else to do.
 * @param {Job} job
 */
export function whenIdle(job) {
  if ("requestIdleCallback" in window) requestIdleCallback(job);
  else setTimeout(job, IDLE_DELAY);
}

/**
 * Do these in turn, each in a task of its own, when the page has nothing else to do and as long as they are wanted.
 * @param {() => boolean} areWanted
 * @param {Job[]} jobs
 */
export function inIdleTasks(areWanted, [job, ...others]) {
  if (!job) return;
  whenIdle(() => {
    if (!areWanted()) return;
    job();
    inIdleTasks(areWanted, others);
  });
}

/* Schedules the frames. In each the ink comes first and one other job at most behind it, so that whatever else has to
   be shown, ink is late for none of it. What is deferred comes when nothing else waits. */
export class Frames {
  /** @type {Job | null} */
  #ink = null;
  /** @type {Job[]} */
  #others = [];
  /** @type {Job[]} */
  #deferred = [];
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

  /**
   * Do this in a frame that has no such job: it is not dropped with them.
   * @param {Job} job
   */
  defer(job) {
    this.#deferred.push(job);
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
    const waiting = this.#others.length + this.#deferred.length;
    if (waiting > 1) this.#request(); // their turn comes, whatever becomes of this one
    ink?.();
    (this.#others.shift() ?? this.#deferred.shift())?.();
  }
}
