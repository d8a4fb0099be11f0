/* The service worker: what comes from the network is good whatever becomes of the copy that is kept. */

import assert from "node:assert/strict";
import test from "node:test";

const HOME = "http://127.0.0.1/";
const listeners = {};
const full = { put: () => Promise.reject(new Error("the disk is full")) };
let kept; // what the cache has

globalThis.self = { location: `${HOME}service-worker.js`, addEventListener: (name, act) => (listeners[name] = act) };
globalThis.caches = { open: async () => full, match: async () => kept };
await import("../../static/service-worker.js");

async function visit(network) {
  let reply;
  globalThis.fetch = network;
  listeners.fetch({
    request: { method: "GET", mode: "navigate", url: HOME },
    respondWith: (promise) => (reply = promise),
  });
  return (await reply).text();
}

test("a full disk does not spoil a good page", async () => {
  kept = new Response("old");
  assert.equal(await visit(async () => new Response("new")), "new");
});

test("without a network the kept page is shown", async () => {
  kept = new Response("old");
  assert.equal(await visit(() => Promise.reject(new TypeError("no network"))), "old");
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
