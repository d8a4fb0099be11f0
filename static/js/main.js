/* The pad's page: finds the elements, makes the parts and ties them together. */

import { AnswerView } from "./answer.js";
import { linesOf } from "./directions.js";
import { Drawing } from "./drawing.js";
import { EarlierSheets } from "./earlier-sheets.js";
import { create, find, pageLanguage } from "./elements.js";
import { listen } from "./events.js";
import { enableButtons } from "./focus.js";
import { FoundSigns } from "./found-signs.js";
import { Frames, whenIdle } from "./frames.js";
import { FreshSheet } from "./fresh-sheet.js";
import { Grid } from "./grid.js";
import { Pad } from "./pad.js";
import { connectShortcuts, keepSession, markSheet, messageOf, reportFailures, showNotice } from "./page.js";
import { isPresenting, keyOf } from "./page-keys.js";
import { Raster } from "./pen.js";
import { Reader } from "./reader.js";
import { isDoubtful, signOf } from "./sentences.js";
import { Sound } from "./sound.js";
import { Steps } from "./steps.js";
import { connectSwitch } from "./switch.js";
import { readWords } from "./words.js";

/** @typedef {import("./reasons.js").Reasons} Reasons */
/** @typedef {import("./shortcuts.js").Step} Step */

const words = readWords();
const [page, sheet, voice] = ["room", "sheet", "voice"].map((name) => find(name, HTMLElement));
const [undo, redo, clear, why] = ["undo", "redo", "clear", "why"].map((name) => find(name, HTMLButtonElement));
const { predict = "", worker = "", fresh = "" } = page.dataset;
const SECOND = 1000; // ms

const drawing = new Drawing();
const raster = new Raster(create("canvas"));
const frames = new Frames();
const pad = new Pad(find("pad", HTMLCanvasElement), drawing, frames);
const reader = new Reader(predict);
const grid = new Grid(find("grid", HTMLElement), words);
const steps = new Steps(find("steps", HTMLElement));
const sound = new Sound();
const [answerElement, digit, sentence, sure, bars] = ["answer", "digit", "words", "sure", "bars"].map((name) =>
  find(name, HTMLElement),
);
const answer = new AnswerView(
  { answer: answerElement, digit, sign: find("sign", HTMLCanvasElement), words: sentence, sure, bars, voice },
  words,
  pageLanguage(),
);

const found = new FoundSigns(
  {
    list: find("found", HTMLElement),
    lead: find("found-lead", HTMLElement),
    forget: find("forget", HTMLButtonElement),
  },
  words,
  pageLanguage(),
);

const earlier = new EarlierSheets(find("earlier", HTMLElement), words);
const freshSheet = new FreshSheet(SECOND * Number(fresh));

/** @type {import("./sentences.js").Sign | null} the sign that the settled answer names */
let sign = null;
/** @type {string} what was read in the drawing, as a sentence names it */
let name = words.unread;

/** @type {Reasons | null} */
let reasons = null;
/** @type {Promise<Reasons> | null} the reasons, on their way: two quick clicks are for the same */
let fetching = null;

/* Have the drawing read, or say that there is none; `again` when only the reasons are new. */
function request(settled = true, again = false) {
  updateTools();
  reasons?.wait();
  if (!again) unsettle();
  if (settled && !again) frames.dropQueue();
  if (drawing.isBlank) return showNothing();
  const explain = reasons?.isOpen ? "steps,reasons" : "steps";
  reader.request({ settled, again, explain, ...messageOf(drawing, raster) });
}

function unsettle() {
  answer.unsettle();
  freshSheet.unsettle();
  name = words.unread;
}

function showNothing() {
  reader.cancel();
  empty();
}

function empty() {
  answer.empty();
  reasons?.clear();
  steps.clear();
  if (!drawing.squares) grid.clear();
}

/* The buttons and the sheet follow the drawing. */
function updateTools() {
  enableButtons([
    [undo, drawing.canUndo, redo],
    [redo, drawing.canRedo, undo],
    [clear, !drawing.isEmpty, undo],
  ]);
  markSheet(sheet, drawing);
  earlier.remove(drawing.state);
}

/** @param {Step} step */
function apply(step) {
  if (step !== "undo") return change(() => drawing[step]());
  drawing.undo();
  refresh();
}

/**
 * Change what lies on the sheet. What it lies there no longer for is kept among the earlier ones.
 * @param {() => void} act
 */
function change(act) {
  putAway(act);
  refresh();
}

/** @param {() => void} act what leaves another drawing on the sheet, or none */
function putAway(act) {
  const { state } = drawing;
  const isKept = !drawing.isBlank;
  const called = name;
  act();
  if (isKept && isReplaced(state)) earlier.add({ state, name: called });
}

/**
 * Whether the sheet has nothing of this drawing any more.
 * @param {import("./drawing.js").State} state
 */
function isReplaced(state) {
  return drawing.state !== state && !drawing.state.strokes.some((stroke) => state.strokes.includes(stroke));
}

/* Everything shows the drawing as it now is. */
function refresh() {
  if (drawing.squares) grid.show(drawing.squares);
  pad.paint();
  request(!drawing.isLive);
}

/** @param {{ answer: import("./reply.js").Answer, settled: boolean, again: boolean }} received */
function receive({ answer: reply, settled: requested, again }) {
  const settled = requested && !drawing.isLive; // the next stroke may have begun since
  if (settled && reply.reasons) reasons?.show(reply);
  if (again) return;
  frames.dropQueue();
  if (settled) showSettled(reply);
  else frames.enqueue(() => answer.show(reply, false));
  if (!drawing.squares) frames.enqueue(() => grid.show(reply.pixels, settled, settled ? linesOf(reply.steps) : []));
  else if (!drawing.isDrawnInSquares) return steps.clear("squares");
  if (settled && reply.steps) frames.enqueue(() => steps.show(reply.steps));
}

/** @param {import("./reply.js").Answer} reply */
function showSettled(reply) {
  answer.show(reply, true);
  sign = signOf(reply);
  name = sign?.title ?? words.others[reply.digit];
  freshSheet.settle(performance.now(), isDoubtful(reply));
}

function receiveBlank() {
  frames.dropQueue();
  empty();
}

/** @param {string} message */
function refuse(message) {
  reasons?.clear();
  showNotice(message);
}

/* Why it said so: fetched by those who ask. */
async function toggleReasons() {
  fetching ??= fetchReasons();
  reasons ??= await fetching;
  if (reasons.isOpen) return reasons.close();
  await reasons.open();
  requestReasons();
}

/* Nothing but the reasons is new, unless the answer is still awaited. */
function requestReasons() {
  request(true, answer.isSettled);
}

/* They could not be fetched: a request shows when the server is back. */
function reportNoReasons() {
  fetching = null;
  reader.reportUnreachable();
  requestReasons();
}

async function fetchReasons() {
  const { Reasons } = await import("./reasons.js");
  const all = { ...words, ...readWords("reason-words") };
  return new Reasons(find("reasons", HTMLElement), { button: why, heir: undo }, all, pageLanguage());
}

/** @type {Promise<import("./present.js").Presentation> | null} */
let staging = null;

/* A presentation, or its end: fetched by those who present. */
async function togglePresentation() {
  staging ??= fetchPresentation();
  const presentation = await staging;
  if (presentation.isOn) presentation.end();
  else await presentation.start();
}

async function fetchPresentation() {
  const { Presentation } = await import("./present.js");
  return new Presentation(find("stage", HTMLElement), { start: present, clear, why }, saveDrawing);
}

function reportNoPresentation() {
  staging = null;
  reader.reportUnreachable();
}

/* Without the service worker the page works the same, online. */
function registerWorker() {
  if (!window.isSecureContext || !navigator.serviceWorker) return;
  window.addEventListener("load", () => navigator.serviceWorker.register(worker).catch(() => null));
}

listen(pad, "begin", () => {
  if (freshSheet.isDue(performance.now())) putAway(() => drawing.clear());
});
listen(earlier, "open", ({ state }) => {
  earlier.remove(state); // its place is free for the one that it takes turns with
  change(() => drawing.reopen(state));
  undo.focus();
});
listen(pad, "change", ({ settled }) => {
  if (!settled) steps.finish();
  request(settled);
});
listen(grid, "change", ({ squares, amend }) => {
  drawing.setSquares(squares, amend);
  request();
});
listen(reader, "answer", receive);
listen(reader, "blank", receiveBlank);
reportFailures(reader, words, refuse);
connectShortcuts(apply);
undo.addEventListener("click", () => apply("undo"));
redo.addEventListener("click", () => apply("redo"));
clear.addEventListener("click", () => apply("clear"));
why.addEventListener("click", () => toggleReasons().catch(reportNoReasons));
voice.addEventListener("spoken", () => {
  sound.play();
  if (sign) found.add(sign); // not before: half of an A looks like another sign
});
connectSwitch(find("hand", HTMLButtonElement), "left-handed", (on) => page.toggleAttribute("data-left", on));
connectSwitch(find("sound", HTMLButtonElement), "sound", (on) => sound.set(on));
const present = find("present", HTMLButtonElement);
present.addEventListener("click", () => togglePresentation().catch(reportNoPresentation));
window.addEventListener("keydown", (event) => {
  if (keyOf(event) === "p" && !isPresenting()) present.click();
});
const saveDrawing = keepSession(
  "drawing",
  () => drawing.save(),
  (text) => drawing.restore(text),
);
refresh();
if (isPresenting()) present.click();
whenIdle(() => drawing.isEmpty && answer.prerender());
registerWorker();
