/* Why it said so, shown to those who ask: a panel that opens under the answer and follows the drawing while open. */

import { addStylesheet, create, find, select } from "./elements.js";
import { areReasons } from "./reasons-check.js";
import { createBoard, createCard } from "./reasons-figures.js";
import { Occlusion } from "./reasons-occlusion.js";
import { sentences, titleOf } from "./reasons-words.js";
import { fill } from "./words.js";

/** @typedef {import("./reasons-check.js").Duel} Duel */
/** @typedef {import("./reasons-check.js").Learnt} Learnt */

/**
 * @typedef {import("./reasons-words.js").Words & import("./reasons-occlusion.js").Words
 *   & Record<"away" | "duels" | "empty" | "lost" | "side" | "sum" | "title" | "won", string>} Words
 */

export class Reasons {
  #panel;
  #heading;
  #title;
  #evidence;
  #button;
  #heir;
  #words;
  #language;
  #occlusion;
  #reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

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
    this.#title = this.#heading.textContent;
    this.#evidence = this.#part("evidence");
    this.#button = button;
    this.#heir = heir;
    this.#words = words;
    this.#language = language;
    this.#occlusion = new Occlusion(this.#part("hinges"), this.#part("hinge"), words, language);
    this.#part("close").addEventListener("click", () => this.close());
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
    this.#panel.focus({ preventScroll: true });
    this.#panel.scrollIntoView({ block: "start", behavior: this.#reducedMotion.matches ? "auto" : "smooth" });
  }

  close() {
    this.#setOpen(false);
    this.#button.focus();
    if (!this.#button.matches(":focus")) this.#heir.focus();
  }

  /* The drawing has changed: what stands there is no longer about it. */
  wait() {
    this.#panel.setAttribute("aria-busy", "true");
  }

  /* There is no drawing. */
  clear() {
    this.#empty([this.#words.empty]);
  }

  /**
   * Show the reasons of an answer, if they are whole.
   * @param {import("./reply.js").Answer} answer
   */
  show(answer) {
    const { reasons } = answer;
    if (!areReasons(reasons)) return this.#empty([]);
    const digit = this.#words.others[answer.digit];
    this.#write(sentences({ ...answer, reasons }, this.#words, this.#language));
    this.#part("relatives").replaceChildren(...this.#cards(reasons.relatives));
    this.#showDuel(reasons.duel);
    this.#showBoard(reasons.board, answer.digit);
    this.#occlusion.show(answer.pixels, reasons.squares, answer);
    this.#heading.textContent = fill(this.#words.title, { digit });
    this.#showEvidence(true);
  }

  /** @param {Duel} duel */
  #showDuel(duel) {
    for (const [side, digit] of /** @type {const} */ ([
      ["for", duel.digit],
      ["against", duel.rival],
    ])) {
      const caption = select(`[data-side=${side}]`, HTMLElement, this.#panel);
      caption.textContent = fill(this.#words.side, { digit: this.#words.others[digit] });
      this.#part(side).replaceChildren(...this.#cards(duel[side]));
    }
    this.#part("sum").textContent = this.#sumOf(duel);
  }

  /**
   * @param {number[][]} board
   * @param {number} digit
   */
  #showBoard(board, digit) {
    const won = board[digit].filter((decision) => decision > 0).length;
    this.#part("board").replaceChildren(...createBoard(board, digit, this.#signed(1)));
    this.#part("duels").textContent = fill(this.#words.duels, { digit, won });
  }

  /** @param {string[]} lines */
  #empty(lines) {
    this.#heading.textContent = this.#title;
    this.#write(lines);
    this.#showEvidence(false);
  }

  /** @param {string[]} lines */
  #write(lines) {
    this.#part("because").replaceChildren(...lines.map((line) => create("p", { textContent: line })));
  }

  /** @param {Learnt[]} drawings */
  #cards(drawings) {
    return drawings.map((drawing) => createCard(drawing, titleOf(drawing, this.#words), this.#measureOf(drawing)));
  }

  /** @param {Duel} duel */
  #sumOf({ digit, rival, decision, intercept, count }) {
    const format = this.#signed(2);
    const [first, second] = [digit, rival].map((each) => this.#words.others[each]);
    const sum = { ...count, intercept: format(intercept), digit: first, decision: format(decision) };
    const outcome = decision > 0 ? this.#words.won : this.#words.lost;
    return `${fill(this.#words.sum, sum)} ${fill(outcome, { digit: first, rival: second })}`;
  }

  /** @param {Learnt} drawing */
  #measureOf({ contribution, distance = 0 }) {
    if (contribution !== undefined) return this.#signed(2)(contribution);
    const plain = new Intl.NumberFormat(this.#language, { maximumFractionDigits: 1 });
    return fill(this.#words.away, { distance: plain.format(distance) });
  }

  /**
   * Return what writes a number with its sign and so many digits behind the point.
   * @param {number} digits
   * @returns {(value: number) => string}
   */
  #signed(digits) {
    const format = new Intl.NumberFormat(this.#language, {
      signDisplay: "exceptZero",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return (value) => format.format(value);
  }

  /** @param {boolean} shown */
  #showEvidence(shown) {
    this.#panel.removeAttribute("aria-busy");
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
