/* The big screen of a presentation: shows what the phone that has the pen draws, and has it read like any drawing. */

import { find, selectAll } from "./elements.js";
import { showNotice } from "./page.js";
import { poll } from "./request.js";
import { strokesOf } from "./sent-strokes.js";
import { StandSheet } from "./stand-sheet.js";
import { keepAwake } from "./wake-lock.js";
import { readWords } from "./words.js";

const QUICK = 100; // ms between two looks while somebody has the pen
const CALM = 500; // ms while nobody has

const page = find("pen-screen", HTMLElement);
const { penScreen: address = "", predict = "" } = page.dataset;
const words = readWords();
const sheet = new StandSheet(predict, 0, words);
const [join] = selectAll("[data-join]");
let etag = "";

async function look() {
  try {
    const news = await poll(address, etag);
    if (news) {
      etag = news.etag;
      show(JSON.parse(news.text));
    }
    showNotice("");
  } catch {
    showNotice(words.away);
  }
  setTimeout(look, page.dataset.state === "held" ? QUICK : CALM);
}

/** @param {{ state: string, strokes: number[][], live: boolean }} pen */
function show({ state, strokes, live }) {
  page.dataset.state = state;
  if (join) join.hidden = state !== "free";
  sheet.drawing.mirror(strokesOf(strokes), live);
  sheet.change(!live);
}

keepAwake();
sheet.change();
look();
