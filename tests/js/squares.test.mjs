import assert from "node:assert/strict";
import { test } from "node:test";

import { countFor, EMPTY, isBlank, neighbourOf, placeOf, rowsOf, toneOf } from "../../static/js/squares.js";

const MOVES = [
  [0, "ArrowLeft", 0],
  [0, "ArrowRight", 1],
  [0, "ArrowDown", 8],
  [63, "ArrowDown", 63],
  [12, "Home", 8],
  [12, "End", 15],
  [12, "ArrowUp", 4],
  [12, "x", null],
];
for (const [from, key, to] of MOVES) {
  test(`${key} leads from square ${from} to ${to}`, () => assert.equal(neighbourOf(from, key), to));
}

const CHANGES = [
  [0, " ", 16],
  [3, " ", 0],
  [0, "Enter", 16],
  [9, "Delete", 0],
  [16, "+", 16],
  [0, "-", 0],
  [4, "-", 3],
  [4, "0", 0],
  [4, "9", 16],
  [4, "5", 9],
  [4, "a", null],
  [4, "Tab", null],
];
for (const [value, key, becomes] of CHANGES) {
  test(`"${key}" makes ${becomes} of ${value}`, () => assert.equal(countFor(value, key), becomes));
}

test("where a count is wished for, Space and Enter make that one, other keys what they always make", () => {
  assert.deepEqual([countFor(6, " ", 16), countFor(6, "Enter", 16), countFor(6, "+", 16)], [16, 16, 7]);
});

test("more points are never lighter, and no tone lies where neither ink nor paper can be read", () => {
  const tones = Array.from({ length: 17 }, (_, value) => toneOf(value));
  assert.deepEqual(
    tones,
    [...tones].sort((a, b) => a - b),
  );
  assert.deepEqual([tones[0], tones[16]], [0, 1]);
  assert.ok(tones.every((tone) => tone <= 0.401 || tone >= 0.6));
});

test("squares are counted from 1, row by row", () => {
  assert.deepEqual([0, 7, 8, 63].map(placeOf), [
    { row: 1, column: 1 },
    { row: 1, column: 8 },
    { row: 2, column: 1 },
    { row: 8, column: 8 },
  ]);
});

test("64 counts in a row are 8 rows of 8", () => {
  const counts = Array.from({ length: 64 }, (_, index) => index % 17);
  const rows = rowsOf(counts);
  assert.deepEqual([rows.length, rows[7].length, rows.flat()], [8, 8, counts]);
});

test("squares are blank until one has a point", () => {
  const counts = EMPTY.flat();
  assert.equal(isBlank(EMPTY), true);
  counts[63] = 1;
  assert.equal(isBlank(rowsOf(counts)), false);
});
