/* A drawing that writes itself: at the hand's own speed, stroke after stroke. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { replayOf } from "../../static/js/replay.js";

const LINE = {
  pointerType: "pen",
  points: [
    [0.2, 0.2, 1000],
    [0.3, 0.2, 1900],
    [0.6, 0.2, 2000],
  ],
};
const DOT = { pointerType: "touch", points: [[0.5, 0.8, 9000]] };

test("a stroke takes as long as it took, slow where the hand was slow", () => {
  const svg = replayOf([LINE], "A line");
  assert.match(svg, /d="M200 200/);
  assert.match(svg, /values="1.000;0.750;0.000" keyTimes="0;0.9;1" dur="1000ms" begin="0ms"/);
});

test("the next begins after a pause that nobody minds", () => {
  assert.match(
    replayOf([LINE, DOT], ""),
    /d="M500 800l0 0" opacity="0"><set attributeName="opacity" to="1" begin="1600ms"/,
  );
});

test("strokes without times are drawn evenly", () => {
  const points = LINE.points.map(([x, y]) => [x, y, 7]);
  assert.match(replayOf([{ ...LINE, points }], ""), /keyTimes="0;0.5;1" dur="120ms"/);
});

test("what a title says is text", () => {
  assert.match(replayOf([DOT], "<b> & co"), /<title>&#60;b&#62; &#38; co<\/title>/);
});
