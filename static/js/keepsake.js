/* The card of a drawing, to take home: seen in a dialog, saved as a picture or as a drawing that moves, printed on A6.
   It is made here and goes nowhere but to the visitor's own files and printer. */

import { addStylesheet, contextOf, create, find, pageLanguage } from "./elements.js";
import { paintCard } from "./keepsake-card.js";
import { encode } from "./pen.js";
import { replayOf } from "./replay.js";
import { isReading, isWhole } from "./reply.js";
import { post } from "./request.js";
import { setLabel } from "./say.js";
import { fill, readWords } from "./words.js";

const CARD = { width: 1200, height: 630 }; // px: what messages and posts show whole
const PAPER = { width: 1748, height: 1240 }; // px: A6 lying, 300 to the inch
const LAST_ROW = 1796; // of the data set

/** @typedef {import("./keepsake-card.js").Card} Card */
/** @typedef {Pick<import("./reader.js").Question, "type" | "body">} Message */
/** @typedef {{ drawing: import("./drawing.js").Drawing, message: Message }} Sheet */
/** @typedef {Sheet & { answer: import("./reply.js").Answer, sentence: string }} Offered */

export class Keepsake {
  #dialog = find("keepsake", HTMLDialogElement);
  #card = find("card", HTMLCanvasElement);
  #paper = find("paper", HTMLCanvasElement);
  #moving = find("moving", HTMLImageElement);
  #saveMoving = find("save-moving", HTMLButtonElement);
  #words = readWords("keepsake-words");
  #others = readWords().others;
  #replay = "";

  constructor() {
    find("close-card", HTMLButtonElement).addEventListener("click", () => this.#dialog.close());
    find("save-card", HTMLButtonElement).addEventListener("click", () => this.#savePicture());
    find("print-card", HTMLButtonElement).addEventListener("click", () => window.print());
    this.#saveMoving.addEventListener("click", () => this.#save(this.#replayBlob(), this.#words.moving));
    this.#dialog.addEventListener("close", () => URL.revokeObjectURL(this.#moving.src));
  }

  /**
   * Make the card and show it. Rejects where its twin cannot be had.
   * @param {Offered} offered
   */
  async open({ drawing, message, answer, sentence }) {
    const { style, twin: address = "" } = this.#dialog.dataset;
    const { squares, strokes } = drawing; // the card is of this, whatever is drawn meanwhile
    const twin = await fetchTwin(address, message);
    delete this.#dialog.dataset.style;
    if (style) await addStylesheet(style);
    const date = new Intl.DateTimeFormat(pageLanguage(), { dateStyle: "long" }).format(new Date());
    const twinLine = fill(this.#words.twin, { digit: this.#others[twin.digit], number: twin.row + 1 });
    const captions = [this.#words.yours, this.#words.seen, twinLine];
    const facts = { sentence, captions, date, code: twin.code };
    this.#paint({ drawing: { squares, strokes }, seen: answer.pixels, twin: twin.pixels, ...facts });
    setLabel(this.#card, fill(this.#words.card, { sentence, twin: twinLine }));
    this.#replay = squares ? "" : replayOf(strokes, sentence);
    this.#moving.hidden = this.#saveMoving.hidden = !this.#replay;
    this.#moving.src = this.#replay && URL.createObjectURL(this.#replayBlob());
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  /** @param {Card} card */
  #paint(card) {
    for (const [canvas, size] of /** @type {const} */ ([
      [this.#card, CARD],
      [this.#paper, PAPER],
    ])) {
      Object.assign(canvas, size);
      paintCard(contextOf(canvas), size, card);
    }
  }

  async #savePicture() {
    const picture = await encode(this.#card, "image/png");
    if (picture) this.#save(picture, this.#words.picture);
  }

  #replayBlob() {
    return new Blob([this.#replay], { type: "image/svg+xml" });
  }

  /**
   * @param {Blob} file
   * @param {string} name
   */
  #save(file, name) {
    const address = URL.createObjectURL(file);
    create("a", { href: address, download: name }).click();
    URL.revokeObjectURL(address);
  }
}

/**
 * Resolve to the digit of the data set that a drawing is most like, and the code that leads here. Rejects where the
 * server does not say.
 * @param {string} address
 * @param {Message} message
 * @returns {Promise<import("./reply.js").Reading & { row: number, code: string[] }>}
 */
async function fetchTwin(address, { type, body }) {
  const { status, reply } = await post(address, { type, body: await body() });
  if (status !== 200 || !isReading(reply)) throw new Error("no twin");
  const { row, code } = /** @type {{ row?: unknown, code?: unknown }} */ (reply);
  if (typeof row !== "number" || !isWhole(row, LAST_ROW)) throw new Error("no twin");
  return { ...reply, row, code: isCode(code) ? code : [] };
}

/**
 * @param {unknown} code
 * @returns {code is string[]}
 */
function isCode(code) {
  return Array.isArray(code) && code.every((row) => typeof row === "string" && row.length === code.length);
}
