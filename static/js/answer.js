/* The answer in sight and in words: a digit, ten bars that agree with it, one sentence, spoken once. */

import { readingsAlone } from "./readings.js";
import { say } from "./say.js";
import { isDoubtful, sentenceFor, signOf } from "./sentences.js";
import { INK, paintCanvas } from "./small-squares.js";
import { fill } from "./words.js";

const SUREST = 0.99; // what is shown of any share below one: nobody is ever quite sure
const SAMPLE = { digit: 8, confidence: 1, is_digit: true, probabilities: Array(10).fill(0.1) }; // of no drawing
const TALLEST = 3; // bars that a presentation shows
const QUIET = 700; // ms without a new stroke until the answer is spoken: most digits have two

/** @typedef {Omit<import("./reply.js").Answer, "pixels">} Answer */

/** @typedef {import("./sentences.js").SentenceWords & { empty: string, confidence: string, forced: string }} Words */

/** @typedef {Record<"answer" | "digit" | "words" | "sure" | "bars" | "voice", HTMLElement>} Elements */

/** @typedef {Elements & { sign: HTMLCanvasElement }} Parts */

export class AnswerView {
  #parts;
  #words;
  #percent;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #speaking;

  /**
   * @param {Parts} parts
   * @param {Words} words
   * @param {string} language
   */
  constructor(parts, words, language) {
    this.#parts = parts;
    this.#words = words;
    this.#percent = new Intl.NumberFormat(language, { style: "percent" });
  }

  get isSettled() {
    return Boolean(this.#parts.answer.dataset.state?.endsWith("settled"));
  }

  empty() {
    this.#cancelSpeech();
    this.#write("empty", "", this.#words.empty, "");
    this.#fillBars(null);
  }

  /**
   * @param {Answer} answer
   * @param {boolean} settled
   */
  show(answer, settled) {
    this.#cancelSpeech();
    const sentence = sentenceFor(answer, this.#words);
    const sure = this.#certainty(answer);
    const squares = signOf(answer)?.squares ?? null;
    const kind = squares ? "doubtful sign" : isDoubtful(answer) ? "doubtful" : "read";
    this.#write(`${kind} ${settled ? "settled" : "live"}`, squares ? "" : String(answer.digit), sentence, sure);
    if (squares) paintCanvas(this.#parts.sign, squares, INK);
    this.#fillBars(answer);
    if (settled) this.#speaking = setTimeout(() => this.#speak(sentence, sure), QUIET);
  }

  /**
   * Lay out an answer and take it away before anybody sees it: a browser's first layout takes twice as long as the
   * next, and would come in the middle of a stroke.
   * @param {boolean} is_digit
   */
  prerender(is_digit) {
    this.show({ ...SAMPLE, is_digit }, false);
    this.#parts.answer.getBoundingClientRect();
    this.empty();
  }

  /* The drawing has changed: what stands there is no longer the last word. */
  unsettle() {
    this.#cancelSpeech();
    const { dataset } = this.#parts.answer;
    if (this.isSettled) dataset.state = dataset.state?.replace("settled", "live");
  }

  #cancelSpeech() {
    clearTimeout(this.#speaking);
    say(this.#parts.voice, "");
  }

  /**
   * @param {string} sentence
   * @param {string} sure
   */
  #speak(sentence, sure) {
    say(this.#parts.voice, readingsAlone([sentence, sure].filter(Boolean).join(" ")));
    this.#parts.voice.dispatchEvent(new CustomEvent("spoken", { bubbles: true }));
  }

  /**
   * @param {string} state
   * @param {string} digit
   * @param {string} sentence
   * @param {string} sure
   */
  #write(state, digit, sentence, sure) {
    if (this.#parts.answer.dataset.state !== state) this.#parts.answer.dataset.state = state;
    say(this.#parts.digit, digit);
    say(this.#parts.words, sentence);
    say(this.#parts.sure, sure);
  }

  /**
   * Return the line below the sentence: how sure it is, or, of a sign, which digit it would be.
   * @param {Answer} answer
   */
  #certainty(answer) {
    const { digit, confidence } = answer;
    if (signOf(answer)) return fill(this.#words.forced, { digit });
    return isDoubtful(answer) ? "" : fill(this.#words.confidence, { percent: this.#format(confidence) });
  }

  /** @param {number} share */
  #format(share) {
    return this.#percent.format(share < 1 ? Math.min(share, SUREST) : share);
  }

  /** @param {Answer | null} answer */
  #fillBars(answer) {
    const isSure = answer && !isDoubtful(answer); // what is no digit has bars, to be compared, but no percentages
    const tallest = answer ? tallestOf(answer.probabilities) : [];
    [...this.#parts.bars.children].forEach((bar, digit) => {
      const share = answer?.probabilities[digit] ?? 0;
      const [, rail, number] = /** @type {HTMLElement[]} */ ([...bar.children]);
      const length = share.toFixed(2); // as fine as the percentage beside it: most bars stay as they are
      if (rail.style.getPropertyValue("--share") !== length) rail.style.setProperty("--share", length);
      bar.toggleAttribute("data-top", tallest.includes(digit));
      bar.toggleAttribute("data-first", digit === answer?.digit);
      say(number, isSure ? this.#format(share) : "–");
    });
  }
}

/**
 * Return the digits of the tallest bars.
 * @param {number[]} shares
 */
function tallestOf(shares) {
  const order = shares.map((_, digit) => digit).sort((a, b) => shares[b] - shares[a]);
  return order.slice(0, TALLEST);
}
