/* The lesson's page: finds the elements, makes the parts and ties them together. */

import { connectChoices } from "./choose.js";
import { Drawing } from "./drawing.js";
import { create, find, select, selectAll } from "./elements.js";
import { listen } from "./events.js";
import { enableButtons } from "./focus.js";
import { connectBorder } from "./lesson-border.js";
import { connectChapters } from "./lesson-chapters.js";
import { CopyButton } from "./lesson-copy.js";
import { PipelineView } from "./lesson-pipeline.js";
import { PictureRows } from "./lesson-row.js";
import { Pad } from "./pad.js";
import { connectShortcuts, keepSession, markSheet, messageOf, reportFailures } from "./page.js";
import { connectPageKeys, isPresenting, keyOf } from "./page-keys.js";
import { Raster } from "./pen.js";
import { connectPresentation } from "./presenting.js";
import { Reader } from "./reader.js";
import { isReading } from "./reply.js";
import { say } from "./say.js";
import { Slides } from "./slides.js";
import { fill, readWords } from "./words.js";

/** @typedef {import("./shortcuts.js").Step} Step */

const words = readWords();
const address = find("both", HTMLElement).dataset.address ?? "";
const form = find("upload", HTMLFormElement);
const [sheet, voice] = ["sheet", "voice"].map((name) => find(name, HTMLElement));
const clear = find("clear", HTMLButtonElement);

const drawing = new Drawing();
const raster = new Raster(create("canvas"));
const pad = new Pad(find("pad", HTMLCanvasElement), drawing);
const reader = new Reader(address);
const [shrunk, prepared] = ["notebook", "served"].map(
  (name) => new PipelineView(select(`[data-road="${name}"]`, HTMLElement), words),
);

/** @param {boolean} settled */
function request(settled) {
  enableButtons([[clear, !drawing.isEmpty, select("[type=file]", HTMLInputElement, form)]]);
  markSheet(sheet, drawing);
  if (drawing.isBlank) return showNothing();
  reader.request({ settled, ...messageOf(drawing, raster) });
}

function showNothing() {
  reader.cancel();
  shrunk.clear();
  prepared.clear();
}

/** @param {{ answer: import("./reply.js").Answer, settled: boolean }} received */
function receive({ answer, settled }) {
  if (!isReading(answer.notebook)) return;
  const texts = { shrunk: shrunk.show(answer.notebook), prepared: prepared.show(answer) };
  if (settled) say(voice, fill(words.both, texts));
}

/** @param {Step} step */
function apply(step) {
  drawing[step]();
  refresh();
}

function refresh() {
  pad.paint();
  request(true);
}

listen(pad, "change", ({ settled }) => request(settled));
listen(reader, "answer", receive);
listen(reader, "blank", showNothing);
reportFailures(reader, words);
connectShortcuts(apply);
clear.addEventListener("click", () => apply("clear"));
const [block, score] = ["row", "score"].map((name) => find(name, HTMLElement));
new PictureRows({ form, block, score, rows: find("rows", HTMLTableSectionElement) }, address, words);
for (const button of selectAll("[data-copy]")) new CopyButton(button, words);
const save = keepSession(
  "lesson",
  () => drawing.save(),
  (text) => drawing.restore(text),
);
connectPageKeys(save);
const [onwards, back] = ["slide-next", "slide-back"].map((name) => find(name, HTMLButtonElement));
const slides = new Slides(selectAll(".scene"), { back, next: onwards, place: find("slide-place", HTMLElement) });
connectPresentation(
  { next: onwards, back },
  save,
  () => reader.reportUnreachable(),
  (on) => (on ? slides.begin() : slides.end()),
);
window.addEventListener("keydown", (event) => {
  if (isPresenting() && slides.press(keyOf(event))) event.preventDefault();
});
// Another model in chapter four loads the page anew, too.
for (const choice of selectAll("#errors .choices a")) choice.addEventListener("click", save);
connectChoices(save);
connectChapters(find("chapters", HTMLElement));
connectBorder();
refresh();
