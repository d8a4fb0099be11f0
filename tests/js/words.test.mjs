import assert from "node:assert/strict";
import { test } from "node:test";

import { fill, sentenceFor } from "../../static/js/answer.js";
import { changed, moved, toneOf } from "../../static/js/grid.js";

const WORDS = {
  sure: "sure {digit}",
  near: "{digit} or {other}",
  strange: "strange {digit}",
  several: "several",
  others: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
};

function answer(shares, more = {}) {
  const probabilities = Array(10).fill(0).map((_, digit) => shares[digit] ?? 0);
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

const MOVES = [[0, "ArrowLeft", 0], [0, "ArrowRight", 1], [0, "ArrowDown", 8], [63, "ArrowDown", 63], [12, "Home", 8],
  [12, "End", 15], [12, "ArrowUp", 4], [12, "x", null]];
for (const [from, key, to] of MOVES) {
  test(`${key} leads from square ${from} to ${to}`, () => assert.equal(moved(from, key), to));
}

const CHANGES = [[0, " ", 16], [3, " ", 0], [0, "Enter", 16], [9, "Delete", 0], [16, "+", 16], [0, "-", 0], [4, "-", 3],
  [4, "0", 0], [4, "9", 16], [4, "5", 9], [4, "a", null], [4, "Tab", null]];
for (const [value, key, becomes] of CHANGES) {
  test(`"${key}" makes ${becomes} of ${value}`, () => assert.equal(changed(value, key), becomes));
}

test("more points are never lighter, and no tone lies where neither ink nor paper can be read", () => {
  const tones = Array.from({ length: 17 }, (_, value) => toneOf(value));
  assert.deepEqual(tones, [...tones].sort((a, b) => a - b));
  assert.deepEqual([tones[0], tones[16]], [0, 1]);
  assert.ok(tones.every((tone) => tone <= 0.401 || tone >= 0.6));
});
