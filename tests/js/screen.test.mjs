import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Frames } from "../../static/js/screen.js";

let asked = new Map();
let done = [];
let frames;

globalThis.requestAnimationFrame = (job) => {
  const id = asked.size + 1;
  asked.set(id, job);
  return id;
};
globalThis.cancelAnimationFrame = (id) => asked.delete(id);

/* The screen paints one frame. */
function paint() {
  const jobs = [...asked.values()];
  asked = new Map();
  jobs.forEach((job) => job());
  return done.splice(0);
}

const does = (name) => () => done.push(name);

beforeEach(() => {
  asked = new Map();
  done = [];
  frames = new Frames();
});

test("nothing happens before the frame, and a frame is asked for once", () => {
  frames.first(does("ink"));
  frames.then(does("answer"));
  assert.deepEqual([done, asked.size], [[], 1]);
});

test("ink comes first, whenever it was asked for, and one thing behind it", () => {
  frames.then(does("answer"));
  frames.then(does("squares"));
  frames.first(does("ink"));
  assert.deepEqual(paint(), ["ink", "answer"]);
  assert.deepEqual(paint(), ["squares"]);
  assert.equal(asked.size, 0);
});

test("of several times ink only the newest is painted", () => {
  frames.first(does("old"));
  frames.first(does("new"));
  assert.deepEqual(paint(), ["new"]);
});

test("ink that is asked for while ink is painted comes in the next frame", () => {
  frames.first(() => frames.first(does("again")));
  assert.deepEqual(paint(), []);
  assert.deepEqual(paint(), ["again"]);
});

test("what is forgotten does not happen; the ink does", () => {
  frames.first(does("ink"));
  frames.then(does("answer"));
  frames.forget();
  assert.deepEqual(paint(), ["ink"]);
});

test("off means off, and afterwards it begins anew", () => {
  frames.first(does("ink"));
  frames.then(does("answer"));
  frames.off();
  assert.deepEqual(paint(), []);
  frames.then(does("squares"));
  assert.deepEqual(paint(), ["squares"]);
});
