/* Asks the server what a drawing is. At most one request is under way and the newest waits; an old answer never
   follows a newer one, nor is it settled while a newer request waits; a failure is reported once, and the request is
   sent again until it is answered.
   Dispatches "answer" ({ answer, settled, again }), "blank", "failure" ({ kind, message }) and "recovery". */

import { emit } from "./events.js";
import { isAnswer } from "./reply.js";
import { post } from "./request.js";

const GAP = 130; // ms between two requests while drawing
const MOST = 10; // requests in any second, the settled ones included
const SECOND = 1000; // ms
const SLOW = 2000; // ms without an answer until the visitor is told
const SLOW_FOR = 3000; // ms without a request until a server counts as slow no longer
const TIMEOUT = 10_000; // ms until a request is given up and sent again
const PAUSES = [500, 1000, 2000, 4000]; // ms before each new try; the last one for good
const LONGEST = 60; // s: the longest a server may send us away
const CANCELLED = new Error("cancelled");
const TOO_MANY = 429; // the status of a server that is asked too often

/**
 * @typedef {object} Question
 * @property {() => Promise<BodyInit | null>} body what is sent, painted only when its turn comes
 * @property {string} type of the body
 * @property {boolean} settled whether the stroke is finished: such questions are explained as `explain` says
 * @property {string} [explain]
 * @property {string} [always] how even the questions of an unfinished stroke are explained
 * @property {boolean} [again] whether the drawing is the same as before; its answer says so too
 */

/** @typedef {Question & { number: number, isLate?: boolean }} Pending */
/** @typedef {Awaited<ReturnType<typeof post>>} Reply */
/** @typedef {"away" | "slow" | "busy" | "refused"} Failure */

/* The server is asked too often, and says for how many ms it wants to be left alone. */
class Busy extends Error {
  /** @param {number} pause */
  constructor(pause) {
    super("busy");
    this.pause = pause;
  }
}

export class Reader extends EventTarget {
  #address;
  /** @type {Pending | null} */
  #waiting = null;
  /** @type {AbortController | null} what stops the request that is under way */
  #underway = null;
  #number = 0; // of the newest request
  #outdated = 0; // answers up to this number come too late
  /** @type {number[]} when the latest requests were sent */
  #starts = [];
  #resumeAt = 0;
  #failures = 0;
  /** @type {Failure | ""} the failure that was reported last and is not over */
  #reported = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #recovery;

  /** @param {string} address */
  constructor(address) {
    super();
    this.#address = address;
  }

  /** @param {Question} question */
  request(question) {
    this.#waiting = { ...question, number: ++this.#number };
    this.#next();
  }

  /* There is nothing to ask any more: what is under way is aborted, that the next may go at once. */
  cancel() {
    this.#waiting = null;
    this.#outdated = this.#number;
    this.#underway?.abort(CANCELLED);
    this.#recover();
  }

  /* Something else could not be had from the server: the next request will find out when it is back. */
  reportUnreachable() {
    this.#pause();
    this.#report("away");
  }

  /* The network is back: do not sit out the pause. */
  retryNow() {
    this.#resumeAt = 0;
    this.#next();
  }

  #next() {
    clearTimeout(this.#timer);
    if (this.#underway || !this.#waiting) return;
    const pause = this.#turnOf(this.#waiting) - performance.now();
    if (pause > 0) this.#timer = setTimeout(() => this.#next(), pause);
    else this.#send(this.#waiting);
  }

  /**
   * Return when a request may be sent.
   * @param {Pending} request
   */
  #turnOf({ settled }) {
    const crowded = this.#starts.length < MOST ? 0 : this.#starts[0] + SECOND;
    const close = settled ? 0 : (this.#starts.at(-1) ?? -GAP) + GAP;
    return Math.max(this.#resumeAt, crowded, close);
  }

  /** @param {Pending} request */
  async #send(request) {
    this.#waiting = null;
    clearTimeout(this.#recovery);
    this.#underway = new AbortController();
    const slow = setTimeout(() => this.#reportSlow(request), SLOW);
    try {
      this.#receive(request, await this.#exchange(request, this.#underway));
    } catch (error) {
      if (error !== CANCELLED) this.#retry(request, error instanceof Busy ? error.pause : undefined);
    } finally {
      clearTimeout(slow);
      this.#underway = null;
      this.#recovery = setTimeout(() => this.#reported === "slow" && this.#recover(), SLOW_FOR);
      this.#next();
    }
  }

  /**
   * @param {Pending} request
   * @param {AbortController} controller
   */
  async #exchange({ body, type, settled, explain, always }, controller) {
    const timer = setTimeout(() => controller.abort(), TIMEOUT);
    try {
      const painted = await body(); // painting may take its time: the request starts when it is sent
      this.#starts = [...this.#starts, performance.now()].slice(-MOST);
      const explained = [settled && explain, always].filter(Boolean).join(",");
      const address = this.#address + (explained ? `?explain=${explained}` : "");
      return await post(address, { body: painted, type, signal: controller.signal });
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * @param {Pending} request
   * @param {Reply} reply
   */
  #receive(request, { status, retryAfter, reply }) {
    if (status === TOO_MANY) throw new Busy(pauseOf(retryAfter));
    if (status >= 500 || !(status === 200 ? isAnswer(reply) : reply?.error?.code)) throw new Error("no answer");
    this.#failures = 0;
    this.#resumeAt = 0;
    if (!(request.isLate && this.#reported === "slow")) this.#recover();
    if (request.number <= this.#outdated) return;
    this.#outdated = request.number;
    const settled = request.settled && request.number === this.#number;
    if (status === 200) emit(this, "answer", { answer: reply, settled, again: request.again });
    else if (reply.error.code === "blank") emit(this, "blank");
    else this.#report("refused", reply.error.message);
  }

  /**
   * @param {Pending} request
   * @param {number | undefined} pause ms that the server asked for
   */
  #retry(request, pause) {
    this.#pause(pause);
    if (request.number <= this.#outdated) return;
    this.#waiting ??= { ...request, isLate: false };
    this.#report(pause ? "busy" : "away");
  }

  #pause(pause = PAUSES[Math.min(this.#failures++, PAUSES.length - 1)]) {
    this.#resumeAt = performance.now() + pause;
  }

  /**
   * A server that is slow stays so until an answer was quick, or nobody asks any more: a line that came and went with
   * each would be no calm one.
   * @param {Pending} request
   */
  #reportSlow(request) {
    request.isLate = true;
    if (request.number > this.#outdated && !this.#reported) this.#report("slow");
  }

  /** @param {Failure} kind */
  #report(kind, message = "") {
    if (kind === this.#reported && kind !== "refused") return; // each refusal is about another drawing
    this.#reported = kind;
    emit(this, "failure", { kind, message });
  }

  #recover() {
    if (this.#reported) emit(this, "recovery");
    this.#reported = "";
  }
}

/**
 * Return how long the server asked for, in seconds or until a date, as milliseconds.
 * @param {string | null} retryAfter
 */
function pauseOf(retryAfter) {
  const seconds = Number(retryAfter ?? 1);
  const asked = Number.isNaN(seconds) ? (Date.parse(retryAfter ?? "") - Date.now()) / SECOND : seconds;
  return Math.min(LONGEST, Math.max(1, asked || 1)) * SECOND;
}
