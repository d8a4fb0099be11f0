import assert from "node:assert/strict";
import { test } from "node:test";

import { sidesOf } from "../../static/js/reasons-occlusion.js";
import { because, sentences, titleOf } from "../../static/js/reasons-words.js";

const WORDS = {
  named: "{digit} like {names}",
  alike: "{digit} like these",
  unlike: "{digit} by votes",
  strange: "strange {digit}",
  no_digit: "a sign: {name}",
  second: "then {other} {percent}",
  far: "far {other}",
  turning: "{row},{column}: {other}",
  firm: "firm",
  quote: "<{name}>",
  data_set: "from the data set",
  allograph: "a way of {digit}",
  other: "no digit",
  others: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
};

function answer(words, more = {}) {
  return {
    digit: 7,
    is_digit: true,
    reasons: { words: { runner_up: 1, share: 0.2, alike: [], turning: [], ...words } },
    ...more,
  };
}

const crossed = { kind: "allograph", title: "crossed" };
const nameless = { kind: "data set", title: "" };

const CASES = [
  [
    "relatives with names",
    answer({ alike: [crossed, { ...crossed, title: "wide" }] }),
    "seven like <crossed> and <wide>",
  ],
  ["two relatives of one name", answer({ alike: [crossed, crossed] }), "seven like <crossed>"],
  ["relatives without names", answer({ alike: [nameless] }), "seven like these"],
  ["no relatives of that digit", answer({}), "seven by votes"],
  ["no digit", answer({ alike: [crossed] }, { is_digit: false }), "strange seven"],
  ["a sign", answer({}, { is_digit: false, looks_like: "heart" }), "a sign: heart"],
];
for (const [name, said, first] of CASES) {
  test(`the first sentence for ${name}`, () => assert.equal(because(said, WORDS, "en-GB"), first));
}

test("a runner-up that is near has its share, one that is far has none", () => {
  assert.equal(sentences(answer({}), WORDS, "en")[0], "then one 20%");
  assert.equal(sentences(answer({ share: 0.004 }), WORDS, "en")[0], "far one");
});

test("every turning square has its sentence, and none is worth one too", () => {
  const turning = [{ row: 2, column: 5, digit: 4 }];
  assert.deepEqual(sentences(answer({ turning }), WORDS, "en").slice(1), ["2,5: four"]);
  assert.deepEqual(sentences(answer({}), WORDS, "en").slice(1), ["firm"]);
});

const TITLES = [
  [{ digit: 7, source: crossed }, "crossed"],
  [{ digit: 7, source: nameless }, "from the data set"],
  [{ digit: 7, source: { kind: "allograph", title: "" } }, "a way of seven"],
  [{ digit: null, source: { kind: "other", title: "" } }, "no digit"],
];
for (const [drawing, title] of TITLES) {
  test(`${drawing.source.kind}, named "${drawing.source.title}": ${title}`, () =>
    assert.equal(titleOf(drawing, WORDS), title));
}

test("the square whose loss is largest fills its place, however small the loss; areas follow the losses", () =>
  assert.deepEqual(sidesOf([0.002, 0.0005, 0, -0.1]), [1, 0.5, 0, 0]));
test("where no square is worth anything none is marked", () => assert.deepEqual(sidesOf([0, -1]), [0, 0]));
