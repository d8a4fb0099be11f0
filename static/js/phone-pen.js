/* A phone as the pen of a presentation: it sends its sheet ten times a second at most, and says whose the pen is. */

import { Drawing } from "./drawing.js";
import { find } from "./elements.js";
import { listen } from "./events.js";
import { enableButtons } from "./focus.js";
import { Pad } from "./pad.js";
import { markSheet } from "./page.js";
import { post } from "./request.js";
import { say } from "./say.js";
import { numbersOf } from "./sent-strokes.js";
import { randomName } from "./visit.js";
import { readWords } from "./words.js";

const PAUSE = 100; // ms between two sheets that are sent
const LOOK = 2000; // ms between two questions whose the pen is, while nothing is drawn
const LOST = ["gone", "off"]; // states in which nothing is asked until somebody presses the button
const TOO_LARGE = 413;

const page = find("phone-pen", HTMLElement);
const address = page.dataset.phonePen ?? "";
const words = readWords();
const whose = find("whose", HTMLElement);
const ask = find("ask", HTMLButtonElement);
const [undo, clear] = ["undo", "clear"].map((name) => find(name, HTMLButtonElement));
const drawing = new Drawing();
const pad = new Pad(find("pad", HTMLCanvasElement), drawing);
const key = randomName(); // forgotten with the page

let state = "wait";
let isNew = true; // something was drawn that was not sent
let askedAt = -Infinity; // ms

async function tell() {
  isNew = false;
  askedAt = performance.now();
  const body = JSON.stringify({
    key,
    ask: state === "wait",
    live: drawing.isLive,
    strokes: numbersOf(drawing.strokes),
  });
  const sent = await post(address, { body, type: "application/json" }).catch(() => null);
  if (sent?.status === 200) show(sent.reply.state, words[sent.reply.state]);
  else show(state, sent?.status === TOO_LARGE ? words.full : words.away);
}

/**
 * @param {string} now
 * @param {string} said
 */
function show(now, said) {
  if (now !== "yours" && state === "yours") wipe();
  state = page.dataset.state = now;
  say(whose, said);
  ask.hidden = !LOST.includes(now);
}

async function look() {
  const isDue = isNew ? state === "yours" : performance.now() > askedAt + LOOK;
  if (isDue && !LOST.includes(state)) await tell();
  setTimeout(look, PAUSE);
}

/* What was drawn with a pen that is another's now is nobody's business. */
function wipe() {
  pad.endStroke();
  drawing.reset();
  change();
}

function change() {
  isNew = true;
  markSheet(find("sheet", HTMLElement), drawing);
  enableButtons([
    [undo, drawing.canUndo, clear],
    [clear, !drawing.isEmpty, undo],
  ]);
  pad.paint();
}

listen(pad, "change", change);
undo.addEventListener("click", () => {
  drawing.undo();
  change();
});
clear.addEventListener("click", () => {
  drawing.clear();
  change();
});
ask.addEventListener("click", () => {
  state = "wait";
  ask.hidden = true;
  tell();
});
change();
tell();
look();
