/* A visitor's lesson, and the questions about it. */

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { rowOf } from "../../static/js/correct.js";
import { Asker } from "../../static/js/teach-asker.js";
import { Lesson, squaresOf } from "../../static/js/teach-lesson.js";
import { placeOf } from "../../static/js/teach-place.js";

const row = (number) => Array(320).fill(number);
let replies;
let sent;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  sent = [];
  globalThis.fetch = async (address, { body }) => {
    sent.push([address, JSON.parse(body)]);
    const [status, reply, wait] = replies.shift();
    if (status === 0) throw new TypeError("no network");
    return { status, headers: { get: () => wait ?? null }, json: async () => reply };
  };
});

afterEach(() => mock.timers.reset());

/* Let everything happen that waits for nothing but its turn. */
async function settle() {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

test("two signs with a drawing each can be told apart", () => {
  const lesson = new Lesson();
  lesson.addSign("★");
  lesson.addSign("★");
  assert.deepEqual([lesson.signs, lesson.canLearn], [["★"], false]);
  lesson.add("★", row(1));
  lesson.add("★", row(2));
  assert.equal(lesson.canLearn, false);
  lesson.add("4", row(3));
  assert.deepEqual([lesson.known, lesson.countOf("★"), lesson.canLearn], [2, 2, true]);
  assert.deepEqual(lesson.toMessage()[2], { label: "4", row: row(3) });
});

test("one drawing is forgotten, or a sign with all of its drawings", () => {
  const lesson = new Lesson();
  for (const [sign, number] of [
    ["a", 1],
    ["b", 2],
    ["a", 3],
  ])
    lesson.add(sign, row(number));
  lesson.forget(0);
  assert.deepEqual(
    lesson.examples.map((one) => one.row[0]),
    [2, 3],
  );
  lesson.dropSign("a");
  assert.deepEqual([lesson.signs, lesson.examples.length], [["b"], 1]);
});

test("a lesson outlives a change of page", () => {
  const [lesson, other] = [new Lesson(), new Lesson()];
  lesson.addSign("b");
  lesson.add("a", row(7));
  other.restore(lesson.save());
  assert.deepEqual([other.signs, other.examples], [["b", "a"], lesson.examples]);
});

test("the picture of an example is the ink in its squares", () => {
  const counts = Array.from({ length: 320 }, (_, i) => i);
  assert.deepEqual(squaresOf(counts)[1], [8, 9, 10, 11, 12, 13, 14, 15]);
  assert.equal(squaresOf(counts).length, 8);
});

test("of two questions of a kind that wait, the newer one is asked", async () => {
  replies = [
    [200, 1],
    [200, 3],
  ];
  const asker = new Asker("/teach");
  const answers = [1, 2, 3].map((number) => asker.ask("read", async () => ({ number })));
  const [first, second, third] = await Promise.all(answers);
  assert.deepEqual([first.reply, second, third.reply], [1, null, 3]);
  assert.deepEqual(
    sent.map(([, { number }]) => number),
    [1, 3],
  );
});

test("a server that wakes up, is busy or is away is asked again, and that is told", async () => {
  replies = [[503, {}, "2"], [429, {}, "1"], [0], [200, "learnt"]];
  const asker = new Asker("/teach");
  const told = [];
  asker.addEventListener("failure", ({ detail }) => told.push(detail.kind));
  asker.addEventListener("recovery", () => told.push("recovery"));
  const answer = asker.ask("learn", async () => ({}), "?explain=learnt");
  for (const pause of [2000, 1000, 1000]) {
    await settle();
    mock.timers.tick(pause);
  }
  assert.equal((await answer).reply, "learnt");
  assert.deepEqual(told, ["waking", "busy", "away", "recovery"]);
  assert.deepEqual(new Set(sent.map(([address]) => address)), new Set(["/teach?explain=learnt"]));
});

test("a refusal is an answer", async () => {
  replies = [[400, { error: { code: "bad_examples" } }]];
  const answer = await new Asker("/teach").ask("learn", async () => ({}));
  assert.deepEqual(answer, { status: 400, reply: { error: { code: "bad_examples" } } });
});

test("the pad's answer holds the row of a drawing, unless only its squares were sent", () => {
  const pixels = Array(8).fill(Array(8).fill(1));
  const steps = [{ name: "ink" }, { name: "counts", directions: Array(4).fill(pixels) }];
  assert.deepEqual(rowOf({ pixels, steps }), row(1));
  assert.equal(rowOf({ pixels }), null);
});

test("a drawing lies where its features lead, or nearby where the same is read", () => {
  const signs = Array(4).fill([0, 0, 1, 1]);
  const plane = {
    signs,
    origin: [0.2, 0.5],
    axes: [
      [0.1, 0],
      [0, 0.01],
    ],
  };
  assert.deepEqual(placeOf(plane, [1, 2], 0), [0.2 + 0.1, 0.5 + 2 * 0.01]);
  assert.deepEqual(placeOf(plane, [1, 2], 1), [0.625, 0.625]);
  assert.deepEqual(placeOf(plane, [90, 0], 1)[0], 0.98);
  assert.deepEqual(placeOf(plane, [0, 0], -1), [0.2, 0.5]);
});
