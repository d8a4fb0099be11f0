/* Why it said so, shown to those who ask: a panel beside the drawing, which it follows while it is open, stroke by
   stroke. First one sentence and three look-alikes; what experts ask for stands folded below, for settled drawings. */

import { addStylesheet, find, select, selectAll } from "./elements.js";
import { showNotice } from "./page.js";
import { areReasons } from "./reasons-check.js";
import { ReasonsDetails } from "./reasons-details.js";
import { createCard } from "./reasons-figures.js";
import { because, titleOf } from "./reasons-words.js";
import { saidOn, say } from "./say.js";
import { signOf } from "./sentences.js";
import { fill } from "./words.js";

const LOOK_ALIKES = 3; // as many as are taken in at a glance

/** @typedef {import("./reasons-check.js").Learnt} Learnt */

/** @typedef {import("./reasons-details.js").Words & Record<"empty" | "slow" | "title", string>} Words */

export class Reasons {
  #panel;
  #heading;
  #title;
  #evidence;
  #button;
  #heir;
  #words;
  #language;
  #details;
  /** @type {import("./correct.js").Correction | undefined} */
  #correction;
  /** @type {import("./reply.js").Answer | undefined} the settled one that is explained */
  #answer;

  /**
   * @param {HTMLElement} panel
   * @param {object} buttons
   * @param {HTMLElement} buttons.button opens and closes the panel; it is hidden while nothing is drawn
   * @param {HTMLElement} buttons.heir takes the keyboard's focus then, from a panel that closes
   * @param {Words} words the pad's and the reasons' together
   * @param {string} language
   */
  constructor(panel, { button, heir }, words, language) {
    this.#panel = panel;
    this.#heading = select("h2", HTMLElement, panel);
    this.#title = saidOn(this.#heading);
    this.#evidence = this.#part("evidence");
    this.#button = button;
    this.#heir = heir;
    this.#words = words;
    this.#language = language;
    this.#details = new ReasonsDetails(panel, words, language);
    this.#part("close").addEventListener("click", () => this.close());
    for (const wrong of selectAll("[data-wrong]", panel)) {
      wrong.addEventListener("click", () => this.#correct(wrong).catch(() => showNotice(words.slow)));
    }
    panel.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
  }

  get isOpen() {
    return !this.#panel.hidden;
  }

  /**
   * From now on another button opens and closes the panel.
   * @param {HTMLElement} button
   */
  openFrom(button) {
    this.#button.setAttribute("aria-expanded", "false");
    this.#button = button;
  }

  /* Resolve when the panel is open: its style is fetched the first time. */
  async open() {
    const { style } = this.#panel.dataset;
    delete this.#panel.dataset.style;
    if (style) await addStylesheet(style);
    this.#setOpen(true);
    this.#panel.scrollTop = 0;
    this.#panel.focus({ preventScroll: true });
    this.#panel.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.#setOpen(false);
    this.#correction?.hide();
    this.#button.focus();
    if (!this.#button.matches(":focus")) this.#heir.focus();
  }

  /* The drawing changes: what stands there is no longer about it. */
  wait() {
    this.#panel.setAttribute("aria-busy", "true");
  }

  /* There is no drawing. */
  clear() {
    this.#answer = undefined;
    this.#empty(this.#words.empty);
  }

  /**
   * Show the reasons of an answer, if they are whole: while the pen is down the first ones only.
   * @param {import("./reply.js").Answer} answer
   * @param {boolean} settled
   */
  show(answer, settled) {
    const { reasons } = answer;
    if (settled) {
      this.#answer = answer;
      this.#correction?.see(answer);
    }
    if (!areReasons(reasons)) return this.#empty("");
    const explained = { ...answer, reasons };
    const digit = this.#words.others[answer.digit];
    say(this.#heading, signOf(answer) ? this.#title : fill(this.#words.title, { digit }));
    say(this.#part("because"), because(explained, this.#words, this.#language));
    this.#part("alike").replaceChildren(...this.#lookAlikes(reasons.relatives));
    if (settled) {
      this.#details.show(explained);
      this.#panel.removeAttribute("aria-busy");
    }
    this.#showEvidence(true);
  }

  /** @param {Learnt[]} relatives */
  #lookAlikes(relatives) {
    return relatives.slice(0, LOOK_ALIKES).map((one) => createCard(one, titleOf(one, this.#words)));
  }

  /**
   * Let the visitor say what it was: the bar for it is fetched the first time.
   * @param {HTMLElement} button
   */
  async #correct(button) {
    const { fetchCorrection } = await import("./correct.js");
    this.#correction ??= await fetchCorrection(select("main", HTMLElement), button.dataset.wrong ?? "");
    if (this.#answer) this.#correction.see(this.#answer);
    this.#correction.show();
  }

  /** @param {string} line */
  #empty(line) {
    say(this.#heading, this.#title);
    say(this.#part("because"), line);
    this.#panel.removeAttribute("aria-busy");
    this.#showEvidence(false);
  }

  /** @param {boolean} shown */
  #showEvidence(shown) {
    if (!shown && this.#evidence.matches(":focus-within")) this.#panel.focus({ preventScroll: true });
    this.#evidence.hidden = !shown;
  }

  /** @param {boolean} open */
  #setOpen(open) {
    this.#panel.hidden = !open;
    this.#panel.parentElement?.toggleAttribute("data-explained", open);
    this.#button.setAttribute("aria-expanded", String(open));
  }

  /** @param {string} name */
  #part(name) {
    return find(name, HTMLElement, this.#panel);
  }
}
