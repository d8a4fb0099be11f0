/* The map's own page. A presentation's keys work at once; all else is read in a task behind the page's first layout and
   put together in another: a slow phone's hand is felt between them. */

import { find } from "./elements.js";
import { nextTask } from "./frames.js";
import { connectPageKeys } from "./page-keys.js";
import { say } from "./say.js";
import { readWords } from "./words.js";

const PAUSE = 5000; // ms until what could not be had is asked for again

/** @type {import("./map-room.js").MapRoom | null} */
let room = null;

async function open() {
  try {
    room ??= await makeRoom();
    await room.fetchMap();
  } catch {
    say(find("map-wait", HTMLElement), readWords("map-words").lost);
    setTimeout(open, PAUSE);
  }
}

async function makeRoom() {
  const { MapRoom } = await import("./map-room.js");
  await nextTask();
  return new MapRoom();
}

connectPageKeys();
requestAnimationFrame(() => setTimeout(open));
