import assert from "node:assert/strict";
import { test } from "node:test";

import { enlarged } from "../../static/js/enlarge.js";
import { EMPTY, rowsOf } from "../../static/js/squares.js";

const SIDE = 32; // px of the picture: the squares take its half, 2 px each

function pictureOf(squares) {
  const greys = enlarged(squares, SIDE);
  return Array.from({ length: SIDE }, (_, row) => greys.slice(row * SIDE, row * SIDE + SIDE));
}

test("no square is inked: all is paper", () => assert.ok(enlarged(EMPTY, SIDE).every((grey) => grey === 255)));

test("full squares are ink, with paper all around them and an even change between", () => {
  const row = pictureOf(rowsOf(Array(64).fill(16)))[16];
  assert.deepEqual(row.slice(6, 11), [255, 191, 64, 0, 0]);
  assert.deepEqual(row.slice(21, 26), [0, 0, 64, 191, 255]);
});

test("one square has round corners: less ink lies at them than at its sides", () => {
  const counts = Array(64).fill(0);
  counts[27] = 16;
  const picture = pictureOf(rowsOf(counts));
  assert.equal(picture[14][14], 112); // 9 of 16 parts
  assert.equal(picture[13][14], 207); // 3 of 16
  assert.equal(picture[13][13], 239); // 1 of 16
});

test("half the points are half the ink", () => {
  assert.equal(pictureOf(rowsOf(Array(64).fill(8)))[16][16], 255 - 128);
});
