/* The lesson's page: finds the elements, makes the parts and ties them together. Nothing else looks for any. */

import { fill } from "./answer.js";
import { collect, Drawing, leave, stepBy } from "./drawing.js";
import { CopyButton } from "./lesson-copy.js";
import { Road } from "./lesson-road.js";
import { Row } from "./lesson-row.js";
import { Pad } from "./pad.js";
import { Raster } from "./pen.js";
import { isRead, Reader } from "./reader.js";
import { allow } from "./screen.js";

const KEPT = "lesson"; // while the language or chapter four's model changes: both load the page anew
const find = (name) => document.querySelector(`[data-${name}]`);
const words = JSON.parse(find("page-words").textContent);
const address = find("both").dataset.address;
const [sheet, clear, notice, voice] = ["sheet", "clear", "notice", "voice"].map(find);

const drawing = new Drawing();
const raster = new Raster(document.createElement("canvas"));
const pad = new Pad(find("pad"), drawing);
const reader = new Reader(address);
const [shrunk, prepared] = ["notebook", "served"].map(
  (name) => new Road(document.querySelector(`[data-road="${name}"]`), words),
);

function ask(settled) {
  allow([[clear, !drawing.isEmpty, find("upload").querySelector("input")]]);
  sheet.toggleAttribute("data-drawn", !drawing.isEmpty);
  if (drawing.isEmpty) return empty();
  reader.ask({ settled, type: "image/png", body: () => raster.png(drawing.strokes) });
}

function empty() {
  reader.forget();
  for (const road of [shrunk, prepared]) road.clear();
}

function hear({ detail: { answer, settled } }) {
  if (!isRead(answer.notebook)) return;
  const said = [shrunk.show(answer.notebook), prepared.show(answer)];
  if (settled) voice.textContent = fill(words.both, { shrunk: said[0], prepared: said[1] });
}

function travel(step) {
  drawing[step]();
  refresh();
}

function refresh() {
  pad.paint();
  ask(true);
}

const keep = () => leave(KEPT, drawing.save());

pad.addEventListener("change", ({ detail }) => ask(detail.settled));
reader.addEventListener("answer", hear);
reader.addEventListener("blank", empty);
reader.addEventListener("trouble", ({ detail }) => (notice.textContent = detail.message || words[detail.kind]));
reader.addEventListener("calm", () => (notice.textContent = ""));
clear.addEventListener("click", () => travel("clear"));
document.addEventListener("keydown", (event) => stepBy(event, travel));
document.querySelector(".languages").addEventListener("submit", keep);
for (const choice of document.querySelectorAll("#errors .choices a")) choice.addEventListener("click", keep);
window.addEventListener("online", () => reader.hurry());
const row = new Row({ form: find("upload"), block: find("row"), score: find("score"), rows: find("rows") }, address, words);
const copies = [...document.querySelectorAll("[data-copy]")].map((button) => new CopyButton(button, words));
for (const part of [pad, row, shrunk, prepared, ...copies]) part.on();
collect(KEPT, (text) => drawing.restore(text));
refresh();
