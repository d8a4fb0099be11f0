/* The figure of a support vector machine: two digits of the map, the border between them, and what moves it. */

import { BorderTask, numberAt } from "./border-task.js";
import { BorderView } from "./border-view.js";
import { choiceOf, sentenceOf, yoursOf } from "./border-words.js";
import { findYours } from "./border-yours.js";
import { create, find, pageLanguage, selectAll } from "./elements.js";
import { listen } from "./events.js";
import { enableButtons } from "./focus.js";
import { pointsOf } from "./map-points.js";
import { get } from "./request.js";
import { say, setLabel } from "./say.js";
import { Asker } from "./teach-asker.js";
import { readWords } from "./words.js";

const USUAL = [4, 9];
const OURS = /^(Arrow|Page|Home|End|Enter|[ 0-9]$)/; // keys that a presentation would take for its own
const PRESSES = new Set(["Enter", " "]);

/** @typedef {import("./border-words.js").Step} Step */
/** @typedef {import("./map-points.js").Points} Points */

/**
 * Fill the figure, once the map's digits have come. Rejects where they cannot be had.
 * @param {HTMLElement} element
 */
export async function openBorder(element) {
  const { points: address = "", pictures = "", predict = "" } = element.dataset;
  const points = pointsOf(await get(address));
  const yours = await findYours(predict, points.labels.length);
  const figure = new BorderFigure(element, points, yours?.digits ?? USUAL, yours?.at ?? null);
  const atlas = create("img");
  atlas.onload = () => figure.setPictures(atlas);
  atlas.onerror = () => figure.setPictures(null);
  atlas.src = pictures;
}

class BorderFigure {
  #canvas;
  #choices;
  #sizes;
  #back;
  #said;
  #yours;
  #points;
  #task;
  #at;
  #view;
  #asker;
  #words = readWords("border-words");
  /** @type {Step | null} */
  #shown = null;

  /**
   * @param {HTMLElement} element
   * @param {Points} points
   * @param {number[]} digits
   * @param {number[] | null} at where the visitor's drawing lies
   */
  constructor(element, points, digits, at) {
    this.#canvas = find("border-plane", HTMLCanvasElement, element);
    this.#choices = /** @type {HTMLSelectElement[]} */ (selectAll("[data-border-digit]", element));
    this.#sizes = /** @type {HTMLInputElement[]} */ (selectAll("[data-border-size]", element));
    this.#back = find("border-back", HTMLButtonElement, element);
    this.#said = find("border-said", HTMLElement, element);
    this.#yours = find("border-yours", HTMLElement, element);
    this.#points = points;
    this.#task = new BorderTask(digits);
    this.#at = at;
    this.#view = new BorderView(this.#canvas, find("map-tints", HTMLElement, element), points);
    this.#asker = new Asker(element.dataset.address ?? "");
    this.#listen(element);
    this.#ask();
  }

  /** @param {HTMLImageElement | null} pictures */
  setPictures(pictures) {
    this.#view.setPictures(pictures);
  }

  /** @param {HTMLElement} element */
  #listen(element) {
    listen(this.#asker, "failure", ({ kind }) => this.#say(this.#words.failures[kind]));
    for (const [which, choice] of this.#choices.entries()) {
      choice.addEventListener("change", () => this.#change(() => this.#task.choose(which, Number(choice.value))));
    }
    for (const slider of this.#sizes) slider.addEventListener("input", () => this.#ask());
    this.#back.addEventListener("click", () => this.#change(() => this.#task.bringAllBack()));
    this.#canvas.addEventListener("click", (event) => this.#toggle(this.#view.indexUnder(event)));
    this.#canvas.addEventListener("keydown", (event) => this.#press(event));
    this.#canvas.addEventListener("blur", () => this.#view.choose(-1));
    element.addEventListener("keydown", (event) => {
      if (OURS.test(event.key)) event.stopPropagation();
    });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#shown) return;
    const next = this.#view.neighbour(event.key);
    if (next >= 0) {
      this.#view.choose(next);
      this.#say(choiceOf(next, this.#shown, this.#points.labels, this.#words));
    } else if (PRESSES.has(event.key)) this.#toggle(this.#view.chosen);
    else return;
    event.preventDefault();
  }

  /** @param {number} index */
  #toggle(index) {
    if (index >= 0) this.#change(() => this.#task.toggle(index));
  }

  /** @param {() => void} change */
  #change(change) {
    change();
    this.#ask();
  }

  async #ask() {
    this.#showTask();
    const wanted = this.#task.toMessage(this.#at);
    const answer = await this.#asker.ask("border", async () => wanted);
    if (answer?.status === 200) this.#show({ wanted, border: answer.reply });
    else if (answer) this.#refuse(wanted, answer.reply?.error?.message ?? "");
  }

  /* The two digits and the sliders, as they are asked about. */
  #showTask() {
    for (const [which, choice] of this.#choices.entries()) choice.value = String(this.#task.digits[which]);
    for (const slider of this.#sizes) {
      const size = /** @type {"C" | "gamma"} */ (slider.dataset.borderSize);
      this.#task[size] = numberAt(Number(slider.value));
      const text = new Intl.NumberFormat(pageLanguage()).format(this.#task[size]);
      say(find(`border-${size.toLowerCase()}`, HTMLElement), text);
      setLabel(slider, text, "aria-valuetext");
    }
    enableButtons([[this.#back, this.#task.without.size > 0, this.#canvas]]);
  }

  /** @param {Step} step */
  #show(step) {
    this.#say(sentenceOf(this.#shown, step, this.#points.labels, this.#words));
    this.#shown = step;
    const { digits, without } = step.wanted;
    this.#view.show({ border: step.border, digits, without, at: this.#at });
    const { at } = step.border;
    if (typeof at === "number") say(this.#yours, yoursOf(at, digits, this.#words, pageLanguage()));
  }

  /**
   * What the server will not do: the digit that was taken away last comes back.
   * @param {import("./border-task.js").Wanted} wanted
   * @param {string} message
   */
  #refuse(wanted, message) {
    const last = wanted.without.at(-1);
    if (last !== undefined && this.#task.without.has(last)) this.#task.toggle(last);
    this.#showTask();
    this.#say(message);
  }

  /** @param {string} sentence */
  #say(sentence) {
    say(this.#said, sentence);
  }
}
