/* What the map's own page does: the whole map, and a small sheet beside it. */

import { Drawing } from "./drawing.js";
import { create, find, toggleFullScreen } from "./elements.js";
import { listen } from "./events.js";
import { enableButtons } from "./focus.js";
import { openMap } from "./map.js";
import { Pad } from "./pad.js";
import { connectShortcuts, keepDrawing, markSheet, messageOf, reportFailures, showNotice } from "./page.js";
import { Raster } from "./pen.js";
import { Reader } from "./reader.js";
import { isSwitchedOn } from "./switch.js";
import { readWords } from "./words.js";

/** @typedef {import("./map.js").DigitMap} DigitMap */
/** @typedef {import("./shortcuts.js").Step} Step */

export class MapRoom {
  #page = find("room", HTMLElement);
  #sheet = find("sheet", HTMLElement);
  #undo = find("undo", HTMLButtonElement);
  #clear = find("clear", HTMLButtonElement);
  #drawing = new Drawing();
  #raster = new Raster(create("canvas"));
  #pad = new Pad(find("pad", HTMLCanvasElement), this.#drawing);
  #reader = new Reader(this.#page.dataset.predict ?? "");
  /** @type {DigitMap | null} */
  #map = null;

  /* What was drawn on the pad lies on the sheet, and can be drawn on. */
  constructor() {
    this.#listen();
    keepDrawing(this.#drawing);
    this.#page.toggleAttribute("data-left", isSwitchedOn("left-handed"));
    this.#refresh();
  }

  /* The whole page is for the map: it comes at once. Rejects where it cannot be had. */
  async fetchMap() {
    this.#map = await openMap();
    this.#request(!this.#drawing.isLive);
  }

  #listen() {
    listen(this.#pad, "change", ({ settled }) => this.#request(settled));
    listen(this.#reader, "answer", ({ answer, settled }) => {
      this.#map?.show(answer);
      if (settled && !this.#drawing.isLive) this.#map?.say(answer);
    });
    listen(this.#reader, "blank", () => this.#map?.clear());
    reportFailures(this.#reader, readWords(), showNotice);
    connectShortcuts((step) => this.#apply(step));
    this.#undo.addEventListener("click", () => this.#apply("undo"));
    this.#clear.addEventListener("click", () => this.#apply("clear"));
    find("full", HTMLButtonElement).addEventListener("click", toggleFullScreen);
  }

  /** @param {boolean} settled */
  #request(settled) {
    const drawing = this.#drawing;
    enableButtons([
      [this.#undo, drawing.canUndo, this.#clear],
      [this.#clear, !drawing.isEmpty, this.#undo],
    ]);
    markSheet(this.#sheet, drawing);
    if (drawing.isBlank) this.#showNothing();
    else this.#reader.request({ settled, explain: "map", ...messageOf(drawing, this.#raster) });
  }

  #showNothing() {
    this.#reader.cancel();
    this.#map?.clear();
  }

  /** @param {Step} step */
  #apply(step) {
    this.#drawing[step]();
    this.#refresh();
  }

  #refresh() {
    this.#pad.paint();
    this.#request(!this.#drawing.isLive);
  }
}
