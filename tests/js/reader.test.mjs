import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";

import { Reader } from "../../static/js/reader.js";

const ROWS = Array.from({ length: 8 }, () => Array(8).fill(0));
const ANSWER = { digit: 1, confidence: 1, is_digit: true, probabilities: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0], pixels: ROWS };

/* A server whose replies the test gives, one by one. */
function slowServer() {
  const waiting = [];
  const bodies = [];
  globalThis.fetch = (_address, { body }) =>
    new Promise((resolve) => {
      bodies.push(body);
      waiting.push((said, status = 200) => resolve(new Response(JSON.stringify(said), { status })));
    });
  return { bodies, reply: (...said) => waiting.shift()(...said) };
}

function request(reader, body) {
  reader.request({ body: async () => body, type: "text/plain", settled: true });
}

function eventsOf(reader) {
  const events = [];
  for (const name of ["answer", "blank", "failure", "recovery"]) {
    reader.addEventListener(name, ({ detail }) => events.push(detail.kind ? `${name} ${detail.kind}` : name));
  }
  return events;
}

async function settle() {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done));
}

afterEach(() => mock.timers.reset());

test("one request is under way, the newest waits, those between are never sent", async () => {
  const server = slowServer();
  const reader = new Reader("/predict");
  for (const body of ["a", "b", "c"]) request(reader, body);
  await settle();
  assert.deepEqual(server.bodies, ["a"]);
  server.reply(ANSWER);
  await settle();
  assert.deepEqual(server.bodies, ["a", "c"]);
  server.reply(ANSWER);
});

test("an answer is settled only when nothing newer waits", async () => {
  const server = slowServer();
  const reader = new Reader("/predict");
  const settled = [];
  reader.addEventListener("answer", ({ detail }) => settled.push(detail.settled));
  for (const body of ["a", "b"]) request(reader, body);
  await settle();
  server.reply(ANSWER);
  await settle();
  server.reply(ANSWER);
  await settle();
  assert.deepEqual(
    [server.bodies, settled],
    [
      ["a", "b"],
      [false, true],
    ],
  );
});

/* A reader that was answered late, and the events that it dispatched. */
async function answeredLate() {
  mock.timers.enable({ apis: ["setTimeout"] });
  const server = slowServer();
  const reader = new Reader("/predict");
  const events = eventsOf(reader);
  request(reader, "a");
  await settle();
  mock.timers.tick(2500);
  server.reply(ANSWER);
  await settle();
  assert.deepEqual(events.splice(0), ["failure slow", "answer"]);
  return { reader, events };
}

test("a server is slow no longer when nobody has asked it anything for a while", async () => {
  const { events } = await answeredLate();
  mock.timers.tick(2500);
  assert.deepEqual(events, []);
  mock.timers.tick(1000);
  assert.deepEqual(events, ["recovery"]);
});

test("another failure is not over because a server was slow before", async () => {
  const { reader, events } = await answeredLate();
  reader.reportUnreachable();
  mock.timers.tick(5000);
  assert.deepEqual(events, ["failure away"]);
});

test("what was cancelled is not answered", async () => {
  const server = slowServer();
  const reader = new Reader("/predict");
  const events = eventsOf(reader);
  request(reader, "a");
  await settle();
  reader.cancel();
  server.reply(ANSWER);
  await settle();
  assert.deepEqual(events, []);
});

test("a failure is reported once, tried again after a pause, and is over with the answer", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const server = slowServer();
  const reader = new Reader("/predict");
  const events = eventsOf(reader);
  request(reader, "a");
  await settle();
  server.reply({ error: { code: "internal", message: "" } }, 500);
  await settle();
  assert.deepEqual([events, server.bodies], [["failure away"], ["a"]]);
  reader.retryNow();
  await settle();
  server.reply(ANSWER);
  await settle();
  assert.deepEqual(
    [events, server.bodies],
    [
      ["failure away", "recovery", "answer"],
      ["a", "a"],
    ],
  );
});

test("a failure elsewhere is reported too, and is over with the next answer", async () => {
  const server = slowServer();
  const reader = new Reader("/predict");
  const events = eventsOf(reader);
  reader.reportUnreachable();
  reader.reportUnreachable();
  request(reader, "a");
  reader.retryNow();
  await settle();
  server.reply(ANSWER);
  await settle();
  assert.deepEqual(events, ["failure away", "recovery", "answer"]);
});

test("a slow server is reported once, until an answer was quick", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const server = slowServer();
  const reader = new Reader("/predict");
  const events = eventsOf(reader);
  for (const delay of [2300, 2300, 100]) {
    request(reader, "a");
    await settle();
    mock.timers.tick(delay);
    server.reply(ANSWER);
    await settle();
  }
  assert.deepEqual(events, ["failure slow", "answer", "answer", "recovery", "answer"]);
});

const row = (length, value) => Array(length).fill(value);
const GARBAGE = {
  "a digit that is none": { digit: 99 },
  "a digit that is no number": { digit: "1" },
  "no confidence": { confidence: undefined },
  "no word on whether it is a digit": { is_digit: undefined },
  "shares that are no numbers": { probabilities: row(10, "a") },
  "shares that are empty": { probabilities: row(10, null) },
  "shares beyond one": { probabilities: [0, 2, ...row(8, 0)] },
  "nine shares": { probabilities: [0, 1, ...row(7, 0)] },
  "shares that speak for another digit": { probabilities: [1, ...row(9, 0)] },
  "seven rows": { pixels: row(7, row(8, 0)) },
  "a digit in a mirror that is none": { mirrored: "3" },
  "squares beyond full": { pixels: row(8, row(8, 17)) },
  "squares that are empty": { pixels: row(8, row(8, null)) },
};
for (const [name, wrong] of Object.entries(GARBAGE)) {
  test(`${name}: no answer, but a failure`, async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    const server = slowServer();
    const reader = new Reader("/predict");
    const events = eventsOf(reader);
    request(reader, "a");
    await settle();
    server.reply({ ...ANSWER, ...wrong });
    await settle();
    assert.deepEqual(events, ["failure away"]);
  });
}

test("a refusal is reported and not repeated", async () => {
  const server = slowServer();
  const reader = new Reader("/predict");
  const events = eventsOf(reader);
  request(reader, "a");
  await settle();
  server.reply({ error: { code: "bad_request", message: "No." } }, 400);
  await settle();
  assert.deepEqual([events, server.bodies], [["failure refused"], ["a"]]);
});

test("a blank drawing is no failure", async () => {
  const server = slowServer();
  const reader = new Reader("/predict");
  const events = eventsOf(reader);
  request(reader, "a");
  await settle();
  server.reply({ error: { code: "blank", message: "Nothing is drawn yet." } }, 422);
  await settle();
  assert.deepEqual(events, ["blank"]);
});
