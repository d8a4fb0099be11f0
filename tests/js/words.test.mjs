import assert from "node:assert/strict";
import { test } from "node:test";

import { sentenceFor } from "../../static/js/answer.js";
import { fill } from "../../static/js/words.js";

const WORDS = {
  sure: "sure {digit}",
  near: "{digit} or {other}",
  strange: "strange {digit}",
  several: "several",
  others: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
};

function answer(shares, more = {}) {
  const probabilities = Array(10)
    .fill(0)
    .map((_, digit) => shares[digit] ?? 0);
  const digit = probabilities.indexOf(Math.max(...probabilities));
  return { digit, probabilities, is_digit: true, ...more };
}

const SENTENCES = [
  ["sure", answer({ 7: 0.9, 1: 0.1 }), "sure seven"],
  ["a runner-up that is near", answer({ 7: 0.8, 1: 0.15 }), "7 or one"],
  ["no digit", answer({ 4: 0.5, 9: 0.4 }, { is_digit: false }), "strange 4"],
  ["several", answer({ 4: 0.9 }, { is_digit: false, hint: "several" }), "several"],
];
for (const [name, said, sentence] of SENTENCES) {
  test(`the words for ${name}`, () => assert.equal(sentenceFor(said, WORDS), sentence));
}

test("facts are filled into a sentence wherever they stand", () => {
  assert.equal(fill("{b} and {a} and {b}", { a: 1, b: 2 }), "2 and 1 and 2");
});
