/* The sheet of a stand, with the answer beside it: the pad's parts tied together for one visitor after another.
   Dispatches "answer" ({ answer, settled }) behind what it shows of it. */

import { AnswerView } from "./answer.js";
import { Drawing } from "./drawing.js";
import { EarlierSheets } from "./earlier-sheets.js";
import { create, find, pageLanguage } from "./elements.js";
import { emit, listen } from "./events.js";
import { enableButtons } from "./focus.js";
import { Frames } from "./frames.js";
import { FreshSheet } from "./fresh-sheet.js";
import { Pad } from "./pad.js";
import { connectShortcuts, markSheet, messageOf, reportFailures, showNotice } from "./page.js";
import { Raster } from "./pen.js";
import { Reader } from "./reader.js";
import { isDoubtful, signOf } from "./sentences.js";
import { INK, paintCanvas } from "./small-squares.js";
import { EMPTY } from "./squares.js";

/** @typedef {import("./shortcuts.js").Step} Step */

export class StandSheet extends EventTarget {
  drawing = new Drawing();
  reader;
  #words;
  #sheet = find("sheet", HTMLElement);
  #voice = find("voice", HTMLElement);
  #glimpse = find("glimpse", HTMLCanvasElement);
  #undo = find("undo", HTMLButtonElement);
  #redo = find("redo", HTMLButtonElement);
  #clear = find("clear", HTMLButtonElement);
  #raster = new Raster(create("canvas"));
  #frames = new Frames();
  #pad = new Pad(find("pad", HTMLCanvasElement), this.drawing, this.#frames);
  #answer;
  #found;
  #earlier;
  #freshSheet;
  #isVisitors = true;
  /** @type {import("./sentences.js").Sign | null} the sign that the settled answer names */
  #sign = null;
  /** @type {string} what was read in the drawing, as a sentence names it */
  #name;

  /**
   * @param {string} address where drawings are read
   * @param {number} fresh ms from an answer, after which a stroke begins a fresh sheet
   * @param {any} words the page's
   * @param {import("./found-signs.js").FoundSigns | null} found where the page shows which signs were found
   */
  constructor(address, fresh, words, found = null) {
    super();
    const [answer, digit, sentence, sure, bars] = ["answer", "digit", "words", "sure", "bars"].map((name) =>
      find(name, HTMLElement),
    );
    const parts = { answer, digit, sign: find("sign", HTMLCanvasElement), words: sentence, sure, bars };
    this.#words = words;
    this.#name = words.unread;
    this.reader = new Reader(address);
    this.#answer = new AnswerView({ ...parts, voice: this.#voice }, words, pageLanguage());
    this.#found = found;
    this.#earlier = new EarlierSheets(find("earlier", HTMLElement), words);
    this.#freshSheet = new FreshSheet(fresh);
    this.#listen();
  }

  /* The ink was changed by something else than the pad. */
  change(settled = true) {
    this.#pad.paint();
    this.#request(settled);
  }

  /**
   * Begin with an empty sheet, for fingers and pens alike, and with nothing to undo.
   * @param {boolean} isVisitors whether a visitor draws next, whose answers are spoken and whose steps can be undone
   */
  wipe(isVisitors) {
    this.#isVisitors = isVisitors;
    this.#voice.setAttribute("aria-live", isVisitors ? "polite" : "off");
    this.#pad.endStroke();
    this.drawing.reset();
    this.#pad.show(this.drawing);
    this.#request();
  }

  /* Return what is sent to have the drawing read. */
  message() {
    return messageOf(this.drawing, this.#raster);
  }

  /* Forget whoever was there. */
  forget() {
    this.#earlier.clear();
    this.#found?.clear();
    showNotice("");
  }

  #listen() {
    listen(this.#pad, "begin", () => {
      if (this.#freshSheet.isDue(performance.now())) this.#putAway(() => this.drawing.clear());
    });
    listen(this.#pad, "change", ({ settled }) => this.#request(settled));
    listen(this.#earlier, "open", ({ state }) => this.#reopen(state));
    listen(this.reader, "answer", (received) => this.#receive(received));
    listen(this.reader, "blank", () => this.#empty());
    reportFailures(this.reader, this.#words);
    connectShortcuts(
      (step) => this.#apply(step),
      () => this.#isVisitors,
    );
    this.#undo.addEventListener("click", () => this.#apply("undo"));
    this.#redo.addEventListener("click", () => this.#apply("redo"));
    this.#clear.addEventListener("click", () => this.#apply("clear"));
    this.#voice.addEventListener("spoken", () => {
      if (this.#sign && this.#isVisitors) this.#found?.add(this.#sign);
    });
  }

  /* Have the drawing read, or say that there is none. */
  #request(settled = true) {
    this.#updateTools();
    this.#answer.unsettle();
    this.#freshSheet.unsettle();
    this.#name = this.#words.unread;
    if (settled) this.#frames.dropQueue();
    if (!this.drawing.isBlank) return this.reader.request({ settled, ...this.message() });
    this.reader.cancel();
    this.#empty();
  }

  #empty() {
    this.#frames.dropQueue();
    this.#answer.empty();
    paintCanvas(this.#glimpse, EMPTY, INK);
  }

  /** @param {{ answer: import("./reply.js").Answer, settled: boolean }} received */
  #receive({ answer, settled: requested }) {
    const settled = requested && !this.drawing.isLive; // the next stroke may have begun since
    this.#frames.dropQueue();
    if (settled) this.#settle(answer);
    else this.#frames.enqueue(() => this.#answer.show(answer, false));
    this.#frames.enqueue(() => paintCanvas(this.#glimpse, answer.pixels, INK));
    emit(this, "answer", { answer, settled });
  }

  /** @param {import("./reply.js").Answer} answer */
  #settle(answer) {
    this.#answer.show(answer, true);
    this.#sign = signOf(answer);
    this.#name = this.#sign?.title ?? this.#words.others[answer.digit];
    this.#freshSheet.settle(performance.now(), isDoubtful(answer));
  }

  /* The buttons and the sheet follow the drawing; the pen that writes by itself has no steps to undo. */
  #updateTools() {
    const { canUndo, canRedo, isEmpty, state } = this.drawing;
    enableButtons([
      [this.#undo, this.#isVisitors && canUndo, this.#redo],
      [this.#redo, this.#isVisitors && canRedo, this.#undo],
      [this.#clear, this.#isVisitors && !isEmpty, this.#undo],
    ]);
    markSheet(this.#sheet, this.drawing);
    this.#earlier.remove(state);
  }

  /** @param {Step} step */
  #apply(step) {
    if (step === "undo") this.drawing.undo();
    else this.#putAway(() => this.drawing[step]());
    this.change(!this.drawing.isLive);
  }

  /** @param {import("./drawing.js").State} state */
  #reopen(state) {
    this.#earlier.remove(state); // its place is free for the one that it takes turns with
    this.#putAway(() => this.drawing.reopen(state));
    this.change();
    this.#undo.focus();
  }

  /**
   * Keep what lies on the sheet among the earlier ones.
   * @param {() => void} act what leaves another drawing on the sheet, or none
   */
  #putAway(act) {
    const { state } = this.drawing;
    const [isKept, name] = [!this.drawing.isBlank, this.#name];
    act();
    if (isKept && this.drawing.isWithout(state)) this.#earlier.add({ state, name });
  }
}
