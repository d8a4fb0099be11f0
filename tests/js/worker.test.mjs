/* The service worker: what comes from the network is good whatever becomes of the copy that is kept. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const HOME = "http://127.0.0.1/";
const OURS = '<link href="style/pad.css?v=any">'; // a page of this worker's release
const listeners = {};
let store; // the caches: their names, and what each has by address

class Cache {
  constructor() {
    this.texts = new Map();
  }

  put = async (request, response) => this.texts.set(request.url ?? request, await response.text());
  addAll = async (addresses) => {
    const responses = await Promise.all(addresses.map((address) => fetch(address)));
    if (responses.some(({ ok }) => !ok)) throw new TypeError("not all are there");
    await Promise.all(addresses.map((address, place) => this.put(address, responses[place])));
  };
}

const full = { put: () => Promise.reject(new Error("the disk is full")), texts: new Map() };

globalThis.caches = {
  open: async (name) => store.get(name) ?? store.set(name, new Cache()).get(name),
  keys: async () => [...store.keys()],
  delete: async (name) => store.delete(name),
  match: async (request, { cacheName }) => {
    const found = [...store].filter(([name]) => !cacheName || name === cacheName).map(([, { texts }]) => texts);
    const text = found.map((texts) => texts.get(request.url ?? request)).find((one) => one !== undefined);
    return text === undefined ? undefined : new Response(text);
  },
};
globalThis.self = {
  location: `${HOME}service-worker.js`,
  addEventListener: (name, act) => (listeners[name] = act),
  skipWaiting: () => null,
  clients: { claim: () => null },
};
await import("../../static/service-worker.js");

beforeEach(() => (store = new Map()));

async function has(name, texts) {
  const cache = await caches.open(name);
  for (const [path, text] of Object.entries(texts)) cache.texts.set(HOME + path, text);
}

/* The reply's text, and undefined where the browser asks the network itself. */
async function visit(network, request) {
  const work = [];
  let reply;
  globalThis.fetch = network;
  listeners.fetch({
    request: { method: "GET", mode: "navigate", url: HOME, ...request },
    respondWith: (promise) => (reply = promise),
    waitUntil: (promise) => work.push(promise),
  });
  const text = reply && (await (await reply).text());
  await Promise.all(work);
  return text;
}

async function happens(name, network) {
  let work;
  globalThis.fetch = network;
  listeners[name]({ waitUntil: (promise) => (work = promise) });
  return work;
}

const says = (text, status) => async () => new Response(text, { status });
const noNetwork = () => Promise.reject(new TypeError("no network"));
const never = () => new Promise(() => null);

test("a full disk does not spoil a good page", async () => {
  store.set("shell-any", full);
  assert.equal(await visit(says(OURS)), OURS);
});

test("without a network the kept page is shown, wherever one goes", async () => {
  await has("shell-any", { "": "kept" });
  assert.equal(await visit(noNetwork), "kept");
  assert.equal(await visit(noNetwork, { url: `${HOME}ten` }), "kept");
});

test("a network that says nothing is waited for no longer than three seconds", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  await has("shell-any", { "": "kept" });
  const reply = visit(never);
  t.mock.timers.tick(3000);
  assert.equal(await reply, "kept");
});

test("where nothing is kept it is waited for", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let answer;
  const reply = visit(() => new Promise((done) => (answer = done)));
  t.mock.timers.tick(3000);
  await Promise.resolve();
  answer(new Response("late"));
  assert.equal(await reply, "late");
});

test("a proxy without a server behind it is no network", async () => {
  await has("shell-any", { "": "kept" });
  assert.equal(await visit(says("Bad gateway", 502)), "kept");
});

test("a page of this release is kept in place of the last, one of another is not", async () => {
  await has("shell-any", { "": "kept" });
  await visit(says(OURS.replace("any", "new")));
  assert.equal(await visit(noNetwork), "kept");
  await visit(says(OURS));
  assert.equal(await visit(noNetwork), OURS);
});

test("what a page is made of comes from what is kept, of the last release too", async () => {
  await has("shell-old", { "script/tick.js?v=old": "old" });
  await has("shell-any", { "script/tick.js?v=any": "any" });
  for (const release of ["old", "any"]) {
    const url = `${HOME}script/tick.js?v=${release}`;
    assert.equal(await visit(noNetwork, { mode: "cors", url }), release);
  }
});

test("a worker is installed with all of its release, or not at all", async () => {
  await happens("install", says(OURS));
  assert.ok(store.get("shell-any").texts.has(HOME));
  assert.ok(store.get("shell-any").texts.has(`${HOME}script/reasons.js?v=any`));
  await assert.rejects(happens("install", says(OURS.replace("any", "new"))));
  const half = async (address) => new Response(OURS, { status: address === HOME ? 200 : 404 });
  await assert.rejects(happens("install", half));
});

test("a new worker leaves the last release for pages that are still open, and no older one", async () => {
  for (const name of ["shell", "shell-old", "shell-any", "another site's"]) await has(name, {});
  await happens("activate");
  assert.deepEqual([...store.keys()], ["shell-old", "shell-any", "another site's"]);
});

test("a file to be looked at takes its time", async () => {
  assert.equal(await visit(noNetwork, { url: `${HOME}report.png` }), undefined);
});

test("a form that cannot be sent leads back to its page", async () => {
  let reply;
  globalThis.fetch = () => Promise.reject(new TypeError("no network"));
  const request = { method: "POST", mode: "navigate", url: `${HOME}language`, referrer: `${HOME}ten` };
  listeners.fetch({ request, respondWith: (promise) => (reply = promise) });
  const { status, headers } = await reply;
  assert.deepEqual([status, headers.get("Location")], [303, `${HOME}ten`]);
});

test("a question to the reader is never answered from what is kept", () => {
  let asked = false;
  listeners.fetch({
    request: { method: "POST", mode: "cors", url: `${HOME}predict` },
    respondWith: () => (asked = true),
  });
  assert.equal(asked, false);
});
