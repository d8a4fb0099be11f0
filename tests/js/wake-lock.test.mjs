/* A stand's screen stays on where a browser allows that, and nothing happens where it does not. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { keepAwake } from "../../static/js/wake-lock.js";

let asked;
let isSeenAgain;

function browser(navigator) {
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: navigator });
}

beforeEach(() => {
  asked = [];
  globalThis.document = {
    visibilityState: "visible",
    addEventListener: (_, listener) => (isSeenAgain = listener),
  };
});

test("the screen is kept on, and again whenever the page comes into sight", () => {
  browser({ wakeLock: { request: async (what) => asked.push(what) } });
  keepAwake();
  document.visibilityState = "hidden";
  isSeenAgain();
  document.visibilityState = "visible";
  isSeenAgain();
  assert.deepEqual(asked, ["screen", "screen"]);
});

test("a browser that refuses, or cannot, goes on", async () => {
  browser({ wakeLock: { request: () => Promise.reject(new DOMException("no", "NotAllowedError")) } });
  keepAwake();
  browser({});
  keepAwake();
  await new Promise(setImmediate); // a refusal that nobody caught would end this
});
