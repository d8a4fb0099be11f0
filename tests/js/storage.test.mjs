/* What the browser remembers, and that a browser which remembers nothing spoils nothing. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { readSetting, restoreSession, saveSession, writeSetting } from "../../static/js/storage.js";

function store() {
  const kept = new Map();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => kept.set(name, text),
    removeItem: (name) => kept.delete(name),
  };
}

const refusing = new Proxy(
  {},
  {
    get: () => () => {
      throw new DOMException("not here", "SecurityError");
    },
  },
);
let shownAgain;

beforeEach(() => {
  globalThis.localStorage = store();
  globalThis.sessionStorage = store();
  globalThis.window = { addEventListener: (_, listener) => (shownAgain = listener) };
});

function restored(name) {
  const texts = [];
  restoreSession(name, (text) => texts.push(text));
  return texts;
}

test("a setting is remembered by its name", () => {
  writeSetting("sound", "on");
  assert.deepEqual([readSetting("sound"), readSetting("left-handed")], ["on", null]);
});

test("a session is restored once", () => {
  saveSession("drawing", "a 7");
  assert.deepEqual([restored("drawing"), restored("drawing")], [["a 7"], []]);
});

test("a page that is shown again as it was left needs no restoring", () => {
  saveSession("drawing", "a 7");
  shownAgain();
  assert.deepEqual(restored("drawing"), []);
});

test("a session that cannot be restored is dropped", () => {
  saveSession("drawing", "no JSON");
  restoreSession("drawing", JSON.parse);
  assert.deepEqual(restored("drawing"), []);
});

test("a browser that refuses to store anything spoils nothing", () => {
  globalThis.localStorage = globalThis.sessionStorage = refusing;
  writeSetting("sound", "on");
  saveSession("drawing", "a 7");
  assert.deepEqual([readSetting("sound"), restored("drawing")], [null, []]);
});
