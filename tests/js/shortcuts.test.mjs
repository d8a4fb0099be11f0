import assert from "node:assert/strict";
import { test } from "node:test";

import { handleShortcut, shortcutOf } from "../../static/js/shortcuts.js";

const [CONTROL, SHIFT] = [{ ctrlKey: true }, { shiftKey: true }];
const KEYS = [
  ["Control+z", { key: "z", ...CONTROL }, "undo"],
  ["Command+z", { key: "z", metaKey: true }, "undo"],
  ["Control+z under CapsLock", { key: "Z", ...CONTROL }, "undo"],
  ["Control+Shift+z", { key: "Z", ...CONTROL, ...SHIFT }, "redo"],
  ["Control+Shift+z under CapsLock", { key: "z", ...CONTROL, ...SHIFT }, "redo"],
  ["Control+y under CapsLock", { key: "Y", ...CONTROL }, "redo"],
  ["Delete", { key: "Delete" }, "clear"],
  ["Backspace", { key: "Backspace" }, "clear"],
  ["Control+Delete", { key: "Delete", ...CONTROL }, undefined],
  ["z", { key: "z" }, undefined],
  ["AltGr+z", { key: "z", ...CONTROL, altKey: true }, undefined],
  ["a key without a name", { key: undefined }, undefined],
];
for (const [name, event, step] of KEYS) {
  test(`${name} asks for ${step ?? "nothing"}`, () => assert.equal(shortcutOf(event), step));
}

test("a key that is a shortcut does nothing else in the browser, any other key does", () => {
  const applied = [];
  let prevented = 0;
  const press = (event) =>
    handleShortcut({ ...event, preventDefault: () => prevented++ }, (step) => applied.push(step));
  press({ key: "y", ...CONTROL });
  press({ key: "y" });
  assert.deepEqual([applied, prevented], [["redo"], 1]);
});
