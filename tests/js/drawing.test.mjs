import assert from "node:assert/strict";
import { test } from "node:test";

import { Drawing } from "../../static/js/drawing.js";

const SQUARES = Array.from({ length: 8 }, () => Array(8).fill(0));
const ONE = SQUARES.with(3, [0, 0, 0, 16, 0, 0, 0, 0]);
const TWO = ONE.with(4, [0, 0, 0, 16, 0, 0, 0, 0]);

function stroke(drawing, ...points) {
  const [first, ...rest] = points.map(([x, y]) => [x, y, 0]);
  drawing.begin("mouse", first);
  drawing.extend(rest);
  drawing.end();
}

function places(drawing) {
  return drawing.strokes.map(({ points }) => points.map(([x, y]) => [x, y]));
}

test("a new drawing is empty and has no way back or forward", () => {
  const drawing = new Drawing();
  assert.deepEqual([drawing.isEmpty, drawing.canUndo, drawing.canRedo], [true, false, false]);
});

test("undo, redo, clear and undo of clear", () => {
  const drawing = new Drawing();
  stroke(drawing, [0, 0], [1, 1]);
  stroke(drawing, [0, 1], [1, 0]);
  const counts = ["undo", "redo", "clear", "undo", "undo", "undo", "undo", "redo"].map((step) => {
    drawing[step]();
    return drawing.strokes.length;
  });
  assert.deepEqual(counts, [1, 2, 0, 2, 1, 0, 0, 1]);
});

test("a new stroke after undo forgets what could be redone", () => {
  const drawing = new Drawing();
  stroke(drawing, [0, 0]);
  drawing.undo();
  stroke(drawing, [1, 1]);
  drawing.redo();
  assert.deepEqual(places(drawing), [[[1, 1]]]);
});

test("clearing nothing is no step", () => {
  const drawing = new Drawing();
  drawing.clear();
  assert.equal(drawing.canUndo, false);
});

test("undo in the middle of a stroke takes back that stroke alone", () => {
  const drawing = new Drawing();
  stroke(drawing, [0, 0]);
  drawing.begin("touch", [0.5, 0.5, 0]);
  drawing.undo();
  assert.deepEqual(places(drawing), [[[0, 0]]]);
  drawing.end();
  assert.equal(drawing.strokes.length, 1);
});

test("a dropped stroke leaves no trace in the history", () => {
  const drawing = new Drawing();
  drawing.begin("touch", [0.5, 0.5, 0]);
  drawing.drop();
  assert.deepEqual([drawing.isEmpty, drawing.canUndo], [true, false]);
});

test("a point that repeats the one before is not kept", () => {
  const drawing = new Drawing();
  stroke(drawing, [0.5, 0.5], [0.5, 0.5], [0.5, 0.5], [0.75, 0.5]);
  assert.deepEqual(places(drawing), [
    [
      [0.5, 0.5],
      [0.75, 0.5],
    ],
  ]);
});

test("places are the same whatever the screen's own rounding", () => {
  const [one, other] = [new Drawing(), new Drawing()];
  stroke(one, [0.1 + 0.2, 1 / 3]);
  stroke(other, [0.3, 0.33333334]);
  assert.deepEqual(places(one), places(other));
});

test("squares set by hand take over from strokes, and strokes from squares", () => {
  const drawing = new Drawing();
  stroke(drawing, [0, 0]);
  drawing.setSquares(SQUARES);
  assert.equal(drawing.squares, SQUARES);
  stroke(drawing, [1, 1]);
  assert.deepEqual([drawing.squares, drawing.strokes.length], [null, 2]);
  drawing.undo();
  assert.equal(drawing.squares, SQUARES);
});

test("one drag over many squares is one step back", () => {
  const drawing = new Drawing();
  drawing.setSquares(SQUARES);
  drawing.setSquares([...SQUARES], true);
  drawing.setSquares([...SQUARES], true);
  drawing.undo();
  assert.equal(drawing.isEmpty, true);
});

test("the history does not grow without end", () => {
  const drawing = new Drawing();
  for (let i = 0; i < 500; i++) stroke(drawing, [i / 500, 0]);
  let steps = 0;
  for (; drawing.canUndo; steps++) drawing.undo();
  assert.equal(steps, 200);
});

test("a drawing survives being saved and restored", () => {
  const [one, other] = [new Drawing(), new Drawing()];
  stroke(one, [0.25, 0.5], [0.75, 0.5]);
  other.restore(one.save());
  assert.deepEqual(places(other), places(one));
});

test("the stroke under the pen is saved too", () => {
  const [one, other] = [new Drawing(), new Drawing()];
  stroke(one, [0.25, 0.5], [0.75, 0.5]);
  one.begin("mouse", [0.5, 0.25, 0]);
  other.restore(one.save());
  assert.equal(other.strokes.length, 2);
});

test("squares that were set over strokes can be undone after they were restored", () => {
  const [one, other] = [new Drawing(), new Drawing()];
  stroke(one, [0.25, 0.5], [0.75, 0.5]);
  one.setSquares(SQUARES);
  other.restore(one.save());
  assert.deepEqual(other.squares, SQUARES);
  other.undo();
  assert.equal(other.squares, null);
  assert.deepEqual(places(other), places(one));
});

test("squares are a drawing by themselves from the first one that is set on an empty grid", () => {
  const drawing = new Drawing();
  assert.equal(drawing.isDrawnInSquares, false);
  drawing.setSquares(ONE);
  drawing.setSquares(TWO);
  assert.equal(drawing.isDrawnInSquares, true);
  const other = new Drawing();
  other.restore(drawing.save());
  assert.equal(other.isDrawnInSquares, true);
});

test("changed squares of a drawing are none, until the grid was emptied", () => {
  const drawing = stroked();
  drawing.setSquares(TWO);
  assert.equal(drawing.isDrawnInSquares, false);
  drawing.setSquares(SQUARES);
  drawing.setSquares(ONE);
  assert.equal(drawing.isDrawnInSquares, true);
  stroke(drawing, [1, 1]);
  assert.equal(drawing.isDrawnInSquares, false);
});

const BLANK = [
  ["no stroke", () => new Drawing(), true],
  ["strokes", () => stroked(), false],
  ["emptied squares over strokes", () => withSquares(stroked(), SQUARES), true],
  ["a square", () => withSquares(new Drawing(), [[0], [1]]), false],
];
for (const [name, make, blank] of BLANK) {
  test(`${name}: ${blank ? "blank" : "a drawing"}`, () => assert.equal(make().isBlank, blank));
}

function stroked() {
  const drawing = new Drawing();
  stroke(drawing, [0, 0], [1, 1]);
  return drawing;
}

function withSquares(drawing, squares) {
  drawing.setSquares(squares);
  return drawing;
}
