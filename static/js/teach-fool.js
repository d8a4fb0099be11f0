/* Fool me: a digit that people read and the served reader does not. Bystanders vote; what is hung up stays in this
   browser for a day, and nowhere else. */

import { create, find, select, selectAll } from "./elements.js";
import { isSquares } from "./reply.js";
import { say } from "./say.js";
import { INK, paintCanvas } from "./small-squares.js";
import { readSetting, writeSetting } from "./storage.js";
import { fill } from "./words.js";

const SETTING = "fooled";
const MOST = 12; // failures that hang

/** @typedef {import("./squares.js").Squares} Squares */
/** @typedef {{ meant: number, digit: number, votes: number, against: number, squares: Squares }} Failure */
/** @typedef {Record<"draw" | "honest" | "fooled" | "hung", string>} Words */

export class FoolMe {
  #meant = find("meant", HTMLSelectElement);
  #said = find("fooled", HTMLElement);
  #list = find("hung", HTMLElement);
  #hang = find("hang", HTMLButtonElement);
  #takeDown = find("take-down", HTMLButtonElement);
  #voters = /** @type {HTMLButtonElement[]} */ (selectAll("[data-vote]"));
  #votes = { yes: 0, no: 0 };
  #words;
  #wall;
  /** @type {{ digit: number, squares: Squares } | null} what the served reader made of the drawing */
  #read = null;
  /** @type {Failure[]} */
  #hung = restored();

  /**
   * @param {Words} words
   * @param {import("./teach-wall.js").FoolWall | null} wall where an event shows what its writer agrees to
   */
  constructor(words, wall = null) {
    this.#words = words;
    this.#wall = wall;
    this.#meant.addEventListener("change", () => this.show(this.#read));
    for (const button of this.#voters) {
      button.addEventListener("click", () => {
        this.#votes[/** @type {"yes" | "no"} */ (button.dataset.vote)] += 1;
        this.#showVotes();
      });
    }
    this.#hang.addEventListener("click", () => this.#hangUp());
    this.#takeDown.addEventListener("click", () => this.#keep([]));
    this.#keep(this.#hung);
    this.show(null);
  }

  /**
   * Show what the served reader makes of the drawing; null where there is none.
   * @param {{ digit: number, squares: Squares } | null} read
   */
  show(read) {
    this.#read = read;
    this.#wall?.withdraw();
    this.#votes = { yes: 0, no: 0 };
    const meant = this.#meant.value;
    const sentence = read ? (this.#isFooled ? this.#words.fooled : this.#words.honest) : this.#words.draw;
    say(this.#said, fill(sentence, { digit: read?.digit ?? meant, meant }));
    this.#showVotes();
  }

  get #isFooled() {
    return this.#read !== null && this.#read.digit !== Number(this.#meant.value);
  }

  #showVotes() {
    for (const button of this.#voters) {
      button.disabled = !this.#isFooled;
      const count = this.#votes[/** @type {"yes" | "no"} */ (button.dataset.vote)];
      say(select("b", HTMLElement, button), String(count));
    }
    this.#hang.disabled = !this.#isFooled || this.#votes.yes <= this.#votes.no;
  }

  #hangUp() {
    if (!this.#read) return;
    const { digit, squares } = this.#read;
    const failure = { meant: Number(this.#meant.value), digit, squares };
    this.#keep([...this.#hung, { ...failure, votes: this.#votes.yes, against: this.#votes.no }]);
    this.#hang.disabled = true;
    this.#wall?.offer(failure.meant);
  }

  /** @param {Failure[]} failures */
  #keep(failures) {
    const best = [...failures].sort((a, b) => b.votes - b.against - (a.votes - a.against)).slice(0, MOST);
    this.#hung = best;
    writeSetting(SETTING, JSON.stringify({ day: today(), best }));
    this.#takeDown.hidden = !best.length;
    this.#list.replaceChildren(...best.map((failure) => this.#item(failure)));
  }

  /** @param {Failure} failure */
  #item({ squares, ...facts }) {
    const canvas = create("canvas", {}, { "aria-hidden": "true" });
    paintCanvas(canvas, squares, INK);
    const item = create("li");
    item.append(canvas, create("span", { textContent: fill(this.#words.hung, facts) }));
    return item;
  }
}

function today() {
  return new Date().toDateString();
}

/** @returns {Failure[]} those of today */
function restored() {
  try {
    const { day, best } = JSON.parse(readSetting(SETTING) ?? "{}");
    return day === today() ? best.filter(isFailure) : [];
  } catch {
    return [];
  }
}

/** @param {any} one */
function isFailure(one) {
  return [one?.meant, one?.digit, one?.votes, one?.against].every(Number.isInteger) && isSquares(one.squares);
}
