/* The pad's page: finds the elements, makes the parts and ties them together. Nothing else looks for any. */

import { AnswerView } from "./answer.js";
import { collect, Drawing, leave, stepBy } from "./drawing.js";
import { Grid } from "./grid.js";
import { Pad } from "./pad.js";
import { Raster } from "./pen.js";
import { Reader } from "./reader.js";
import { allow, Frames, whenIdle } from "./screen.js";
import { Steps } from "./steps.js";

const KEPT = "drawing"; // while the language changes

const find = (name) => document.querySelector(`[data-${name}]`);
const words = JSON.parse(find("page-words").textContent);
const room = find("room");
const [sheet, notice, undo, redo, clear] = ["sheet", "notice", "undo", "redo", "clear"].map(find);

const drawing = new Drawing();
const raster = new Raster(document.createElement("canvas"));
const frames = new Frames();
const pad = new Pad(find("pad"), drawing, frames);
const reader = new Reader(room.dataset.predict);
const grid = new Grid(find("grid"), words);
const steps = new Steps(find("steps"));
const parts = Object.fromEntries(["answer", "digit", "words", "sure", "bars", "voice"].map((name) => [name, find(name)]));
const answer = new AnswerView(parts, words, document.documentElement.lang);

let reasons = null;
let fetching = null; // the reasons, on their way: two quick clicks are for the same

/* Ask what the drawing is, or say that there is none; `again` when only the reasons are new. */
function ask(settled, again = false) {
  const { squares } = drawing;
  const explain = reasons?.isOpen ? "steps,reasons" : "steps";
  tidy();
  reasons?.wait();
  if (!again) answer.unsettle();
  if (settled && !again) frames.forget();
  if (squares?.flat().every((value) => !value) ?? drawing.isEmpty) return nothing();
  if (squares) reader.ask({ settled, again, explain, type: "application/json", body: async () => JSON.stringify({ pixels: squares }) });
  else reader.ask({ settled, again, explain, type: "image/png", body: () => raster.png(drawing.strokes) });
}

function nothing() {
  reader.forget();
  empty();
}

function empty() {
  answer.empty();
  reasons?.clear();
  steps.clear();
  if (!drawing.squares) grid.clear();
}

/* The buttons and the sheet follow the drawing. */
function tidy() {
  allow([[undo, drawing.canUndo, redo], [redo, drawing.canRedo, undo], [clear, !drawing.isEmpty, undo]]);
  sheet.toggleAttribute("data-drawn", drawing.strokes.length > 0);
  sheet.toggleAttribute("data-aside", Boolean(drawing.squares));
}

function travel(step) {
  drawing[step]();
  refresh();
}

/* Everything shows the drawing as it now is. */
function refresh() {
  if (drawing.squares) grid.show(drawing.squares);
  pad.paint();
  ask(!drawing.isLive);
}

function hear({ detail: { answer: said, settled: asked, again } }) {
  const settled = asked && !drawing.isLive; // the next stroke may have begun since
  if (settled && said.reasons) reasons?.show(said);
  if (again) return;
  frames.forget();
  if (settled) answer.show(said, true);
  else frames.then(() => answer.show(said, false));
  if (drawing.squares) return steps.clear("squares");
  frames.then(() => grid.show(said.pixels, settled));
  if (settled && said.steps) frames.then(() => steps.show(said.steps));
}

function blank() {
  frames.forget();
  empty();
}

function tellTrouble({ detail: { kind, message } }) {
  if (kind === "refused") reasons?.clear();
  notice.textContent = message || words[kind];
}

/* A switch that the browser remembers; where it may not, it works until the page is left. */
function remember(button, name, apply) {
  const set = (on) => {
    button.setAttribute("aria-pressed", on);
    apply(on);
  };
  const store = (use) => {
    try {
      return use(localStorage);
    } catch {
      return null;
    }
  };
  set(store((kept) => kept.getItem(name)) === "on");
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    store((kept) => kept.setItem(name, on ? "on" : "off"));
    set(on);
  });
}

/* Why it said so: fetched by those who ask. */
async function why() {
  reasons ??= await (fetching ??= fetchReasons());
  if (reasons.isOpen) return reasons.close();
  await reasons.open();
  askAgain();
}

/* Nothing but the reasons is new, unless the answer is still awaited. */
function askAgain() {
  ask(true, parts.answer.dataset.state.endsWith("settled"));
}

/* They could not be fetched: a question shows when the server is back. */
function whyNot() {
  fetching = null;
  reader.stumble();
  askAgain();
}

async function fetchReasons() {
  const { Reasons } = await import("./reasons.js");
  const all = { ...words, ...JSON.parse(find("reason-words").textContent) };
  const panel = new Reasons(find("reasons"), { button: find("why"), after: undo }, all, document.documentElement.lang);
  panel.on();
  return panel;
}

let sounds = false;
let ticking = null; // the one tick, on its way or here: a browser gives a page few voices

function sound(on) {
  sounds = on;
  if (on) fetchTick();
}

/* The sound is fetched by those who want it; where it cannot be had, the next answer tries again. */
function fetchTick() {
  ticking ??= import("./tick.js").then(({ Tick }) => new Tick()).catch(() => (ticking = null));
  return ticking;
}

async function play() {
  const tick = sounds && (await fetchTick());
  if (sounds) tick?.play();
}

pad.addEventListener("change", ({ detail: { settled } }) => {
  if (!settled) steps.hurry();
  ask(settled);
});
grid.addEventListener("change", ({ detail: { squares, amend } }) => {
  drawing.setSquares(squares, amend);
  ask(true);
});
reader.addEventListener("answer", hear);
reader.addEventListener("blank", blank);
reader.addEventListener("trouble", tellTrouble);
reader.addEventListener("calm", () => (notice.textContent = ""));
document.addEventListener("keydown", (event) => stepBy(event, travel));
document.addEventListener("spoken", play);
document.querySelector(".languages").addEventListener("submit", () => leave(KEPT, drawing.save()));
window.addEventListener("online", () => reader.hurry());
find("why").addEventListener("click", () => why().catch(whyNot));
for (const step of ["undo", "redo", "clear"]) find(step).addEventListener("click", () => travel(step));
remember(find("hand"), "left-handed", (on) => room.toggleAttribute("data-left", on));
remember(find("sound"), "sound", sound);
for (const part of [pad, grid, steps]) part.on();
collect(KEPT, (text) => drawing.restore(text));
refresh();
whenIdle(() => drawing.isEmpty && answer.rehearse());
if (window.isSecureContext && navigator.serviceWorker) {
  window.addEventListener("load", () => navigator.serviceWorker.register(room.dataset.worker).catch(() => null)); // without it the page works the same, online
}
