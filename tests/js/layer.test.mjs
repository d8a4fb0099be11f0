/* The sheet's ink: the same lines as if all were painted anew, but few of them in each frame. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Layer } from "../../static/js/layer.js";
import { drawStrokes } from "../../static/js/pen.js";

const SIDE = 100;

/* A canvas whose context writes down the curves it is told, and where it was cleared. */
function canvas() {
  const calls = [];
  const context = { calls, quadraticCurveTo: (...numbers) => calls.push(numbers), clearRect: () => calls.splice(0) };
  for (const name of ["beginPath", "moveTo", "lineTo", "arc", "fill", "stroke", "drawImage"])
    context[name] = () => null;
  return {
    calls,
    getContext: () => context,
    set width(_side) {
      calls.splice(0);
    },
  };
}

/* A long smooth scribble: every point but the first and the last makes a curve. */
function scribble(length, from = 0) {
  return Array.from({ length }, (_, i) => [Math.cos((from + i) / 20), Math.sin((from + i) / 30), i]);
}

function atOnce(strokes) {
  const whole = canvas();
  drawStrokes(whole.getContext(), strokes, SIDE, "black");
  return whole.calls;
}

function sheet() {
  const [kept, seen] = [canvas(), canvas()];
  const layer = new Layer(kept);
  const paint = (strokes, colour = "black") => {
    const before = kept.calls.length;
    layer.paint(seen.getContext(), strokes, SIDE, colour);
    return seen.calls.length + Math.max(0, kept.calls.length - before);
  };
  return { paint, shown: () => [...kept.calls, ...seen.calls] };
}

test("a stroke that grows is painted whole, but never much of it in one frame", () => {
  const { paint, shown } = sheet();
  const stroke = { points: [] };
  for (const point of scribble(2000)) {
    stroke.points.push(point);
    assert.ok(paint([stroke]) <= 2 * 256);
  }
  assert.deepEqual(shown(), atOnce([stroke]));
});

test("strokes that follow it are painted behind it", () => {
  const { paint, shown } = sheet();
  const strokes = [600, 3, 1, 700].map((length, i) => ({ points: scribble(length, 100 * i) }));
  for (let count = 1; count <= strokes.length; count++) paint(strokes.slice(0, count));
  assert.ok(paint(strokes) < 10);
  assert.deepEqual(shown(), atOnce(strokes));
});

test("what was undone is not shown, nor what was drawn in another colour", () => {
  const { paint, shown } = sheet();
  const strokes = [500, 400].map((length) => ({ points: scribble(length) }));
  paint(strokes);
  paint(strokes.slice(0, 1));
  assert.deepEqual(shown(), atOnce(strokes.slice(0, 1)));
  paint(strokes, "white");
  assert.deepEqual(shown(), atOnce(strokes));
});
