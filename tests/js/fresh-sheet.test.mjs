import assert from "node:assert/strict";
import { test } from "node:test";

import { FreshSheet } from "../../static/js/fresh-sheet.js";

test("a stroke long after a settled answer begins a fresh sheet", () => {
  const fresh = new FreshSheet(4000);
  assert.equal(fresh.isDue(1e9), false);
  fresh.settle(1000, false);
  assert.deepEqual([fresh.isDue(4999), fresh.isDue(5000)], [false, true]);
});

test("what is no digit yet is waited for three times as long", () => {
  const fresh = new FreshSheet(4000);
  fresh.settle(1000, true);
  assert.deepEqual([fresh.isDue(12_999), fresh.isDue(13_000)], [false, true]);
});

test("a drawing that has changed since goes on", () => {
  const fresh = new FreshSheet(4000);
  fresh.settle(1000, false);
  fresh.unsettle();
  assert.equal(fresh.isDue(1e9), false);
});

test("without a wait there is never a fresh sheet", () => {
  const fresh = new FreshSheet(0);
  fresh.settle(1000, false);
  assert.equal(fresh.isDue(1e9), false);
});
