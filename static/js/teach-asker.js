/* Asks the server about a lesson. One request is under way at a time; of those that wait only the newest of its kind is
   sent; a server that is waking, busy or away is asked again. Dispatches "failure" ({ kind }) and "recovery". */

import { emit } from "./events.js";
import { post } from "./request.js";

const TIMEOUT = 20_000; // ms until a request is given up and sent again
const PAUSE = 1000; // ms before each new try, unless the server says how long
const TOO_MANY = 429;
const WAKING = 503;

/** @typedef {"away" | "busy" | "waking"} Failure */
/** @typedef {{ status: number, reply: any }} Answer */
/**
 * @typedef {object} Question
 * @property {string} path behind the page's own address
 * @property {() => Promise<object>} body made when its turn comes
 * @property {(answer: Answer | null) => void} done told null where a newer question took its place
 */

export class Asker extends EventTarget {
  #address;
  /** @type {Map<string, Question>} */
  #waiting = new Map();
  #isBusy = false;
  #hasFailed = false;

  /** @param {string} address */
  constructor(address) {
    super();
    this.#address = address;
  }

  /**
   * Resolve to the server's answer, or to null where a newer question of this kind took its place.
   * @param {string} kind
   * @param {() => Promise<object>} body
   * @param {string} path
   * @returns {Promise<Answer | null>}
   */
  ask(kind, body, path = "") {
    this.#waiting.get(kind)?.done(null);
    return new Promise((done) => {
      this.#waiting.set(kind, { path, body, done });
      this.#next();
    });
  }

  /**
   * Drop the questions of a kind that wait.
   * @param {string} kind
   */
  drop(kind) {
    this.#waiting.get(kind)?.done(null);
    this.#waiting.delete(kind);
  }

  async #next() {
    const [first] = this.#waiting;
    if (this.#isBusy || !first) return;
    const [kind, question] = first;
    this.#waiting.delete(kind);
    this.#isBusy = true;
    question.done(await this.#answerTo(question));
    this.#isBusy = false;
    this.#next();
  }

  /** @param {Question} question */
  async #answerTo({ path, body }) {
    const text = JSON.stringify(await body());
    for (;;) {
      const { failure, pause, ...answer } = await this.#try(path, text);
      this.#report(failure);
      if (!failure) return answer;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /**
   * @param {string} path
   * @param {string} body
   * @returns {Promise<Answer & { failure?: Failure, pause: number }>}
   */
  async #try(path, body) {
    try {
      const message = { body, type: "application/json", signal: AbortSignal.timeout?.(TIMEOUT) };
      const { status, reply, retryAfter } = await post(this.#address + path, message);
      const pause = Number(retryAfter) * 1000 || PAUSE;
      if (status === TOO_MANY) return { status, reply, pause, failure: "busy" };
      if (status === WAKING) return { status, reply, pause, failure: "waking" };
      return { status, reply, pause, failure: status >= 500 ? "away" : undefined };
    } catch {
      return { status: 0, reply: null, pause: PAUSE, failure: "away" };
    }
  }

  /** @param {Failure | undefined} kind */
  #report(kind) {
    if (kind) emit(this, "failure", { kind });
    else if (this.#hasFailed) emit(this, "recovery");
    this.#hasFailed = Boolean(kind);
  }
}

/**
 * Resolve to a picture as text that JSON can carry.
 * @param {Blob} picture
 * @returns {Promise<string>}
 */
export function dataUrlOf(picture) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsDataURL(picture);
  });
}
