import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { drawStrokes, lengthOf, PEN, pathOf } from "../../static/js/pen.js";

/* A canvas context that writes down what it is told. */
function recorder() {
  const calls = [];
  const names = ["beginPath", "moveTo", "lineTo", "quadraticCurveTo", "arc", "fill", "stroke"];
  const context = Object.fromEntries(names.map((name) => [name, (...numbers) => calls.push([name, ...numbers])]));
  return Object.assign(context, { calls });
}

function draw(points, side = 100) {
  const context = recorder();
  drawStrokes(context, [{ points: points.map(([x, y]) => [x, y, 0]) }], side, "black");
  return context;
}

const TOLERANCE = 1e-6; // of the sheet's side: the places in the file are rounded to it
const PATHS = JSON.parse(readFileSync(new URL("../fixtures/pen-paths.json", import.meta.url), "utf8"));

/* The server's pen is held against the same file: tests/learning/test_pen.py. */
for (const { name, points, path } of PATHS) {
  test(`the path of ${name}`, () => {
    const found = pathOf(points);
    assert.deepEqual(
      found.map(({ length }) => length),
      path.map(({ length }) => length),
    );
    found.flat().forEach((place, i) => {
      assert.ok(Math.abs(place - path.flat()[i]) <= TOLERANCE, `${place}, not ${path.flat()[i]}`);
    });
  });
}

test("two parts of a stroke are the whole", () => {
  const { points, path } = PATHS.at(-2);
  const [first, second] = [pathOf(points, 0, 5), pathOf(points, 5)];
  assert.deepEqual(second[0], first.at(-1).slice(-2));
  assert.deepEqual([...first, ...second.slice(1)], pathOf(points));
  assert.equal(first.length + second.length - 1, path.length);
});

test("one point is a round dot as wide as the pen", () => {
  assert.deepEqual(draw([[0.5, 0.25]]).calls, [["beginPath"], ["arc", 50, 25, 2.5, 0, 2 * Math.PI], ["fill"]]);
});

test("two points are a line", () => {
  assert.deepEqual(
    draw([
      [0, 0],
      [1, 0.5],
    ]).calls,
    [["beginPath"], ["moveTo", 0, 0], ["lineTo", 100, 50], ["stroke"]],
  );
});

test("more points are curves through the middles, and end at the last", () => {
  const calls = draw([
    [0, 0],
    [0.5, 0],
    [0.5, 0.5],
    [1, 0.5],
  ]).calls;
  assert.deepEqual(calls.slice(1, -1), [
    ["moveTo", 0, 0],
    ["quadraticCurveTo", 50, 0, 50, 25],
    ["quadraticCurveTo", 50, 50, 75, 50],
    ["lineTo", 100, 50],
  ]);
});

test("where the pen turned round, the line goes to the very tip", () => {
  const calls = draw([
    [0, 0],
    [1, 0],
    [0.5, 0.5],
    [0.5, 1],
  ]).calls;
  assert.deepEqual(calls.slice(1, -1), [
    ["moveTo", 0, 0],
    ["lineTo", 100, 0],
    ["lineTo", 75, 25],
    ["quadraticCurveTo", 50, 50, 50, 75],
    ["lineTo", 50, 100],
  ]);
});

test("the pen is the same share of every sheet, with round ends and corners", () => {
  for (const side of [160, 1000]) {
    const { lineWidth, lineCap, lineJoin } = draw(
      [
        [0, 0],
        [1, 1],
      ],
      side,
    );
    assert.deepEqual([lineWidth, lineCap, lineJoin], [PEN * side, "round", "round"]);
  }
});

test("a line's length is counted in sides of the sheet", () => {
  assert.equal(lengthOf([]), 0);
  assert.equal(lengthOf([[0.5, 0.5, 0]]), 0);
  assert.equal(
    lengthOf([
      [0, 0, 0],
      [0.3, 0.4, 0],
      [0.3, 1.4, 0],
    ]),
    1.5,
  );
});
