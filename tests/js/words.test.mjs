import assert from "node:assert/strict";
import { test } from "node:test";

import { sentenceFor } from "../../static/js/sentences.js";
import { fill } from "../../static/js/words.js";

const WORDS = {
  sure: "sure {digit}",
  likely: "likely {digit}",
  near: "{digit} or {other}",
  strange: "strange {digit}",
  sign: "a {name}",
  several: "several",
  two: "{first} and {second}",
  mirrored: "mirrored {digit}",
  others: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
};

function answer(shares, more = {}) {
  const probabilities = Array(10)
    .fill(0)
    .map((_, digit) => shares[digit] ?? 0);
  const digit = probabilities.indexOf(Math.max(...probabilities));
  return { digit, probabilities, confidence: probabilities[digit], is_digit: true, ...more };
}

function several(...pieces) {
  return answer({ 4: 0.9 }, { is_digit: false, hint: "several", pieces });
}

function sign(more) {
  return answer({ 4: 0.9 }, { is_digit: false, ...more });
}

const SENTENCES = [
  ["sure", answer({ 7: 0.9, 1: 0.1 }), "sure seven"],
  ["not quite sure", answer({ 7: 0.79, 1: 0.1 }), "likely seven"],
  ["a runner-up that is near", answer({ 7: 0.8, 1: 0.15 }), "Seven or one"],
  ["no digit", answer({ 4: 0.5, 9: 0.4 }, { is_digit: false }), "strange four"],
  ["several", answer({ 4: 0.9 }, { is_digit: false, hint: "several" }), "several"],
  ["two that are known", several({ digit: 4 }, { digit: 2 }), "4 and 2"],
  ["three", several({ digit: 4 }, { digit: 2 }, { digit: 1 }), "several"],
  ["two, one of them broken", several({ digit: 4 }, null), "several"],
  ["one in a mirror", answer({ 4: 0.9 }, { is_digit: false, hint: "mirrored", mirrored: 7 }), "mirrored seven"],
  ["one in a mirror that is not named", answer({ 4: 0.9 }, { is_digit: false, hint: "mirrored" }), "mirrored four"],
  ["a sign", sign({ looks_like: "heart", looks_like_title: "ハート" }), "a ハート"],
  ["a sign without a title", sign({ looks_like: "heart" }), "a heart"],
  ["a sign's name that is none", sign({ looks_like: 4 }), "strange four"],
];
for (const [name, said, sentence] of SENTENCES) {
  test(`the words for ${name}`, () => assert.equal(sentenceFor(said, WORDS), sentence));
}

test("facts are filled into a sentence wherever they stand", () => {
  assert.equal(fill("{b} and {a} and {b}", { a: 1, b: 2 }), "2 and 1 and 2");
});
