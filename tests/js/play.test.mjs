import assert from "node:assert/strict";
import { test } from "node:test";

import { FastestDigit } from "../../static/js/play-fast.js";
import { FewSquares } from "../../static/js/play-few.js";

const SQUARES = Array.from({ length: 8 }, () => Array(8).fill(0));
const SEVEN = { digit: 7, pixels: SQUARES, probabilities: [0, 0.2, 0, 0, 0, 0, 0, 0.7, 0, 0.1] };

function changed(...places) {
  const rows = SQUARES.map((row) => [...row]);
  for (const [row, column] of places) rows[row][column] = 16;
  return rows;
}

function playedFew() {
  const game = new FewSquares();
  game.receive(SEVEN, null);
  return game;
}

test("a drawing shall become the digit that comes second, then the third, and so on round", () => {
  const game = playedFew();
  const aims = Array.from({ length: 10 }, () => {
    const { aim } = game;
    game.next();
    return aim;
  });
  assert.deepEqual([aims[0], aims[1], aims[9]], [1, 9, 1]);
  assert.ok(!aims.includes(7));
});

test("squares that are other than the drawing's are counted, each once, and no longer when they are set back", () => {
  const game = playedFew();
  const counts = [changed([0, 0]), changed([0, 0], [3, 4]), changed([3, 4])].map((squares) => {
    game.receive(SEVEN, squares);
    return game.changed;
  });
  assert.deepEqual(counts, [1, 2, 1]);
});

test("it is reached when the digit is read that it shall become", () => {
  const game = playedFew();
  game.receive({ ...SEVEN, digit: 9 }, changed([0, 0]));
  assert.equal(game.isReached, false);
  game.receive({ ...SEVEN, digit: 1 }, changed([0, 0], [1, 1]));
  assert.equal(game.isReached, true);
});

test("undone, the task stays; another drawing has another", () => {
  const game = playedFew();
  game.next();
  game.receive(SEVEN, changed([0, 0]));
  game.receive(SEVEN, null);
  assert.deepEqual([game.aim, game.changed], [9, 0]);
  game.receive({ digit: 1, pixels: changed([2, 2]), probabilities: [0, 0.9, 0, 0, 0.1, 0, 0, 0, 0, 0] }, null);
  assert.deepEqual([game.aim, game.changed], [4, 0]);
});

test("a drawing made in squares is what the game begins with", () => {
  const game = new FewSquares();
  assert.equal(game.aim, null);
  game.receive(SEVEN, changed([5, 5]));
  assert.deepEqual([game.aim, game.changed], [1, 0]);
  game.clear();
  assert.equal(game.aim, null);
});

test("the clock runs from the first stroke to the first answer that is sure of the digit asked for", () => {
  const game = new FastestDigit(() => 0);
  const { digit } = game;
  assert.equal(game.begin(1000), true);
  assert.equal(game.begin(1400), false, "the second stroke belongs to the same round");
  assert.equal(game.receive({ digit, confidence: 0.89 }, 1500), null);
  assert.equal(game.receive({ digit: digit + 1, confidence: 1 }, 1600), null);
  assert.equal(game.receive({ digit, confidence: 0.9 }, 1700), digit);
  assert.deepEqual([game.time, game.isRunning], [700, false]);
  assert.notEqual(game.digit, digit);
  assert.equal(game.receive({ digit: game.digit, confidence: 1 }, 1800), null, "no round, no time");
});

test("a record is a time that beats an earlier one of the same digit", () => {
  const game = new FastestDigit(() => 0.999);
  const first = game.digit;
  const records = [900, 800, 850].map((time) => {
    while (game.digit !== first) game.next();
    game.begin(0);
    game.receive({ digit: first, confidence: 1 }, time);
    return game.isRecord;
  });
  assert.deepEqual(records, [false, true, false]);
});

test("a round that is cleared begins anew", () => {
  const game = new FastestDigit();
  game.begin(0);
  game.reset();
  assert.equal(game.begin(500), true);
});
