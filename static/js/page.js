/* What the pages with a sheet share: their keys, their notice, the drawing that outlives a change of language. */

import { find, select } from "./elements.js";
import { listen } from "./events.js";
import { say } from "./say.js";
import { handleShortcut } from "./shortcuts.js";
import { restoreSession, saveSession, writeSession } from "./storage.js";

/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./pen.js").Raster} Raster */
/** @typedef {import("./reader.js").Reader} Reader */
/** @typedef {import("./shortcuts.js").Step} Step */

/**
 * Return what is sent to have a drawing read: the squares of a drawing that were changed by hand, else a picture, of
 * strokes or of squares that were drawn on an empty grid.
 * @param {Drawing} drawing
 * @param {Raster} raster
 * @returns {Pick<import("./reader.js").Question, "type" | "body">}
 */
export function messageOf(drawing, raster) {
  const { squares, isDrawnInSquares } = drawing;
  if (squares && isDrawnInSquares) return { type: "image/png", body: () => raster.pngOfSquares(squares) };
  if (squares) return { type: "application/json", body: async () => JSON.stringify({ pixels: squares }) };
  return { type: "image/png", body: () => raster.png(drawing.strokes) };
}

/**
 * The sheet's look follows what is drawn.
 * @param {HTMLElement} sheet
 * @param {Drawing} drawing
 */
export function markSheet(sheet, drawing) {
  sheet.toggleAttribute("data-drawn", drawing.strokes.length > 0);
  sheet.toggleAttribute("data-aside", Boolean(drawing.squares));
}

/**
 * Show the reader's failures, and that they are over, in the page's one calm line.
 * @param {Reader} reader
 * @param {Record<"away" | "slow" | "busy", string>} words
 * @param {(message: string) => void} onRefused what becomes of a drawing that the server refuses
 */
export function reportFailures(reader, words, onRefused = showNotice) {
  listen(reader, "failure", ({ kind, message }) => {
    if (kind === "refused") onRefused(message);
    else showNotice(words[/** @type {keyof typeof words} */ (kind)]);
  });
  listen(reader, "recovery", () => showNotice(""));
  window.addEventListener("online", () => reader.retryNow());
}

/** @param {string} text */
export function showNotice(text) {
  say(find("notice", HTMLElement), text);
}

/**
 * @param {(step: Step) => void} apply
 * @param {() => boolean} isActive
 */
export function connectShortcuts(apply, isActive = () => true) {
  window.addEventListener("keydown", (event) => isActive() && handleShortcut(event, apply));
}

/**
 * Bring back what lay on the sheet, from page to page and through a reload, for as long as the tab is open. Return what
 * saves it.
 * @param {Drawing} drawing
 */
export function keepDrawing(drawing) {
  const keep = () => writeSession("drawing", drawing.isEmpty ? "" : drawing.save());
  for (const name of ["pagehide", "visibilitychange"]) window.addEventListener(name, keep);
  restoreSession("drawing", (text) => drawing.restore(text));
  return keep;
}

/**
 * Bring back what was drawn before the page was loaded in another language. Return what saves it, for other changes.
 * @param {string} name
 * @param {() => string} save
 * @param {(text: string) => void} restore
 */
export function keepSession(name, save, restore) {
  const keep = () => saveSession(name, save());
  select(".languages", HTMLFormElement).addEventListener("submit", keep);
  restoreSession(name, restore);
  return keep;
}

/**
 * Without the service worker the page works the same, online.
 * @param {string} address
 */
export function registerWorker(address) {
  if (!window.isSecureContext || !navigator.serviceWorker) return;
  window.addEventListener("load", () => navigator.serviceWorker.register(address).catch(() => null));
}
