import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Frames } from "../../static/js/frames.js";

let asked = [];
let done = [];
let frames;

globalThis.requestAnimationFrame = (job) => asked.push(job);

/* The screen paints one frame. */
function paint() {
  const jobs = asked.splice(0);
  for (const job of jobs) job();
  return done.splice(0);
}

const does = (name) => () => done.push(name);

beforeEach(() => {
  asked = [];
  done = [];
  frames = new Frames();
});

test("nothing happens before the frame, and a frame is asked for once", () => {
  frames.first(does("ink"));
  frames.enqueue(does("answer"));
  assert.deepEqual([done, asked.length], [[], 1]);
});

test("ink comes first, whenever it was asked for, and one thing behind it", () => {
  frames.enqueue(does("answer"));
  frames.enqueue(does("squares"));
  frames.first(does("ink"));
  assert.deepEqual(paint(), ["ink", "answer"]);
  assert.deepEqual(paint(), ["squares"]);
  assert.equal(asked.length, 0);
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

test("what is dropped does not happen; the ink does", () => {
  frames.first(does("ink"));
  frames.enqueue(does("answer"));
  frames.dropQueue();
  assert.deepEqual(paint(), ["ink"]);
});

test("what fails keeps nothing else from its turn", () => {
  frames.enqueue(() => {
    throw new Error("failed");
  });
  frames.enqueue(does("squares"));
  assert.throws(paint);
  assert.deepEqual(paint(), ["squares"]);
});

test("what is deferred comes in a frame that has nothing else, one by one, and is not dropped", () => {
  frames.defer(does("row"));
  frames.defer(does("next row"));
  frames.enqueue(does("answer"));
  assert.deepEqual(paint(), ["answer"]);
  frames.enqueue(does("squares"));
  frames.dropQueue();
  assert.deepEqual(paint(), ["row"]);
  assert.deepEqual(paint(), ["next row"]);
  assert.equal(asked.length, 0);
});
