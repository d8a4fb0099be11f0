/* The presenter's page: score, matrix and drawings grow by themselves, but never under a thumb. */

import { selectAll } from "./elements.js";
import { poll } from "./request.js";

const PAUSE = 2000; // ms

const [live] = selectAll("[data-live]");
let etag = "";
let isTouched = false; // what is pressed must not move

async function look() {
  const news = isTouched ? null : await poll(live.dataset.live ?? "", etag).catch(() => null);
  if (news && !isTouched) {
    etag = news.etag;
    live.innerHTML = news.text; // our own template's, escaped there
  }
  setTimeout(look, PAUSE);
}

if (live) {
  live.addEventListener("pointerenter", () => (isTouched = true));
  live.addEventListener("pointerleave", () => (isTouched = false));
  live.addEventListener("focusin", () => (isTouched = true));
  live.addEventListener("focusout", () => (isTouched = false));
  look();
}
