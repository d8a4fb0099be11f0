import assert from "node:assert/strict";
import { test } from "node:test";

import { partsOf, readingsAlone } from "../../static/js/readings.js";

const SENTENCES = [
  ["no reading", "A 3!", ["A 3!"], "A 3!"],
  ["nothing", "", [], ""],
  ["a word", "数字《すうじ》", [{ word: "数字", reading: "すうじ" }], "すうじ"],
  [
    "words among others",
    "これは 絵《え》です。字《じ》 では",
    ["これは ", { word: "絵", reading: "え" }, "です。", { word: "字", reading: "じ" }, " では"],
    "これは えです。じ では",
  ],
  ["a reading of no characters", "ab《え》", ["ab《え》"], "ab《え》"],
  ["a reading that is none", "字《<b>》", ["字《<b>》"], "字《<b>》"],
];
for (const [name, sentence, parts, alone] of SENTENCES) {
  test(`the parts of a sentence with ${name}`, () => {
    assert.deepEqual(partsOf(sentence), parts);
    assert.equal(readingsAlone(sentence), alone);
  });
}
