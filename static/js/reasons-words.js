/* The reasons in words: sentences from the answer's facts and the page's own words. */

import { fill } from "./answer.js";

const FAR = 0.01; // the share below which a runner-up's number says nothing

/* Return the sentences, the most telling first. */
export function sentences(answer, words, language) {
  const { runner_up: second, share, turning } = answer.reasons.words;
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const others = words.others;
  return [
    because(answer, words, language),
    fill(share < FAR ? words.far : words.second, { other: others[second], percent: percent.format(share) }),
    ...turning.map(({ row, column, digit }) => fill(words.turning, { row, column, other: others[digit] })),
    ...(turning.length ? [] : [words.firm]),
  ];
}

function because({ digit, is_digit: isDigit, reasons }, words, language) {
  const facts = { digit: words.others[digit] };
  if (!isDigit) return fill(words.strange, facts);
  const { alike } = reasons.words;
  if (!alike.length) return fill(words.unlike, facts);
  const titles = [...new Set(alike.map(({ title }) => title).filter(Boolean))];
  if (!titles.length) return fill(words.alike, facts);
  const quoted = titles.map((name) => fill(words.quote, { name }));
  return fill(words.named, { ...facts, names: new Intl.ListFormat(language).format(quoted) });
}

/* Return what a learnt drawing is called, or what it is when it has no name in this language. */
export function titled({ digit, source: { kind, title } }, words) {
  return title || fill(words[kind.replace(" ", "_")], { digit: words.others[digit] ?? "" });
}
