import assert from "node:assert/strict";
import { test } from "node:test";

import { linesOf } from "../../static/js/directions.js";
import { rowsOf } from "../../static/js/squares.js";

/* The steps of a drawing whose first squares have these strengths of —, |, \ and /, and 16 points each. */
function stepsOf(...squares) {
  const strengths = (direction) => rowsOf(Array.from({ length: 64 }, (_, i) => squares[i]?.[direction] ?? 0));
  const counts = rowsOf(Array.from({ length: 64 }, (_, i) => (i < squares.length ? 16 : 0)));
  return [{ name: "ink" }, { name: "counts", counts, directions: [0, 1, 2, 3].map(strengths) }];
}

const WAYS = [
  ["—", [20, 0, 0, 0], 0, "level"],
  ["|", [0, 20, 0, 0], 90, "upright"],
  ["\\", [0, 0, 20, 0], 45, "falling"],
  ["/", [0, 0, 0, 20], -45, "rising"],
  ["half from — to \\", [20, 0, 20, 0], 22.5, "level falling"],
  ["half from | to /", [0, 20, 0, 20], -67.5, "upright rising"],
];
for (const [name, strengths, degrees, ways] of WAYS) {
  test(`${name} is a line at ${degrees} degrees`, () => {
    const [line] = linesOf(stepsOf(strengths));
    assert.ok(Math.abs(line.degrees - degrees) < 1e-9);
    assert.ok(ways.includes(line.way));
    assert.equal(line.strength, 1);
  });
}

test("a line is as strong as its square beside the strongest, and there is none where no way is stronger", () => {
  const lines = linesOf(stepsOf([20, 0, 0, 0], [15, 5, 0, 0], [9, 9, 9, 9], [0, 0, 0, 0]));
  assert.deepEqual(
    lines.slice(0, 5).map((line) => line?.strength),
    [1, 0.5, undefined, undefined, undefined],
  );
});

test("a square without ink has no line, though an edge beside it counts there too", () => {
  const steps = stepsOf([20, 0, 0, 0]);
  steps[1].counts = rowsOf(Array(64).fill(0));
  assert.deepEqual(linesOf(steps), Array(64).fill(null));
});

const [, COUNTS] = stepsOf([20, 0, 0, 0]);
const NONE = {
  "no steps": undefined,
  "no counts": [{ name: "ink" }],
  "an older server's": [{ ...COUNTS, directions: undefined }],
  "three directions": [{ ...COUNTS, directions: COUNTS.directions.slice(1) }],
  words: [{ ...COUNTS, directions: [..."abcd"] }],
  "seven rows": [{ ...COUNTS, counts: COUNTS.counts.slice(1) }],
};
for (const [name, steps] of Object.entries(NONE)) {
  test(`${name}: no lines`, () => assert.deepEqual(linesOf(steps), []));
}
