/* Why it said so, shown to those who ask: a panel that opens under the answer and follows the drawing while open. */

import { fill } from "./answer.js";
import { areReasons } from "./reasons-check.js";
import { boardOf, cardOf, itemOf } from "./reasons-figures.js";
import { Hinges } from "./reasons-hinges.js";
import { sentences, titled } from "./reasons-words.js";

export class Reasons {
  #panel;
  #button;
  #after;
  #words;
  #language;
  #hinges;
  #title;
  #still = matchMedia("(prefers-reduced-motion: reduce)");

  #close = () => this.close();
  #key = (event) => event.key === "Escape" && this.close();

  /* `words` are the pad's and the reasons' together; `button` opens and closes the panel. It is hidden while nothing is
     drawn: then `after` takes the keyboard's focus from a panel that closes. */
  constructor(panel, { button, after }, words, language) {
    this.#panel = panel;
    this.#button = button;
    this.#after = after;
    this.#title = panel.querySelector("h2").textContent;
    this.#words = words;
    this.#language = language;
    this.#hinges = new Hinges(this.#part("hinges"), this.#part("hinge"), words, language);
  }

  on() {
    this.#part("close").addEventListener("click", this.#close);
    this.#panel.addEventListener("keydown", this.#key);
    this.#hinges.on();
  }

  off() {
    this.#part("close").removeEventListener("click", this.#close);
    this.#panel.removeEventListener("keydown", this.#key);
    this.#hinges.off();
  }

  get isOpen() {
    return !this.#panel.hidden;
  }

  /* Resolve when the panel is open: its style is fetched the first time. */
  async open() {
    await dressed(this.#panel);
    this.#set(true);
    this.#panel.focus({ preventScroll: true });
    this.#panel.scrollIntoView({ block: "start", behavior: this.#still.matches ? "auto" : "smooth" });
  }

  close() {
    this.#set(false);
    this.#button.focus();
    if (!this.#button.matches(":focus")) this.#after.focus();
  }

  /* The drawing has changed: what stands there is no longer about it. */
  wait() {
    this.#panel.setAttribute("aria-busy", "true");
  }

  /* There is no drawing. */
  clear() {
    this.#forget([this.#words.empty]);
  }

  #forget(lines) {
    this.#panel.querySelector("h2").textContent = this.#title;
    this.#say(lines);
    this.#ready(false);
  }

  #say(lines) {
    this.#part("because").replaceChildren(...lines.map((line) => itemOf("p", line)));
  }

  /* Show the reasons of an answer, if they are whole. */
  show(answer) {
    if (!areReasons(answer.reasons)) return this.#forget([]);
    const { duel, relatives, board, squares } = answer.reasons;
    const others = this.#words.others;
    const card = (drawing) => cardOf(drawing, titled(drawing, this.#words), this.#measure(drawing));
    this.#say(sentences(answer, this.#words, this.#language));
    this.#part("relatives").replaceChildren(...relatives.map(card));
    for (const [side, digit] of [["for", duel.digit], ["against", duel.rival]]) {
      this.#part(side).replaceChildren(...duel[side].map(card));
      this.#panel.querySelector(`[data-side=${side}]`).textContent = fill(this.#words.side, { digit: others[digit] });
    }
    this.#part("sum").textContent = this.#sum(duel);
    this.#part("board").replaceChildren(...boardOf(board, answer.digit, this.#numbers(1)));
    const won = board[answer.digit].filter((decision) => decision > 0).length;
    this.#part("duels").textContent = fill(this.#words.duels, { digit: answer.digit, won });
    this.#hinges.show(answer.pixels, squares, answer);
    this.#panel.querySelector("h2").textContent = fill(this.#words.title, { digit: others[answer.digit] });
    this.#ready(true);
  }

  #sum({ digit, rival, decision, intercept, count }) {
    const number = this.#numbers(2);
    const [first, second] = [digit, rival].map((each) => this.#words.others[each]);
    const votes = { for: count.for, against: count.against, intercept: number(intercept), digit: first, decision: number(decision) };
    const outcome = decision > 0 ? this.#words.won : this.#words.lost;
    return `${fill(this.#words.sum, votes)} ${fill(outcome, { digit: first, rival: second })}`;
  }

  #measure({ contribution, distance }) {
    if (contribution !== undefined) return this.#numbers(2)(contribution);
    const plain = new Intl.NumberFormat(this.#language, { maximumFractionDigits: 1 });
    return fill(this.#words.away, { distance: plain.format(distance) });
  }

  #numbers(digits) {
    const shape = { signDisplay: "exceptZero", minimumFractionDigits: digits, maximumFractionDigits: digits };
    const format = new Intl.NumberFormat(this.#language, shape);
    return (number) => format.format(number);
  }

  #ready(shown) {
    const evidence = this.#part("evidence");
    this.#panel.removeAttribute("aria-busy");
    if (!shown && evidence.contains(document.activeElement)) this.#panel.focus({ preventScroll: true });
    evidence.hidden = !shown;
  }

  #set(open) {
    this.#panel.hidden = !open;
    this.#panel.parentElement.toggleAttribute("data-explained", open);
    this.#button.setAttribute("aria-expanded", open);
  }

  #part(name) {
    return this.#panel.querySelector(`[data-${name}]`);
  }
}

/* Resolve when the panel's own style is on the page; without it the panel is plain, but there. */
function dressed({ dataset, ownerDocument }) {
  if (!dataset.style) return null;
  const link = Object.assign(ownerDocument.createElement("link"), { rel: "stylesheet", href: dataset.style });
  delete dataset.style;
  ownerDocument.head.append(link);
  return new Promise((resolve) => (link.onload = link.onerror = resolve));
}
