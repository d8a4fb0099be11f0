/* The pen that writes by itself is as slow as a hand, and slower where the line turns. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { timesOf } from "../../static/js/ghost-pen.js";

const STRAIGHT = [
  [0.2, 0.2],
  [0.5, 0.2],
  [0.8, 0.2],
];
const SQUARE_TURN = [
  [0.2, 0.2],
  [0.5, 0.2],
  [0.5, 0.5],
];

test("a line across the sheet takes about half a second", () => {
  const [first, , last] = timesOf(STRAIGHT);
  assert.equal(first[2], 0);
  assert.ok(last[2] > 400 && last[2] < 700);
});

test("a turn takes longer than going straight on, and full circles count from the near side", () => {
  const straight = timesOf(STRAIGHT)[2][2];
  assert.ok(timesOf(SQUARE_TURN)[2][2] > straight + 50);
  const round = [
    [0.5, 0.5],
    [0.49, 0.51],
    [0.48, 0.51],
    [0.47, 0.5],
  ]; // the angle passes from half a turn to minus half a turn
  assert.ok(timesOf(round)[3][2] < 150);
});

test("a dot is there at once", () => {
  assert.deepEqual(timesOf([[0.5, 0.5]]), [[0.5, 0.5, 0]]);
});
