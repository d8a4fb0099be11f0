/* The pad's page: finds the elements, makes the parts and ties them together. */

import { AnswerView } from "./answer.js";
import { linesOf } from "./directions.js";
import { Drawing } from "./drawing.js";
import { EarlierSheets } from "./earlier-sheets.js";
import { create, find, pageLanguage } from "./elements.js";
import { listen } from "./events.js";
import { enableButtons } from "./focus.js";
import { FoundSigns } from "./found-signs.js";
import { Frames, inIdleTasks } from "./frames.js";
import { FreshSheet } from "./fresh-sheet.js";
import { Games } from "./games.js";
import { Grid } from "./grid.js";
import { Keeping } from "./keeping.js";
import { LaterMap } from "./map-later.js";
import { Pad } from "./pad.js";
import { connectSwitches } from "./pad-switches.js";
import {
  connectShortcuts,
  keepDrawing,
  markSheet,
  messageOf,
  registerWorker,
  reportFailures,
  showNotice,
} from "./page.js";
import { Raster } from "./pen.js";
import { connectPresentation } from "./presenting.js";
import { Reader } from "./reader.js";
import { saidOn } from "./say.js";
import { isDoubtful, signOf } from "./sentences.js";
import { INK, paintCanvas } from "./small-squares.js";
import { Sound } from "./sound.js";
import { EMPTY } from "./squares.js";
import { Steps } from "./steps.js";
import { TwoRoads } from "./two-roads.js";
import { connectVerify } from "./verify.js";
import { Why } from "./why.js";
import { readWords } from "./words.js";

/** @typedef {import("./shortcuts.js").Step} Step */

const words = readWords();
const [page, sheet, voice] = ["room", "sheet", "voice"].map((name) => find(name, HTMLElement));
const [undo, redo, clear, ask] = ["undo", "redo", "clear", "why"].map((name) => find(name, HTMLButtonElement));
const { predict = "", worker = "", fresh = "" } = page.dataset;
const SECOND = 1000; // ms
const drawing = new Drawing();
const raster = new Raster(create("canvas"));
const frames = new Frames();
const pad = new Pad(find("pad", HTMLCanvasElement), drawing, frames);
const reader = new Reader(predict);
const grid = new Grid(find("grid", HTMLElement), words, frames);
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

const keeping = new Keeping(drawing, raster, () => reader.reportUnreachable());
const found = new FoundSigns(find("signs", HTMLElement), words, pageLanguage());
const map = new LaterMap(frames);
const earlier = new EarlierSheets(find("earlier", HTMLElement), words);
const freshSheet = new FreshSheet(SECOND * Number(fresh));

/** @type {import("./sentences.js").Sign | null} the sign that the settled answer names */
let sign = null;
/** @type {string} what was read in the drawing, as a sentence names it */
let name = words.unread;

const roads = new TwoRoads();
const games = new Games({ grid, drawing, predict }, words);
const why = new Why(ask, undo, words);

/* Have the drawing read, or say that there is none; `again` when only the reasons are new. */
function request(settled = true, again = false) {
  updateTools();
  why.wait();
  if (!again) unsettle();
  if (settled && !again) frames.dropQueue();
  if (drawing.isBlank) return showNothing();
  const explain = [settled ? "steps" : "", why.isOpen ? "reasons" : "", map.question].filter(Boolean).join(",");
  reader.request({ settled, again, explain, ...messageOf(drawing, raster) });
  if (!again) roads.ask({ settled, ...messageOf(drawing, raster) });
}

function unsettle() {
  answer.unsettle();
  keeping.withdraw();
  freshSheet.unsettle();
  name = words.unread;
}

function showNothing() {
  reader.cancel();
  empty();
}

function empty() {
  answer.empty();
  why.clear();
  roads.clear();
  games.clear();
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
  if (again) return why.show(reply, settled);
  map.show(reply, settled);
  games.receive(reply, settled);
  frames.dropQueue();
  if (settled) showSettled(reply);
  else frames.enqueue(() => answer.show(reply, false));
  frames.enqueue(() => why.show(reply, settled));
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
  keeping.offer(reply, saidOn(sentence));
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
  why.clear();
  showNotice(message);
}

/* Nothing but the reasons is new, unless the answer is still awaited. */
function requestReasons() {
  request(true, answer.isSettled);
}

listen(pad, "begin", () => {
  const now = performance.now();
  if (games.begin(now) || freshSheet.isDue(now)) putAway(() => drawing.clear());
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
listen(why, "ask", requestReasons);
listen(games, "clear", () => apply("clear"));
for (const part of [why, games]) {
  listen(part, "failure", () => {
    reader.reportUnreachable();
    requestReasons();
  });
}
voice.addEventListener("spoken", () => {
  sound.play();
  if (sign) found.add(sign); // not before: half of an A looks like another sign
});
connectSwitches(page, sound, (on) => {
  roads.set(on);
  if (on && !drawing.isBlank) roads.ask({ settled: true, ...messageOf(drawing, raster) });
});
const saveDrawing = keepDrawing(drawing);
connectVerify(reader, voice, () => messageOf(drawing, raster));
refresh();
connectPresentation({ new: clear, why: ask }, saveDrawing, () => reader.reportUnreachable());
const unseen = [() => answer.prerender(false), () => answer.prerender(true), () => pad.prerender()];
inIdleTasks(() => drawing.isEmpty, unseen);
registerWorker(worker);
