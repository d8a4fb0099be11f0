/* The reasons in words: sentences from the answer's facts and the page's own words. */

import { signOf } from "./sentences.js";
import { fill } from "./words.js";

const FAR = 0.01; // the share below which a runner-up's number says nothing

/** @typedef {import("./reasons-check.js").Reasons} Reasons */
/** @typedef {import("./reasons-check.js").Learnt} Learnt */
/** @typedef {import("./sentences.js").Answer & { reasons: Pick<Reasons, "words"> }} Explained */

/**
 * @typedef {object} Words
 * @property {string[]} others each digit, as a sentence names it
 * @property {string} second
 * @property {string} far
 * @property {string} turning
 * @property {string} firm
 * @property {string} strange
 * @property {string} no_digit
 * @property {string} unlike
 * @property {string} alike
 * @property {string} named
 * @property {string} quote
 * @property {string} data_set
 * @property {string} drawing
 * @property {string} allograph
 * @property {string} other
 */

/**
 * Return the sentences that come after the first, for experts.
 * @param {Explained} answer
 * @param {Words} words
 * @param {string} language
 */
export function sentences(answer, words, language) {
  const { runner_up: second, share, turning } = answer.reasons.words;
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const others = words.others;
  return [
    fill(share < FAR ? words.far : words.second, { other: others[second], percent: percent.format(share) }),
    ...turning.map(({ row, column, digit }) => fill(words.turning, { row, column, other: others[digit] })),
    ...(turning.length ? [] : [words.firm]),
  ];
}

/**
 * Return the first sentence: what it looks like.
 * @param {Explained} answer
 * @param {Words} words
 * @param {string} language
 */
export function because(answer, words, language) {
  const facts = { digit: words.others[answer.digit] };
  const sign = signOf(answer);
  if (sign) return fill(words.no_digit, { name: sign.title });
  if (!answer.is_digit) return fill(words.strange, facts);
  const { alike } = answer.reasons.words;
  if (!alike.length) return fill(words.unlike, facts);
  const titles = [...new Set(alike.map(({ title }) => title).filter(Boolean))];
  if (!titles.length) return fill(words.alike, facts);
  const quoted = titles.map((name) => fill(words.quote, { name }));
  return fill(words.named, { ...facts, names: new Intl.ListFormat(language).format(quoted) });
}

/**
 * Return what a learnt drawing is called, or what it is when it has no name in this language.
 * @param {Pick<Learnt, "digit" | "source">} drawing
 * @param {Words} words
 */
export function titleOf({ digit, source: { kind, title } }, words) {
  const name = /** @type {"data_set" | "drawing" | "allograph" | "other"} */ (kind.replace(" ", "_"));
  return title || fill(words[name], { digit: digit === null ? "" : words.others[digit] });
}
