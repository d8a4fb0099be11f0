/* The challenge's page: finds the elements, makes the parts and ties them together. Nothing else looks for any. */

import { fill } from "./answer.js";
import { collect, leave, stepBy } from "./drawing.js";
import { Grid } from "./grid.js";
import { Pad } from "./pad.js";
import { Raster } from "./pen.js";
import { Reader } from "./reader.js";
import { allow } from "./screen.js";
import { Challenge, isBlank, verdictOf } from "./ten-challenge.js";
import { pictureOf } from "./ten-picture.js";
import { Row } from "./ten-row.js";

const KEPT = "ten"; // while the language changes
const SIDE = 8;
const EMPTY = Array(SIDE).fill(Array(SIDE).fill(0));

const find = (name) => document.querySelector(`[data-${name}]`);
const words = JSON.parse(find("page-words").textContent);
const room = find("ten");
const [sheet, prompt, lead, notice, voice] = ["sheet", "prompt", "lead", "notice", "voice"].map(find);
const [undo, clear, back, next] = ["undo", "clear", "back", "next"].map(find);

const raster = new Raster(document.createElement("canvas"));
const reader = new Reader(room.dataset.predict);
const grid = new Grid(find("grid"), words);
const row = new Row(find("row"), words);
let challenge = new Challenge();
let pad = null;
let asked = null; // the digit whose answer is awaited

/* Stand at the digit that the challenge is at, with its own sheet. */
function stand() {
  pad?.off();
  pad = new Pad(find("pad"), challenge.drawing);
  pad.addEventListener("change", change);
  pad.on();
  grid.show(challenge.drawing.squares ?? EMPTY);
  const line = fill(words.prompt, { digit: words.digits[challenge.digit] });
  prompt.textContent = find("invitation").textContent = line;
  lead.textContent = fill(words.place, { number: challenge.digit + 1 });
  voice.textContent = `${line} ${lead.textContent}`;
  row.show(challenge);
  tidy();
}

/* The drawing is another one now. */
function change({ detail: { settled } }) {
  if (settled) follow();
  tidy();
}

/* The pad has the switch; where a browser may not remember it, everybody is right-handed. */
function isLeftHanded() {
  try {
    return localStorage.getItem("left-handed") === "on";
  } catch {
    return false;
  }
}

/* The buttons and the sheet follow the drawing. */
function tidy() {
  const { drawing } = challenge;
  allow([[undo, drawing.canUndo, next], [clear, !drawing.isEmpty, undo], [back, challenge.digit > 0, next]]);
  const go = challenge.isLast ? words.finish : isBlank(drawing) ? words.skip : words.next;
  if (next.textContent !== go) next.textContent = go;
  sheet.toggleAttribute("data-drawn", drawing.strokes.length > 0);
  sheet.toggleAttribute("data-aside", Boolean(drawing.squares));
}

function travel(step) {
  challenge.drawing[step]();
  pad.paint();
  follow();
  tidy();
}

/* The squares and the row show the drawing as it now is. */
function follow() {
  grid.show(challenge.drawing.squares ?? EMPTY);
  row.show(challenge, challenge.digit);
}

function forward() {
  if (challenge.isLast) return read();
  challenge.go(1);
  stand();
}

function backward() {
  challenge.go(-1);
  stand();
}

function show(state) {
  room.dataset.state = state;
  find("writing").hidden = state !== "writing";
  find("closing").hidden = state !== "read";
}

/* Have the ten drawings read, one after another. */
function read() {
  pad.off();
  show("reading");
  prompt.textContent = words.reading;
  lead.textContent = "";
  prompt.focus();
  askNext();
}

function askNext() {
  row.show(challenge);
  asked = challenge.unread;
  if (asked === undefined) return close();
  const { squares, strokes } = challenge.drawings[asked];
  const body = squares ? async () => JSON.stringify({ pixels: squares }) : () => raster.png(strokes);
  reader.ask({ settled: true, explain: "", type: squares ? "application/json" : "image/png", body });
}

function hear(answer) {
  challenge.read(asked, answer);
  askNext();
}

function close() {
  const { score } = challenge;
  show("read");
  prompt.textContent = score.written ? fill(words.score, score) : words.nothing;
  lead.textContent = words.verdicts[verdictOf(score)];
  voice.textContent = `${prompt.textContent}. ${lead.textContent}`;
  row.show(challenge);
}

function again() {
  challenge = new Challenge();
  show("writing");
  stand();
  prompt.focus();
}

/* The picture is made here and goes nowhere but to the visitor's own files. */
async function save() {
  const address = URL.createObjectURL(await pictureOf(challenge, document.createElement("canvas")));
  Object.assign(document.createElement("a"), { href: address, download: words.file }).click();
  URL.revokeObjectURL(address);
}

function tellTrouble({ detail: { kind, message } }) {
  if (kind === "refused") return hear(null);
  notice.textContent = message || words[kind];
}

/* Written in another language, the challenge goes on; at its end the answers are asked for anew. */
function unpack(text) {
  const { state, kept } = JSON.parse(text);
  challenge.restore(kept);
  stand();
  if (state !== "writing") read();
}

grid.addEventListener("change", ({ detail: { squares, amend } }) => {
  challenge.drawing.setSquares(squares, amend);
  change({ detail: { settled: true } });
});
reader.addEventListener("answer", ({ detail }) => hear(detail.answer.digit));
reader.addEventListener("blank", () => hear(null));
reader.addEventListener("trouble", tellTrouble);
reader.addEventListener("calm", () => (notice.textContent = ""));
document.addEventListener("keydown", (event) => room.dataset.state === "writing" && stepBy(event, travel));
window.addEventListener("online", () => reader.hurry());
undo.addEventListener("click", () => travel("undo"));
clear.addEventListener("click", () => travel("clear"));
back.addEventListener("click", backward);
next.addEventListener("click", forward);
find("save").addEventListener("click", save);
find("again").addEventListener("click", again);
room.toggleAttribute("data-left", isLeftHanded());
document.querySelector(".languages").addEventListener("submit", () => {
  leave(KEPT, JSON.stringify({ state: room.dataset.state, kept: challenge.save() }));
});
grid.on();
row.on();
stand();
collect(KEPT, unpack);
