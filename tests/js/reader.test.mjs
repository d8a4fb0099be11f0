import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";

import { Reader } from "../../static/js/reader.js";

const ROWS = Array.from({ length: 8 }, () => Array(8).fill(0));
const ANSWER = { digit: 1, probabilities: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0], pixels: ROWS };

/* A server whose replies the test gives, one by one. */
function slowServer() {
  const waiting = [];
  const asked = [];
  globalThis.fetch = (address, { body }) =>
    new Promise((resolve) => {
      asked.push(body);
      waiting.push((said, status = 200) => resolve(new Response(JSON.stringify(said), { status })));
    });
  return { asked, reply: (...said) => waiting.shift()(...said) };
}

function ask(reader, body) {
  reader.ask({ body: async () => body, type: "text/plain", settled: true });
}

function heard(reader) {
  const told = [];
  for (const name of ["answer", "blank", "trouble", "calm"]) {
    reader.addEventListener(name, ({ detail }) => told.push(detail.kind ? `${name} ${detail.kind}` : name));
  }
  return told;
}

async function settle() {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done));
}

afterEach(() => mock.timers.reset());

test("one question is under way, the newest waits, those between are never asked", async () => {
  const server = slowServer();
  const reader = new Reader("/predict");
  for (const body of ["a", "b", "c"]) ask(reader, body);
  await settle();
  assert.deepEqual(server.asked, ["a"]);
  server.reply(ANSWER);
  await settle();
  assert.deepEqual(server.asked, ["a", "c"]);
  server.reply(ANSWER);
});

test("what was forgotten is not answered", async () => {
  const server = slowServer();
  const reader = new Reader("/predict");
  const told = heard(reader);
  ask(reader, "a");
  await settle();
  reader.forget();
  server.reply(ANSWER);
  await settle();
  assert.deepEqual(told, []);
});

test("a failure is told once, tried again after a pause, and calm returns with the answer", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const server = slowServer();
  const reader = new Reader("/predict");
  const told = heard(reader);
  ask(reader, "a");
  await settle();
  server.reply({ error: { code: "internal", message: "" } }, 500);
  await settle();
  assert.deepEqual([told, server.asked], [["trouble away"], ["a"]]);
  reader.hurry();
  await settle();
  server.reply(ANSWER);
  await settle();
  assert.deepEqual([told, server.asked], [["trouble away", "calm", "answer"], ["a", "a"]]);
});

test("a refusal is told and not repeated", async () => {
  const server = slowServer();
  const reader = new Reader("/predict");
  const told = heard(reader);
  ask(reader, "a");
  await settle();
  server.reply({ error: { code: "bad_request", message: "No." } }, 400);
  await settle();
  assert.deepEqual([told, server.asked], [["trouble refused"], ["a"]]);
});

test("a blank drawing is no trouble", async () => {
  const server = slowServer();
  const reader = new Reader("/predict");
  const told = heard(reader);
  ask(reader, "a");
  await settle();
  server.reply({ error: { code: "blank", message: "Nothing is drawn yet." } }, 422);
  await settle();
  assert.deepEqual(told, ["blank"]);
});
