/* The kiosk's page: the stand's sheet, and who is at it. Either a visitor is, or the pen writes by itself. */

import { Attendance } from "./attendance.js";
import { Attract } from "./attract.js";
import { create, find, pageLanguage } from "./elements.js";
import { listen } from "./events.js";
import { FoundSigns } from "./found-signs.js";
import { GhostPen } from "./ghost-pen.js";
import { Leaving } from "./leaving.js";
import { lockDown } from "./lock-down.js";
import { keepSession } from "./page.js";
import { StandServer } from "./stand-server.js";
import { StandSheet } from "./stand-sheet.js";
import { connectVerify } from "./verify.js";
import { keepAwake } from "./wake-lock.js";
import { readWords } from "./words.js";

const words = { ...readWords(), ...readWords("kiosk-words") };
const page = find("kiosk", HTMLElement);
const still = find("still", HTMLElement);
const {
  predict = "",
  strokes = "",
  leave = "",
  home = "",
  now = "",
  release = "",
  fresh,
  idle,
  ring,
  pen: first,
} = page.dataset;
const SECOND = 1000; // ms

const found = new FoundSigns(find("signs", HTMLElement), words, pageLanguage());
const sheet = new StandSheet(predict, SECOND * Number(fresh), words, found);
const tip = create("span", { className: "ghost", hidden: true }, { "aria-hidden": "true" });
const pen = new GhostPen(sheet.drawing, tip);
const attract = new Attract(pen, find("meant", HTMLElement), words, SECOND * Number(first));
const attendance = new Attendance(SECOND * Number(idle), SECOND * Number(ring));
const server = new StandServer({ now, strokes }, release);
const leaving = new Leaving(find("corner", HTMLButtonElement), find("leaving", HTMLDialogElement), {
  address: leave,
  asksCode: "asksCode" in page.dataset,
  unreachable: words.unreachable,
});

function isUnattended() {
  return page.dataset.state === "attract";
}

/* Nobody is there: forget whoever was, and let the pen write. */
function leaveToPen() {
  page.dataset.state = "attract";
  attendance.end();
  still.hidden = true;
  leaving.cancel();
  sheet.forget();
  server.forgetVisit();
  sheet.wipe(false);
  attract.start();
  server.look(isUnattended);
}

/* Somebody touched the page: the sheet is theirs before the touch arrives there. */
function welcome() {
  attendance.notice();
  if (!isUnattended()) return;
  page.dataset.state = "visitor";
  attract.stop();
  sheet.wipe(true);
}

/* Between two drawings of the pen. */
async function turnPage() {
  sheet.wipe(false);
  if ((await server.look(isUnattended)) && !attract.hasDrawings) await fetchStrokes();
}

async function fetchStrokes() {
  attract.drawings = await server.strokes();
}

still.style.setProperty("--ring", `${ring}s`);
find("sheet", HTMLElement).append(tip);
connectVerify(
  sheet.reader,
  find("voice", HTMLElement),
  () => sheet.message(),
  () => !isUnattended(),
);
listen(sheet, "answer", ({ answer, settled }) => attract.hear(answer, settled));
listen(pen, "change", ({ settled }) => sheet.change(settled));
listen(attract, "clear", turnPage);
listen(attendance, "ask", () => {
  still.hidden = false;
});
listen(attendance, "stay", () => {
  still.hidden = true;
});
listen(attendance, "leave", leaveToPen);
listen(leaving, "left", () => {
  server.forget();
  location.assign(home);
});
for (const event of ["pointerdown", "keydown"]) window.addEventListener(event, welcome, { capture: true });
window.addEventListener("pointermove", ({ buttons }) => buttons && attendance.notice(), { capture: true });
let isGoingOn = false; // whether the page was loaded in another language, by a visitor
keepSession(
  "kiosk",
  () => (isUnattended() ? "" : sheet.drawing.save()),
  (text) => {
    if (!text) return;
    isGoingOn = true;
    sheet.drawing.restore(text);
  },
);
lockDown();
keepAwake();
fetchStrokes();
if (isGoingOn) {
  welcome();
  sheet.change();
} else leaveToPen();
