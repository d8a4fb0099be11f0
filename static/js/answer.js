/* The answer in sight and in words: a digit, ten bars that agree with it, one sentence, spoken once. */

const NEAR = 0.15; // the share from which the runner-up is worth a word
const SUREST = 0.99; // what is shown of any share below one: nobody is ever quite sure
const TRIAL = { digit: 8, confidence: 1, is_digit: true, probabilities: Array(10).fill(0.1) }; // of no drawing
const QUIET = 700; // ms without a new stroke until the answer is spoken: most digits have two

export class AnswerView {
  #parts;
  #words;
  #percent;
  #speaking = 0;

  /* `parts` are elements: answer, digit, words, sure, bars, voice. */
  constructor(parts, words, language) {
    this.#parts = parts;
    this.#words = words;
    this.#percent = new Intl.NumberFormat(language, { style: "percent" });
  }

  empty() {
    this.#hush();
    this.#say("empty", "", this.#words.empty, "");
    this.#fill(null);
  }

  show(answer, settled) {
    this.#hush();
    const { digit, confidence } = answer;
    const sentence = sentenceFor(answer, this.#words);
    const sure = isDoubtful(answer) ? "" : fill(this.#words.confidence, { percent: this.#share(confidence) });
    this.#say(`${isDoubtful(answer) ? "doubtful" : "read"} ${settled ? "settled" : "live"}`, digit, sentence, sure);
    this.#fill(answer);
    if (settled) this.#speaking = setTimeout(() => this.#speak(sentence, sure), QUIET);
  }

  /* Lay out answers of both kinds and take them away before anybody sees them: a browser's first layout takes twice
     as long as the next, and would come in the middle of a stroke. */
  rehearse() {
    for (const is_digit of [false, true]) {
      this.show({ ...TRIAL, is_digit }, false);
      this.#parts.answer.getBoundingClientRect();
    }
    this.empty();
  }

  /* The drawing has changed: what stands there is no longer the last word. */
  unsettle() {
    this.#hush();
    const { dataset } = this.#parts.answer;
    if (dataset.state.endsWith("settled")) dataset.state = dataset.state.replace("settled", "live");
  }

  #hush() {
    clearTimeout(this.#speaking);
    write(this.#parts.voice, "");
  }

  #speak(sentence, sure) {
    this.#parts.voice.textContent = [sentence, sure].filter(Boolean).join(" ");
    this.#parts.voice.dispatchEvent(new CustomEvent("spoken", { bubbles: true }));
  }

  #say(state, digit, sentence, sure) {
    if (this.#parts.answer.dataset.state !== state) this.#parts.answer.dataset.state = state;
    write(this.#parts.digit, digit);
    write(this.#parts.words, sentence);
    write(this.#parts.sure, sure);
  }

  #share(share) {
    return this.#percent.format(share < 1 ? Math.min(share, SUREST) : share);
  }

  #fill(answer) {
    [...this.#parts.bars.children].forEach((bar, digit) => {
      const share = answer?.probabilities[digit] ?? 0;
      const [, rail, number] = bar.children;
      const length = share.toFixed(2); // as fine as the percentage beside it: most bars stay as they are
      if (rail.style.getPropertyValue("--share") !== length) rail.style.setProperty("--share", length);
      bar.toggleAttribute("data-first", digit === answer?.digit);
      write(number, answer ? this.#share(share) : "–");
    });
  }
}

/* Writing the same again would cost a new layout, ten times a second; a new text node costs more than a changed one. */
function write(element, text) {
  const { firstChild } = element;
  if (!firstChild) element.textContent = text;
  else if (firstChild.data !== String(text)) firstChild.data = text;
}

/* The sentence for an answer, from the page's words. */
export function sentenceFor(answer, words) {
  const { digit, hint, is_digit: isDigit, probabilities } = answer;
  const other = runnerUp(probabilities, digit);
  if (hint === "several") return words.several;
  if (!isDigit) return fill(words.strange, { digit });
  if (probabilities[other] >= NEAR) return fill(words.near, { digit, other: words.others[other] });
  return fill(words.sure, { digit: words.others[digit] });
}

function isDoubtful({ hint, is_digit: isDigit }) {
  return hint === "several" || !isDigit;
}

function runnerUp(shares, first) {
  const order = shares.map((_, digit) => digit).filter((digit) => digit !== first);
  return order.reduce((best, digit) => (shares[digit] > shares[best] ? digit : best));
}

/* Fill {names} into a sentence. */
export function fill(sentence, facts) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
}
