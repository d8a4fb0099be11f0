import assert from "node:assert/strict";
import { test } from "node:test";
import { indexAt, isPlace, neighbourOf, pointsOf } from "../../static/js/map-points.js";

const REPLY = { x: [0, 250, 500, 250], y: [250, 250, 250, 500], labels: "3338", read: "3388", exam: { n: 1 } };

test("a server's reply becomes places in 0..1, labels and what was read", () => {
  const points = pointsOf(REPLY);
  assert.deepEqual(points.x, [0, 0.5, 1, 0.5]);
  assert.deepEqual(points.y, [0.5, 0.5, 0.5, 1]);
  assert.deepEqual([points.labels, points.read, points.exam], [[3, 3, 3, 8], [3, 3, 8, 8], 3]);
});

test("whatever else may reply is no map", () => {
  const wrong = [null, "<html>", {}, { ...REPLY, x: [1] }, { ...REPLY, y: [1, 2, 3, 501] }, { ...REPLY, read: "333x" }];
  for (const reply of [...wrong, { ...REPLY, labels: "33" }, { ...REPLY, exam: { n: 5 } }]) {
    assert.throws(() => pointsOf(reply), TypeError);
  }
});

test("a place is on the map and names digits that are there", () => {
  const place = { x: 0.5, y: 1, nearest: [{ index: 3, label: 8, distance: 1 }] };
  assert.ok(isPlace(place, 4));
  assert.ok(!isPlace(place, 3));
  for (const wrong of [
    undefined,
    {},
    { ...place, x: 2 },
    { ...place, y: "1" },
    { ...place, nearest: [{ index: 0 }] },
  ]) {
    assert.ok(!isPlace(wrong, 4));
  }
});

test("a finger finds the nearest digit within its reach", () => {
  const points = pointsOf(REPLY);
  assert.equal(indexAt(points, 0.52, 0.55, 0.1), 1);
  assert.equal(indexAt(points, 0.25, 0.5, 0.1), -1);
});

test("arrows lead to the next digit that way, and stay where there is none", () => {
  const points = pointsOf(REPLY);
  assert.equal(neighbourOf(points, 1, "ArrowRight"), 2);
  assert.equal(neighbourOf(points, 1, "ArrowLeft"), 0);
  assert.equal(neighbourOf(points, 1, "ArrowDown"), 3);
  assert.equal(neighbourOf(points, 1, "ArrowUp"), 1);
  assert.equal(neighbourOf(points, 1, "Enter"), null);
});
