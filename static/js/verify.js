/* Was I right? Under a settled answer its writer says with one tap what the drawing was, and can take that back for some
   seconds. The page has this part only while an event is on. */

import { find, select, selectAll } from "./elements.js";
import { listen } from "./events.js";
import { post, remove } from "./request.js";
import { say } from "./say.js";
import { randomName, visit } from "./visit.js";
import { fill, readWords } from "./words.js";

const REVERSIBLE = 8000; // ms
const CREATED = 201; // the status of a drawing that counts
const BUSY = 429; // and of a server that has no time
const TRIES = 3;
const PAUSE = 1000; // ms between them

/** @typedef {import("./reply.js").Answer} Answer */
/** @typedef {() => Pick<import("./reader.js").Question, "type" | "body">} Message what is sent of the drawing */
/** @typedef {Record<"right" | "wrong" | "none" | "kept" | "back" | "away", string> & { others: string[] }} Words */

class Verify {
  #element;
  #told;
  #back;
  #keep;
  #words;
  #message;
  /** @type {Answer | null} the settled answer, while nothing else was drawn */
  #answer = null;
  #key = ""; // of this drawing's turn; none while something else is drawn
  #label = "";
  #receipt = { id: 0, receipt: "" };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} element
   * @param {Words} words
   * @param {Message} message
   */
  constructor(element, words, message) {
    this.#element = element;
    this.#words = words;
    this.#message = message;
    this.#told = find("told", HTMLElement, element);
    this.#back = find("take-back", HTMLButtonElement, element);
    this.#keep = find("keep", HTMLButtonElement, element);
    for (const button of selectAll("[data-label]", element)) {
      button.addEventListener("click", () => this.tell(button.dataset.label ?? ""));
    }
    this.#back.addEventListener("click", () => this.takeBack());
    this.#keep.addEventListener("click", () => this.keep());
  }

  /** @param {Answer} answer */
  expect(answer) {
    this.#answer = answer.hint ? null : answer;
  }

  /* The answer is the last word: ask what the drawing was. */
  ask() {
    if (!this.#answer || this.#state !== "rest") return;
    this.#key = randomName();
    this.#say("");
    this.#state = "asked";
  }

  /* Something else is being drawn. */
  rest() {
    this.#answer = null;
    this.#key = "";
    if (this.#state === "rest") return;
    this.#say("");
    this.#state = "rest";
  }

  /** @param {string} said what was pressed: a digit, "none" or "yes" */
  async tell(said) {
    const answer = this.#answer;
    if (!answer || this.#state !== "asked") return;
    this.#label = said === "yes" ? labelOf(answer) : said;
    const sent = await this.#send({});
    if (sent) this.#thank(this.#thanks(this.#label, answer), true);
  }

  /* The drawing itself may be kept, says who drew it. */
  async keep() {
    const sent = await this.#send({ keep: "1", visit: visit() });
    if (sent) this.#thank(this.#words.kept);
  }

  async takeBack() {
    const key = this.#key;
    const { id, receipt } = this.#receipt;
    const isGone = await remove(`${this.#address}/${id}`, { Receipt: receipt }).catch(() => false);
    if (key !== this.#key) return;
    if (!isGone) return this.#say(this.#words.away, [this.#back]);
    this.#key = randomName();
    this.#say(this.#words.back);
    this.#state = "asked";
  }

  /**
   * Return whether the server has noted the drawing, and the same drawing is on the sheet.
   * @param {Record<string, string>} more
   */
  async #send(more) {
    const key = this.#key;
    const state = this.#state;
    const { type, body } = this.#message();
    const facts = new URLSearchParams({ label: this.#label, key, ...more });
    this.#state = "telling";
    const sent = await this.#post(`${this.#address}?${facts}`, { body: await body(), type });
    if (key !== this.#key) return false; // somebody draws on; the same drawing may be answered once more meanwhile
    this.#state = state;
    if (sent?.status === CREATED) this.#receipt = sent.reply;
    else this.#say(sent?.reply?.error?.message ?? this.#words.away, state === "told" ? [this.#back] : []);
    return sent?.status === CREATED;
  }

  /**
   * Return the server's reply, or null where there is none; one that has no time just now is asked again.
   * @param {string} address
   * @param {{ body: BodyInit | null, type: string }} message
   */
  async #post(address, message) {
    for (let tries = 1; ; tries++) {
      const sent = await post(address, message).catch(() => null);
      if (sent?.status !== BUSY || tries === TRIES) return sent;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  /**
   * @param {string} text
   * @param {boolean} mayKeep
   */
  #thank(text, mayKeep = false) {
    this.#state = "told";
    this.#say(text, mayKeep && this.#element.dataset.keeps ? [this.#keep, this.#back] : [this.#back]);
    this.#timer = setTimeout(() => this.#say(text), REVERSIBLE);
  }

  /**
   * @param {string} text
   * @param {HTMLElement[]} buttons what can be pressed beside it
   */
  #say(text, buttons = []) {
    clearTimeout(this.#timer);
    say(this.#told, text);
    for (const button of [this.#keep, this.#back]) button.hidden = !buttons.includes(button);
  }

  /**
   * @param {string} label
   * @param {Answer} answer
   */
  #thanks(label, answer) {
    if (label === labelOf(answer)) return this.#words.right;
    if (label === "none") return this.#words.none;
    return fill(this.#words.wrong, { digit: this.#words.others[Number(label)] });
  }

  get #address() {
    return this.#element.dataset.drawings ?? "";
  }

  get #state() {
    return this.#element.dataset.state ?? "";
  }

  set #state(state) {
    this.#element.dataset.state = state;
  }
}

/**
 * Tie this part to the page, where there is one.
 * @param {import("./reader.js").Reader} reader
 * @param {HTMLElement} voice what says "spoken" once the answer is the last word
 * @param {Message} message
 * @param {() => boolean} isActive whether a visitor drew what was answered
 */
export function connectVerify(reader, voice, message, isActive = () => true) {
  const [element] = selectAll("[data-verify]");
  if (!element) return;
  const verify = new Verify(element, { ...readWords("verify-words"), others: readWords().others }, message);
  listen(reader, "answer", ({ answer, settled }) => settled && verify.expect(answer));
  voice.addEventListener("spoken", () => isActive() && verify.ask());
  const state = select("[data-answer]", HTMLElement);
  const watch = new MutationObserver(() => state.dataset.state?.endsWith("settled") || verify.rest());
  watch.observe(state, { attributes: true, attributeFilter: ["data-state"] });
}

/**
 * Return the label that an answer claims.
 * @param {Answer} answer
 */
function labelOf({ digit, is_digit: isDigit }) {
  return isDigit ? String(digit) : "none";
}
