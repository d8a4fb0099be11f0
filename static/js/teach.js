/* The page on which a visitor teaches a machine: finds the elements, makes the parts and ties them together. */

import { Drawing } from "./drawing.js";
import { create, find, pageLanguage, selectAll } from "./elements.js";
import { listen } from "./events.js";
import { enableButtons } from "./focus.js";
import { Grid } from "./grid.js";
import { CopyButton } from "./lesson-copy.js";
import { Pad } from "./pad.js";
import { connectShortcuts, keepSession, markSheet, messageOf, showNotice } from "./page.js";
import { connectPageKeys } from "./page-keys.js";
import { Raster } from "./pen.js";
import { say } from "./say.js";
import { EMPTY } from "./squares.js";
import { isSwitchedOn } from "./switch.js";
import { Asker, dataUrlOf } from "./teach-asker.js";
import { FoolMe } from "./teach-fool.js";
import { connectKeeping } from "./teach-keep.js";
import { LearntView } from "./teach-learnt.js";
import { Lesson } from "./teach-lesson.js";
import { Signs } from "./teach-signs.js";
import { TaughtView } from "./teach-view.js";
import { FoolWall } from "./teach-wall.js";
import { readWords } from "./words.js";

const words = readWords();
const page = find("teach", HTMLElement);
const [undo, clear] = ["undo", "clear"].map((name) => find(name, HTMLButtonElement));
const [forget, forgetAll] = ["forget", "forget-all"].map((name) => find(name, HTMLButtonElement));
const [sheet, question] = ["sheet", "question"].map((name) => find(name, HTMLElement));
const choose = find("sign-choice", HTMLDetailsElement);

const LIVE_GAP = 250; // ms between two readings of a stroke under way: each fits a machine anew
let nextLive = 0; // ms

const drawing = new Drawing();
const lesson = new Lesson();
const raster = new Raster(create("canvas"));
const pad = new Pad(find("pad", HTMLCanvasElement), drawing);
const grid = new Grid(find("grid", HTMLElement), words);
const asker = new Asker(page.dataset.address ?? "");
const signs = new Signs(words);
const view = new TaughtView(words, pageLanguage());
const learnt = new LearntView(words, pageLanguage());
const [toWall] = /** @type {HTMLButtonElement[]} */ (selectAll("[data-to-wall]"));
const fool = new FoolMe(words, toWall ? new FoolWall(toWall, words, () => messageOf(drawing, raster)) : null);

/* The drawing on the sheet, as a request carries it. */
async function picture() {
  const blob = await messageOf(drawing, raster).body();
  return blob instanceof Blob ? dataUrlOf(blob) : undefined;
}

/* Have the drawing read, by the visitor's machine and by the one that knows. */
async function read(settled = true) {
  updateTools();
  if (!settled && performance.now() < nextLive) return;
  nextLive = performance.now() + LIVE_GAP;
  if (drawing.isBlank) {
    asker.drop("read");
    fool.show(null);
    learnt.showDrawing(null);
    return view.showLesson(lesson);
  }
  const { state } = drawing;
  const answer = await asker.ask("read", async () => ({
    examples: lesson.canLearn ? lesson.toMessage() : [],
    drawing: await picture(),
  }));
  if (answer?.status !== 200 || (settled && state !== drawing.state)) return refuse(answer);
  showNotice("");
  const { answer: reading, row } = answer.reply;
  view.showAnswer(answer.reply, lesson, settled);
  learnt.showDrawing(reading ? { row, sign: reading.sign } : null);
  if (settled) fool.show({ digit: answer.reply.house.digit, squares: answer.reply.house.pixels });
}

/**
 * The drawing on the sheet is such a sign: show it to the machine, and take a fresh sheet.
 * @param {string} sign
 */
async function add(sign) {
  pad.endStroke();
  if (drawing.isBlank) return showNotice(words.blank);
  const shown = await picture();
  drawing.clear();
  refresh();
  const answer = await asker.ask(`add ${lesson.examples.length} ${performance.now()}`, async () => ({
    drawing: shown,
  }));
  if (answer?.status !== 200) return refuse(answer);
  lesson.add(sign, answer.reply.row);
  if (lesson.known > 1) choose.open = false;
  await relearn();
}

/* The lesson is another one: learn it anew, and show what was learnt. */
async function relearn() {
  showLesson();
  if (!lesson.canLearn) return learnt.clear();
  const { examples } = lesson;
  const answer = await asker.ask("learn", async () => ({ examples: lesson.toMessage() }), "?explain=learnt");
  if (lesson.examples !== examples) return;
  if (answer?.status === 200) learnt.show(answer.reply, lesson);
  else refuse(answer);
}

/** @param {import("./teach-asker.js").Answer | null} answer */
function refuse(answer) {
  const { error } = answer?.reply ?? {};
  if (error && error.code !== "blank") showNotice(error.message);
}

function showLesson() {
  showNotice("");
  say(question, lesson.signs.length ? words.was : words.which);
  signs.show(lesson);
  learnt.showExamples(lesson);
  enableButtons([
    [forget, lesson.examples.length > 0, undo],
    [forgetAll, lesson.examples.length > 0, undo],
  ]);
  keeping(lesson);
  if (drawing.isBlank) view.showLesson(lesson);
  else read();
}

/* The buttons and the sheet follow the drawing. */
function updateTools() {
  enableButtons([
    [undo, drawing.canUndo, clear],
    [clear, !drawing.isEmpty, undo],
  ]);
  markSheet(sheet, drawing);
}

/* Everything shows the drawing as it now is. */
function refresh() {
  grid.show(drawing.squares ?? EMPTY);
  pad.paint();
  read();
}

/** @param {import("./shortcuts.js").Step} step */
function apply(step) {
  drawing[step]();
  refresh();
}

const keeping = connectKeeping(page.dataset.address ?? "", words, showNotice);
new CopyButton(find("copy", HTMLButtonElement), words);
listen(pad, "change", ({ settled }) => {
  if (settled) grid.show(EMPTY);
  read(settled);
});
listen(grid, "change", ({ squares, amend }) => {
  drawing.setSquares(squares, amend);
  pad.paint();
  read();
});
listen(signs, "choose", ({ sign }) => {
  lesson.addSign(sign);
  relearn();
});
listen(signs, "drop", ({ sign }) => {
  lesson.dropSign(sign);
  relearn();
});
listen(signs, "add", ({ sign }) => add(sign));
listen(learnt, "forget", ({ index }) => {
  lesson.forget(index);
  relearn();
});
listen(learnt, "give", ({ more, done }) => {
  const body = async () => ({ examples: lesson.toMessage(), more });
  asker.ask(`exam ${more}`, body).then(done);
});
listen(asker, "failure", ({ kind }) => showNotice(words[kind]));
listen(asker, "recovery", () => showNotice(""));
connectShortcuts(apply);
undo.addEventListener("click", () => apply("undo"));
clear.addEventListener("click", () => apply("clear"));
forget.addEventListener("click", () => {
  lesson.forget(lesson.examples.length - 1);
  relearn();
});
forgetAll.addEventListener("click", () => {
  lesson.forgetAll();
  relearn();
});
const save = keepSession(
  "taught",
  () => JSON.stringify([lesson.save(), drawing.save()]),
  (text) => {
    const [taught, drawn] = JSON.parse(text);
    lesson.restore(taught);
    drawing.restore(drawn);
  },
);
connectPageKeys(save);
page.toggleAttribute("data-left", isSwitchedOn("left-handed"));
refresh();
relearn();
asker.ask("wake", async () => ({}));
