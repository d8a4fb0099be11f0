/* What experts ask for, folded below the reasons: sentences, relatives, the closest duel, all 45 decisions, and the
   squares that matter. */

import { create, find, select } from "./elements.js";
import { createBoard, createCard } from "./reasons-figures.js";
import { Occlusion } from "./reasons-occlusion.js";
import { sentences, titleOf } from "./reasons-words.js";
import { say } from "./say.js";
import { fill } from "./words.js";

/** @typedef {import("./reasons-check.js").Duel} Duel */
/** @typedef {import("./reasons-check.js").Learnt} Learnt */
/**
 * @typedef {import("./reasons-words.js").Words & import("./reasons-occlusion.js").Words
 *   & Record<"away" | "duels" | "lost" | "side" | "sum" | "won", string>} Words
 */

export class ReasonsDetails {
  #panel;
  #words;
  #language;
  #occlusion;

  /**
   * @param {HTMLElement} panel
   * @param {Words} words
   * @param {string} language
   */
  constructor(panel, words, language) {
    this.#panel = panel;
    this.#words = words;
    this.#language = language;
    this.#occlusion = new Occlusion(this.#part("hinges"), this.#part("hinge"), words, language);
  }

  /**
   * Show what is known of a settled answer.
   * @param {import("./reply.js").Answer & { reasons: import("./reasons-check.js").Reasons }} answer
   */
  show(answer) {
    const { digit, pixels, reasons } = answer;
    const lines = sentences(answer, this.#words, this.#language);
    this.#part("more").replaceChildren(...lines.map((line) => create("p", { textContent: line })));
    this.#part("relatives").replaceChildren(...this.#cards(reasons.relatives));
    this.#showDuel(reasons.duel);
    this.#showBoard(reasons.board, digit);
    this.#occlusion.show(pixels, reasons.squares, answer);
  }

  /** @param {Duel} duel */
  #showDuel(duel) {
    for (const [side, digit] of /** @type {const} */ ([
      ["for", duel.digit],
      ["against", duel.rival],
    ])) {
      const caption = select(`[data-side=${side}]`, HTMLElement, this.#panel);
      say(caption, fill(this.#words.side, { digit: this.#words.others[digit] }));
      this.#part(side).replaceChildren(...this.#cards(duel[side]));
    }
    say(this.#part("sum"), this.#sumOf(duel));
  }

  /**
   * @param {number[][]} board
   * @param {number} digit
   */
  #showBoard(board, digit) {
    const won = board[digit].filter((decision) => decision > 0).length;
    this.#part("board").replaceChildren(...createBoard(board, digit, this.#signed(1)));
    say(this.#part("duels"), fill(this.#words.duels, { digit, won }));
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

  /** @param {string} name */
  #part(name) {
    return find(name, HTMLElement, this.#panel);
  }
}
