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
import { LaterMap } from "./map-later.js";
import { Pad } from "./pad.js";
import {
  connectShortcuts,
  keepSession,
  markSheet,
  messageOf,
  registerWorker,
  reportFailures,
  showNotice,
} from "./page.js";
import { Raster } from "./pen.js";
import { connectPresentation } from "./presenting.js";
import { Reader } from "./reader.js";
import { isDoubtful, signOf } from "./sentences.js";
import { INK, paintCanvas } from "./small-squares.js";
import { Sound } from "./sound.js";
import { EMPTY } from "./squares.js";
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
const glimpse = find("glimpse", HTMLCanvasElement);
const answer = new AnswerView(
  { answer: answerElement, digit, sign: find("sign", HTMLCanvasElement), words: sentence, sure, bars, voice },
  words,
  pageLanguage(),
);

const found = new FoundSigns(find("signs", HTMLElement), words, pageLanguage());
const map = new LaterMap();
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
  reader.request({ settled, again, explain, always: map.question, ...messageOf(drawing, raster) });
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
  map.clear();
  if (!drawing.squares) showSquares(EMPTY, true);
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
  if (step === "undo") drawing.undo();
  else putAway(() => drawing[step]());
  refresh();
}

/**
 * Keep what lies on the sheet among the earlier ones.
 * @param {() => void} act what leaves another drawing on the sheet, or none
 */
function putAway(act) {
  const { state } = drawing;
  const isKept = !drawing.isBlank;
  const called = name;
  act();
  if (isKept && drawing.isWithout(state)) earlier.add({ state, name: called });
}

/* Everything shows the drawing as it now is. */
function refresh() {
  if (drawing.squares) showSquares(drawing.squares, true);
  pad.paint();
  request(!drawing.isLive);
}

/** @param {{ answer: import("./reply.js").Answer, settled: boolean, again: boolean }} received */
function receive({ answer: reply, settled: requested, again }) {
  const settled = requested && !drawing.isLive; // the next stroke may have begun since
  if (settled && reply.reasons) reasons?.show(reply);
  if (again) return;
  map.show(reply, settled);
  frames.dropQueue();
  if (settled) showSettled(reply);
  else frames.enqueue(() => answer.show(reply, false));
  if (!drawing.squares) frames.enqueue(() => showSquares(reply.pixels, settled, settled ? linesOf(reply.steps) : []));
  else if (!drawing.isDrawnInSquares) return steps.clear("squares");
  if (settled && reply.steps) frames.enqueue(() => steps.show(reply.steps));
}

/** @type {(squares: import("./squares.js").Squares, settled: boolean, lines?: ReturnType<typeof linesOf>) => void} */
function showSquares(squares, settled, lines = []) {
  grid.show(squares, settled, lines);
  paintCanvas(glimpse, squares, INK);
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

listen(pad, "begin", () => {
  if (freshSheet.isDue(performance.now())) putAway(() => drawing.clear());
});
listen(earlier, "open", ({ state }) => {
  earlier.remove(state); // its place is free for the one that it takes turns with
  putAway(() => drawing.reopen(state));
  refresh();
  undo.focus();
});
listen(pad, "change", ({ settled }) => {
  if (!settled) steps.finish();
  request(settled);
});
listen(grid, "change", ({ squares, amend }) => {
  drawing.setSquares(squares, amend);
  paintCanvas(glimpse, squares, INK);
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
const saveDrawing = keepSession(
  "drawing",
  () => drawing.save(),
  (text) => drawing.restore(text),
);
refresh();
map.connect(saveDrawing);
connectPresentation({ clear, why }, saveDrawing, () => reader.reportUnreachable());
whenIdle(() => drawing.isEmpty && answer.prerender());
registerWorker(worker);
