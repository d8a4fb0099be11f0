/* The border between two digits: its lines, what is asked for, and what is said of the answer. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { cellsOf, crossings, linesOf } from "../../static/js/border-lines.js";
import { BorderTask, changeBetween, likeliest, movedBetween, numberAt } from "../../static/js/border-task.js";

test("the border runs between two signs, nearer to the less sure", () => {
  const margins = [
    [3, 1],
    [3, 1],
  ];
  const ends = crossings(
    [
      [0, 1],
      [0, 1],
    ],
    margins,
    0,
    0,
  );
  assert.deepEqual(ends, [
    [0.75, 0],
    [0.75, 1],
  ]);
  assert.deepEqual(
    crossings(
      [
        [0, 0],
        [0, 0],
      ],
      margins,
      0,
      0,
    ),
    [],
  );
});

test("where three signs meet the border has three ends", () => {
  const margins = [
    [1, 1],
    [1, 1],
  ];
  assert.equal(
    crossings(
      [
        [0, 1],
        [2, 2],
      ],
      margins,
      0,
      0,
    ).length,
    3,
  );
});

test("a heap of one class among another has one closed line round it, and its margin two", () => {
  const decisions = Array.from({ length: 9 }, (_, y) =>
    Array.from({ length: 9 }, (_, x) => 3 - Math.hypot(x - 4, y - 4)),
  );
  for (const [level, radius] of [
    [-0.5, 3.5],
    [0, 3],
    [1, 2],
  ]) {
    const { signs, margins } = cellsOf(decisions, level);
    const lines = linesOf(signs, margins);
    assert.equal(lines.length, 1);
    assert.deepEqual(
      lines[0][0].map((place) => place.toFixed(3)),
      lines[0].at(-1).map((place) => place.toFixed(3)),
    );
    for (const [x, y] of lines[0]) assert.ok(Math.abs(Math.hypot(x - 4.5, y - 4.5) - radius) < 0.1);
  }
});

test("a border that leaves the picture is a line with two ends", () => {
  const { signs, margins } = cellsOf(Array(4).fill([-1.5, -0.5, 0.5, 1.5]), 0);
  const [line, ...others] = linesOf(signs, margins);
  assert.equal(others.length, 0);
  assert.deepEqual(
    line.map(([x]) => x),
    [2, 2, 2, 2],
  );
});

test("sliders run over powers of ten, and tell round numbers", () => {
  assert.deepEqual([-2, -1, 0, 1.3, 3].map(numberAt), [0.01, 0.1, 1, 20, 1000]);
});

test("two digits are asked about, and those that are away are named", () => {
  const task = new BorderTask([4, 9]);
  task.toggle(57);
  task.toggle(3);
  task.toggle(3);
  assert.deepEqual(task.toMessage([0.1, 0.2]), { digits: [4, 9], C: 1, gamma: 20, without: [57], at: [0.1, 0.2] });
  assert.equal("at" in task.toMessage(null), false);
});

test("a digit against itself turns the two round; others bring all back", () => {
  const task = new BorderTask([4, 9]);
  task.choose(0, 9);
  assert.deepEqual(task.digits, [9, 4]);
  task.toggle(57);
  task.choose(1, 7);
  assert.deepEqual([task.digits, task.without.size], [[9, 7], 0]);
});

test("one digit more or less is a change to speak of", () => {
  const ask = (without, C = 1) => ({ digits: [4, 9], C, gamma: 20, without });
  assert.deepEqual(changeBetween(ask([]), ask([5])), { index: 5, isAway: true });
  assert.deepEqual(changeBetween(ask([5, 6]), ask([6])), { index: 5, isAway: false });
  assert.equal(changeBetween(ask([]), ask([5], 2)), null);
  assert.equal(changeBetween(ask([]), ask([5, 6])), null);
  assert.equal(changeBetween(ask([1]), ask([2])), null);
});

test("whether a border moved is measured on its decisions", () => {
  assert.equal(movedBetween([[0.1, 0.2]], [[0.1, 0.21]]), false);
  assert.equal(movedBetween([[0.1, 0.2]], [[0.1, 0.4]]), true);
});

test("the two likeliest digits of an answer", () => {
  assert.deepEqual(likeliest([0, 0, 0.1, 0, 0.5, 0, 0, 0, 0, 0.4]), [4, 9]);
});
