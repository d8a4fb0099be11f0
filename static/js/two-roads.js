/* The same drawing on the road of most tutorials and on ours, while it is drawn: for those who switch it on. */

import { find, select } from "./elements.js";
import { listen } from "./events.js";
import { PipelineView } from "./lesson-pipeline.js";
import { Reader } from "./reader.js";
import { isReading } from "./reply.js";

const WORDS = { reads: "{digit}", unsure: "{digit}?" }; // no word of any language

/** @typedef {import("./reader.js").Question} Question */

export class TwoRoads {
  #element;
  #reader;
  #shrunk;
  #tidied;

  constructor() {
    this.#element = find("two-roads", HTMLElement);
    this.#reader = new Reader(this.#element.dataset.address ?? "");
    this.#shrunk = this.#view("notebook");
    this.#tidied = this.#view("served");
    listen(this.#reader, "answer", ({ answer }) => this.#show(answer));
    listen(this.#reader, "blank", () => this.clear());
  }

  /** @param {boolean} on */
  set(on) {
    if (!on) this.clear();
    this.#element.hidden = !on;
    this.#element.parentElement?.toggleAttribute("data-roads-shown", on);
  }

  /**
   * Have a drawing read on both roads, if they are shown. Squares that were changed by hand come from no picture.
   * @param {Question} question
   */
  ask(question) {
    if (this.#element.hidden) return;
    if (question.type === "application/json") this.clear();
    else this.#reader.request(question);
  }

  /* There is nothing to show. */
  clear() {
    if (this.#element.hidden) return; // most visitors: nothing is painted for them
    this.#reader.cancel();
    this.#shrunk.clear();
    this.#tidied.clear();
  }

  /** @param {string} road */
  #view(road) {
    return new PipelineView(select(`[data-road="${road}"]`, HTMLElement, this.#element), WORDS);
  }

  /** @param {import("./reply.js").Answer} answer */
  #show(answer) {
    if (!isReading(answer.notebook)) return;
    this.#shrunk.show(answer.notebook);
    this.#tidied.show(answer);
  }
}
