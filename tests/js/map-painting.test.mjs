/* The map's digits, on canvases that only note what is painted on them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { paintAll, placeAt, shareOfSide } from "../../static/js/map-painting.js";

const N = 25;
const POINTS = { x: Array(N).fill(0), y: Array(N).fill(1), labels: Array(N).fill(1) };
const TINTS = ["red", "blue"];
const PICTURES = { width: 40, height: 40 }; // five a row

/* A context that notes what it is told to paint, and with what. */
function noting() {
  const noted = [];
  return {
    noted,
    canvas: {},
    drawImage: (...told) => noted.push(["picture", ...told]),
    fillRect: (...told) => noted.push(["tint", ...told]),
    fillText: (...told) => noted.push(["name", ...told]),
  };
}

test("each digit is painted once, at its place, from pictures that all have their tints before", () => {
  const [map, tinted] = [noting(), noting()];
  const painting = paintAll(map, tinted, POINTS, { pictures: PICTURES, side: 1000, tints: TINTS });
  while (map.noted.length === 0) painting.next();
  assert.equal(tinted.noted.filter(([what]) => what === "tint").length, N);
  while (!painting.next().done);
  assert.equal(map.noted.length, N);
  assert.deepEqual([map.canvas.width, tinted.canvas.width], [1000, PICTURES.width]);
  const [, from, column, row, , , left, top, width] = map.noted[6];
  assert.deepEqual([from, column, row], [tinted.canvas, 8, 8]);
  assert.deepEqual([left + width / 2, top + width / 2], [25, 975]);
});

test("without pictures each is its name, in the tint of its class", () => {
  const map = noting();
  paintAll(map, noting(), POINTS, { pictures: null, side: 100, tints: TINTS }).next();
  assert.deepEqual(map.noted[0].slice(0, 2), ["name", "1"]);
  assert.equal(map.fillStyle, "blue");
});

test("whoever paints may stop after a few", () => {
  const map = noting();
  const painting = paintAll(map, noting(), POINTS, { pictures: null, side: 100, tints: TINTS });
  let most = 0;
  for (let before = 0, isDone = false; !isDone; before = map.noted.length) {
    isDone = Boolean(painting.next().done);
    most = Math.max(most, map.noted.length - before);
  }
  assert.ok(most <= 10);
  assert.equal(map.noted.length, N);
});

test("a place of the canvas is the place of the map that lies there", () => {
  for (const place of [0, 0.3, 1]) assert.ok(Math.abs(placeAt(shareOfSide(place)) - place) < 1e-12);
});
