import assert from "node:assert/strict";
import { test } from "node:test";

import { shrink, shrunkSize } from "../../static/js/shrink.js";

const SIZES = [
  ["a photo of 50 megapixels", [8160, 6120], [2048, 1536]],
  ["a tall scroll", [1000, 20000], [102, 2048]],
  ["a hair", [1, 9000], [1, 2048]],
  ["a picture that is large in bytes alone", [1500, 1000], [1500, 1000]],
];
for (const [name, [width, height], [becomesWide, becomesHigh]] of SIZES) {
  test(`${name} becomes ${becomesWide} x ${becomesHigh}`, () => {
    assert.deepEqual(shrunkSize({ width, height }), { width: becomesWide, height: becomesHigh });
  });
}

test("a file that is small enough stays as it is", async () => {
  const file = new Blob(["1234"]);
  assert.equal(await shrink(file, 4), file);
});

test("a large file that the browser cannot read stays as it is", async () => {
  globalThis.createImageBitmap = () => Promise.reject(new DOMException("no picture", "InvalidStateError"));
  const file = new Blob(["12345"]);
  assert.equal(await shrink(file, 4), file);
});
