import assert from "node:assert/strict";
import { test } from "node:test";

import { Challenge, verdictOf } from "../../static/js/ten-challenge.js";
import { captionOf } from "../../static/js/ten-picture.js";

/* Write a dot as this digit and go on. */
function write(challenge, ...digits) {
  for (let digit = 0; digit < 10; digit++) {
    if (digits.includes(digit)) {
      challenge.drawing.begin("mouse", [0.5, 0.5, 0]);
      challenge.drawing.end();
    }
    challenge.go(1);
  }
}

test("it begins at 0, ends at 9 and goes no further", () => {
  const challenge = new Challenge();
  challenge.go(-1);
  assert.equal(challenge.digit, 0);
  write(challenge);
  challenge.go(1);
  assert.deepEqual([challenge.digit, challenge.isLast], [9, true]);
});

test("every digit has its own drawing", () => {
  const challenge = new Challenge();
  write(challenge, 3);
  assert.deepEqual(challenge.drawings.map((drawing) => drawing.isEmpty).indexOf(false), 3);
  assert.deepEqual([challenge.stateOf(3).state, challenge.stateOf(4).state], ["drawn", "empty"]);
});

test("only what was written is read, in its order", () => {
  const challenge = new Challenge();
  write(challenge, 2, 7);
  assert.equal(challenge.unread, 2);
  challenge.record(2, 2);
  assert.equal(challenge.unread, 7);
  challenge.record(7, 1);
  assert.equal(challenge.unread, undefined);
  assert.deepEqual(
    [2, 7, 5].map((digit) => challenge.stateOf(digit)),
    [{ state: "right", answer: 2 }, { state: "wrong", answer: 1 }, { state: "skipped" }],
  );
  assert.deepEqual(challenge.score, { right: 1, written: 2 });
});

test("a 0 that is read as 0 is right", () => {
  const challenge = new Challenge();
  write(challenge, 0);
  challenge.record(0, 0);
  assert.equal(challenge.stateOf(0).state, "right");
});

const VERDICTS = [
  [{ right: 0, written: 0 }, "none"],
  [{ right: 10, written: 10 }, "all"],
  [{ right: 1, written: 1 }, "all"],
  [{ right: 7, written: 10 }, "most"],
  [{ right: 4, written: 10 }, "some"],
  [{ right: 0, written: 3 }, "few"],
];
for (const [score, verdict] of VERDICTS) {
  test(`${score.right} of ${score.written} is ${verdict}`, () => assert.equal(verdictOf(score), verdict));
}

test("a challenge survives being saved and restored, and is read anew", () => {
  const one = new Challenge();
  write(one, 0);
  one.go(-6);
  one.record(0, 0);
  const other = new Challenge();
  other.restore(JSON.parse(JSON.stringify(one.save())));
  assert.equal(other.digit, 3);
  assert.deepEqual(other.drawings[0].strokes, one.drawings[0].strokes);
  assert.equal(other.stateOf(0).state, "drawn");
});

const CAPTIONS = [
  [{ state: "right", answer: 4 }, "4 ✓"],
  [{ state: "wrong", answer: 9 }, "9 → 4"],
  [{ state: "skipped" }, "–"],
  [{ state: "drawn" }, ""],
];
for (const [result, caption] of CAPTIONS) {
  test(`below a 4 that is ${result.state} stands "${caption}"`, () => assert.equal(captionOf(result, 4), caption));
}
