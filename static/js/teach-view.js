/* What the visitor's machine says of the drawing on the sheet, and the one that knows below it. */

import { find } from "./elements.js";
import { say } from "./say.js";
import { fill } from "./words.js";

const CLEAR = 0.5; // of a margin: nearer to the border than half of it, the rival is named too
const SUREST = 0.99; // what is shown of any share: nobody is ever quite sure
const QUIET = 700; // ms without a change until the answer is spoken

/** @typedef {import("./teach-lesson.js").Lesson} Lesson */
/** @typedef {Record<"nothing" | "one" | "ready" | "clear" | "close" | "because" | "house" | "strange", string>} Words */
/** @typedef {{ sign: string, rival: string, margin: number, because: number }} Reading */
/** @typedef {{ digit: number, confidence: number, is_digit: boolean }} House */

export class TaughtView {
  #sign = find("sign", HTMLElement);
  #said = find("words", HTMLElement);
  #house = find("house", HTMLElement);
  #voice = find("voice", HTMLElement);
  #words;
  #percent;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #speaking;

  /**
   * @param {Words} words
   * @param {string} language
   */
  constructor(words, language) {
    this.#words = words;
    this.#percent = new Intl.NumberFormat(language, { style: "percent" });
  }

  /**
   * Nothing is on the sheet: say what the machine knows.
   * @param {Lesson} lesson
   */
  showLesson(lesson) {
    this.#write("?", this.#ignorance(lesson) || this.#words.ready, "", "");
  }

  /**
   * @param {{ answer?: Reading, house: House }} reply
   * @param {Lesson} lesson
   * @param {boolean} settled
   */
  showAnswer({ answer, house }, lesson, settled) {
    const known = this.#houseSentence(house);
    if (!answer) return this.#write("?", this.#ignorance(lesson), known, "");
    const isClear = answer.margin >= CLEAR;
    const sentence = fill(isClear ? this.#words.clear : this.#words.close, { ...answer });
    const because = fill(this.#words.because, { number: answer.because + 1 });
    this.#write(answer.sign, settled ? `${sentence} ${because}` : sentence, known, settled ? sentence : "");
  }

  /** @param {Lesson} lesson */
  #ignorance({ canLearn, examples }) {
    if (canLearn) return "";
    return examples.length ? fill(this.#words.one, { sign: examples[0].sign }) : this.#words.nothing;
  }

  /** @param {House} house */
  #houseSentence({ digit, confidence, is_digit }) {
    if (!is_digit) return this.#words.strange;
    return fill(this.#words.house, { digit, percent: this.#percent.format(Math.min(confidence, SUREST)) });
  }

  /**
   * @param {string} sign
   * @param {string} sentence
   * @param {string} house
   * @param {string} spoken
   */
  #write(sign, sentence, house, spoken) {
    say(this.#sign, sign);
    this.#sign.toggleAttribute("data-long", [...sign].length > 2);
    say(this.#said, sentence);
    say(this.#house, house);
    clearTimeout(this.#speaking);
    say(this.#voice, "");
    if (spoken) this.#speaking = setTimeout(() => say(this.#voice, spoken), QUIET);
  }
}
