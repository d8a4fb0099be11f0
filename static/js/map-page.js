/* The map's own page: the whole map, and a small sheet beside it. */

import { Drawing } from "./drawing.js";
import { create, find, toggleFullScreen } from "./elements.js";
import { listen } from "./events.js";
import { enableButtons } from "./focus.js";
import { openMap } from "./map.js";
import { Pad } from "./pad.js";
import { connectShortcuts, keepDrawing, markSheet, messageOf, reportFailures, showNotice } from "./page.js";
import { connectPageKeys } from "./page-keys.js";
import { Raster } from "./pen.js";
import { Reader } from "./reader.js";
import { say } from "./say.js";
import { isSwitchedOn } from "./switch.js";
import { readWords } from "./words.js";

/** @typedef {import("./map.js").DigitMap} DigitMap */
/** @typedef {import("./shortcuts.js").Step} Step */

const words = readWords();
const [page, sheet] = ["room", "sheet"].map((name) => find(name, HTMLElement));
const [undo, clear] = ["undo", "clear"].map((name) => find(name, HTMLButtonElement));
const drawing = new Drawing();
const raster = new Raster(create("canvas"));
const pad = new Pad(find("pad", HTMLCanvasElement), drawing);
const reader = new Reader(page.dataset.predict ?? "");

/** @type {DigitMap | null} */
let map = null;

/** @param {boolean} settled */
function request(settled) {
  enableButtons([
    [undo, drawing.canUndo, clear],
    [clear, !drawing.isEmpty, undo],
  ]);
  markSheet(sheet, drawing);
  if (drawing.isBlank) return showNothing();
  reader.request({ settled, explain: "map", ...messageOf(drawing, raster) });
}

function showNothing() {
  reader.cancel();
  map?.clear();
}

/** @param {Step} step */
function apply(step) {
  drawing[step]();
  refresh();
}

function refresh() {
  pad.paint();
  request(!drawing.isLive);
}

/* The whole page is for the map: it comes at once, and what was drawn on the pad is on it. */
async function open() {
  try {
    map = await openMap();
    request(!drawing.isLive);
  } catch {
    say(find("map-wait", HTMLElement), readWords("map-words").lost);
  }
}

listen(pad, "change", ({ settled }) => request(settled));
listen(reader, "answer", ({ answer, settled }) => map?.show(answer, settled && !drawing.isLive));
listen(reader, "blank", () => map?.clear());
reportFailures(reader, words, showNotice);
connectShortcuts(apply);
undo.addEventListener("click", () => apply("undo"));
clear.addEventListener("click", () => apply("clear"));
find("full", HTMLButtonElement).addEventListener("click", toggleFullScreen);
page.toggleAttribute("data-left", isSwitchedOn("left-handed"));
connectPageKeys(keepDrawing(drawing));
refresh();
open();
