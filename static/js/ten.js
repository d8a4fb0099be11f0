/* The challenge's page: finds the elements, makes the parts and ties them together. */

import { create, find } from "./elements.js";
import { listen } from "./events.js";
import { enableButtons } from "./focus.js";
import { Grid } from "./grid.js";
import { Pad } from "./pad.js";
import { connectShortcuts, keepSession, markSheet, messageOf, reportFailures } from "./page.js";
import { connectPageKeys } from "./page-keys.js";
import { Raster } from "./pen.js";
import { Reader } from "./reader.js";
import { say } from "./say.js";
import { EMPTY } from "./squares.js";
import { isSwitchedOn } from "./switch.js";
import { AutoAdvance } from "./ten-auto.js";
import { cardOf } from "./ten-card.js";
import { Challenge, verdictOf } from "./ten-challenge.js";
import { TileReasons } from "./ten-reasons.js";
import { ChallengeRow } from "./ten-row.js";
import { fill, readWords } from "./words.js";

/** @typedef {import("./shortcuts.js").Step} Step */

const words = readWords();
const [page, sheet, prompt, lead, voice] = ["ten", "sheet", "prompt", "lead", "voice"].map((name) =>
  find(name, HTMLElement),
);
const [invitation, writing, closing] = ["invitation", "writing", "closing"].map((name) => find(name, HTMLElement));
const [undo, clear, back, next, again] = ["undo", "clear", "back", "next", "again"].map((name) =>
  find(name, HTMLButtonElement),
);
const legend = find("legend", HTMLElement);
const PRESSED = "button, a, input, summary, [role=gridcell]"; // what Enter presses

let challenge = new Challenge();
/** @type {number | undefined} the digit whose answer is awaited */
let requested;
const raster = new Raster(create("canvas"));
const pad = new Pad(find("pad", HTMLCanvasElement), challenge.drawing);
const reader = new Reader(page.dataset.predict ?? "");
const grid = new Grid(find("grid", HTMLElement), words);
const row = new ChallengeRow(find("row", HTMLElement), words);
const auto = new AutoAdvance(find("auto", HTMLInputElement), goForward);
const reasonsReader = new Reader(page.dataset.predict ?? "");
const reasons = new TileReasons(reasonsReader, again, words);

/* Show the digit that the challenge is at, with its own sheet. */
function showDigit() {
  pad.show(challenge.drawing);
  grid.show(challenge.drawing.squares ?? EMPTY);
  const line = fill(words.prompt, { digit: words.digits[challenge.digit] });
  const place = fill(words.place, { number: challenge.digit + 1 });
  for (const element of [prompt, invitation]) say(element, line);
  say(lead, place);
  say(voice, `${line} ${place}`);
  row.show(challenge);
  updateTools();
}

/* The squares and the row show the drawing as it now is. */
function showDrawing() {
  grid.show(challenge.drawing.squares ?? EMPTY);
  row.show(challenge, challenge.digit);
}

/* The buttons and the sheet follow the drawing. */
function updateTools() {
  const { drawing } = challenge;
  enableButtons([
    [undo, drawing.canUndo, next],
    [clear, !drawing.isEmpty, undo],
    [back, challenge.digit > 0, next],
  ]);
  const label = nextLabel();
  say(next, label);
  next.classList.toggle("first", label !== words.skip);
  markSheet(sheet, drawing);
}

function nextLabel() {
  if (challenge.isLast) return words.finish;
  return challenge.drawing.isBlank ? words.skip : words.next;
}

/** @param {boolean} settled */
function change(settled) {
  if (settled) showDrawing();
  updateTools();
  if (settled && !challenge.drawing.isBlank) auto.restart();
  else auto.stop();
}

/** @param {Step} step */
function apply(step) {
  challenge.drawing[step]();
  pad.paint();
  change(true);
}

function goForward() {
  auto.stop();
  pad.endStroke(); // it belongs to the digit that is left
  if (challenge.isLast) return readAll();
  challenge.go(1);
  showDigit();
}

function goBack() {
  auto.stop();
  pad.endStroke(); // it belongs to the digit that is left
  challenge.go(-1);
  showDigit();
}

/** @param {"writing" | "reading" | "read"} state */
function setState(state) {
  page.dataset.state = state;
  writing.hidden = state !== "writing";
  closing.hidden = legend.hidden = state !== "read";
}

/* Have the ten drawings read, one after another. */
function readAll() {
  setState("reading");
  say(prompt, words.reading);
  say(lead, "");
  prompt.focus();
  requestNext();
}

function requestNext() {
  row.show(challenge);
  requested = challenge.unread;
  if (requested === undefined) return showScore();
  reader.request({ settled: true, ...messageOf(challenge.drawings[requested], raster) });
}

/** @param {number | null} answer the digit, or null for a drawing in which there is none */
function receive(answer) {
  if (requested !== undefined) challenge.record(requested, answer);
  requestNext();
}

function showScore() {
  const { score } = challenge;
  setState("read");
  const verdict = words.verdicts[verdictOf(score)];
  say(prompt, scoreLine());
  say(lead, verdict);
  say(voice, `${scoreLine()}. ${verdict}`);
  row.show(challenge);
}

function scoreLine() {
  const { score } = challenge;
  return score.written ? fill(words.score, score) : words.nothing;
}

async function restart() {
  await reasons.close();
  challenge = new Challenge();
  setState("writing");
  showDigit();
  prompt.focus();
}

/* The card is made here and goes nowhere but to the visitor's own files. */
async function saveCard() {
  const texts = { title: words.title, score: scoreLine() };
  const picture = await cardOf(challenge, create("canvas"), texts);
  if (!picture) return;
  const address = URL.createObjectURL(picture);
  create("a", { href: address, download: words.file }).click();
  URL.revokeObjectURL(address);
}

function saveChallenge() {
  return JSON.stringify({ state: page.dataset.state, saved: challenge.save() });
}

/**
 * Written in another language, the challenge goes on; at its end the answers are asked for anew.
 * @param {string} text
 */
function restoreChallenge(text) {
  const { state, saved } = JSON.parse(text);
  challenge.restore(saved);
  showDigit();
  if (state !== "writing") readAll();
}

listen(pad, "change", ({ settled }) => change(settled));
listen(grid, "change", ({ squares, amend }) => {
  challenge.drawing.setSquares(squares, amend);
  change(true);
});
listen(reader, "answer", ({ answer }) => receive(answer.digit));
listen(reader, "blank", () => receive(null));
listen(row, "open", ({ digit, tile }) =>
  reasons.toggle(tile, messageOf(challenge.drawings[digit], raster)).catch(() => reasonsReader.reportUnreachable()),
);
reportFailures(reader, words, () => receive(null));
reportFailures(reasonsReader, words);
connectShortcuts(apply, () => page.dataset.state === "writing");
undo.addEventListener("click", () => apply("undo"));
clear.addEventListener("click", () => apply("clear"));
back.addEventListener("click", goBack);
next.addEventListener("click", goForward);
find("save", HTMLButtonElement).addEventListener("click", saveCard);
again.addEventListener("click", restart);
window.addEventListener("keydown", ({ key, target }) => {
  if (key !== "Enter" || page.dataset.state !== "writing") return;
  if (target instanceof Element && !target.matches(PRESSED)) goForward();
});
page.toggleAttribute("data-left", isSwitchedOn("left-handed"));
showDigit();
connectPageKeys(keepSession("ten", saveChallenge, restoreChallenge));
