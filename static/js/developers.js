/* The page for programmers: a small sheet, whose drawing is sent as a program would send it, and code to copy. */

import { Drawing } from "./drawing.js";
import { create, find, select, selectAll } from "./elements.js";
import { listen } from "./events.js";
import { enableButtons } from "./focus.js";
import { CopyButton } from "./lesson-copy.js";
import { Pad } from "./pad.js";
import { connectShortcuts, keepDrawing, markSheet, messageOf } from "./page.js";
import { connectPageKeys } from "./page-keys.js";
import { Raster } from "./pen.js";
import { post } from "./request.js";
import { say } from "./say.js";
import { fill, readWords } from "./words.js";

const NUMBERS = /\[[\s\d.,-]+\]/g; // a list of them stands in one line

const words = readWords();
const [sheet, request, status, reply] = ["sheet", "request", "status", "reply"].map((name) => find(name, HTMLElement));
const [undo, clear, submit] = ["undo", "clear", "submit"].map((name) => find(name, HTMLButtonElement));
const form = find("send", HTMLFormElement);
const explain = select("select", HTMLSelectElement, form);
const { predict = "" } = find("room", HTMLElement).dataset;
const drawing = new Drawing();
const raster = new Raster(create("canvas"));
const pad = new Pad(find("pad", HTMLCanvasElement), drawing);

/* The buttons and the sheet follow the drawing. */
function update() {
  enableButtons([
    [undo, drawing.canUndo, clear],
    [clear, !drawing.isEmpty, undo],
  ]);
  submit.disabled = drawing.isBlank;
  markSheet(sheet, drawing);
}

/** @param {import("./shortcuts.js").Step} step */
function apply(step) {
  drawing[step]();
  pad.paint();
  update();
}

function addressNow() {
  return predict + (explain.value ? `?explain=${explain.value}` : "");
}

function showRequest() {
  say(request, `POST ${addressNow()}`);
}

async function send() {
  const { type, body } = messageOf(drawing, raster);
  const start = performance.now();
  try {
    const received = await post(addressNow(), { type, body: await body() });
    say(status, fill(words.said, { status: received.status, ms: Math.round(performance.now() - start) }));
    say(reply, JSON.stringify(received.reply, null, 2).replace(NUMBERS, inOneLine));
  } catch {
    say(status, words.away);
    say(reply, "");
  }
}

/** @param {string} list */
function inOneLine(list) {
  return list.replace(/\s+/g, " ");
}

listen(pad, "change", update);
connectShortcuts(apply);
undo.addEventListener("click", () => apply("undo"));
clear.addEventListener("click", () => apply("clear"));
explain.addEventListener("change", showRequest);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
for (const button of selectAll("[data-copy]")) new CopyButton(button, words);
connectPageKeys(keepDrawing(drawing));
showRequest();
pad.paint();
update();
