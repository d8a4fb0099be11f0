/* Up to fifty pictures, sent one after another, each with a line of its own: an unreadable one spoils no others.
   Without this the form sends them all at once and gets a page with the same lines. */

import { create, select } from "./elements.js";
import { isReading } from "./reply.js";
import { post } from "./request.js";
import { say } from "./say.js";
import { shrink } from "./shrink.js";
import { paintCanvas } from "./small-squares.js";
import { fill } from "./words.js";

const MOST = 50; // pictures in one go
const TIMEOUT = 20_000; // ms until a picture is given up
const LABELLED = /^([0-9])(?![0-9])/; // a name's first digit, unless it begins a number such as a year

/** @typedef {import("./reply.js").Reading} Reading */
/** @typedef {import("./squares.js").Squares} Squares */
/** @typedef {{ notebook: Reading, served: Reading } | { refusal: string }} Result */
/** @typedef {{ all: number, done: number, read: number, named: number, notebook: number, served: number }} Tally */
/** @typedef {Record<"many" | "reading" | "read" | "score" | "lost", string>} Words */

/**
 * @typedef {object} Parts
 * @property {HTMLFormElement} form
 * @property {HTMLElement} block
 * @property {HTMLElement} score
 * @property {HTMLTableSectionElement} rows
 */

export class PictureRows {
  #parts;
  #address;
  #words;
  #run = 0; // a second choice of pictures ends the first
  /** @type {[canvas: HTMLCanvasElement, squares: Squares][]} of every answer */
  #painted = [];

  /**
   * @param {Parts} parts
   * @param {string} address
   * @param {Words} words
   */
  constructor(parts, address, words) {
    this.#parts = parts;
    this.#address = address;
    this.#words = words;
    parts.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#readAll([...(select("[type=file]", HTMLInputElement, parts.form).files ?? [])]);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      for (const both of this.#painted) paintCanvas(...both);
    });
  }

  /** @param {File[]} files */
  async #readAll(files) {
    this.#run += 1;
    const run = this.#run;
    this.#parts.block.hidden = false;
    this.#parts.rows.replaceChildren();
    this.#painted = [];
    if (files.length > MOST) return this.#write(this.#words.many);
    const tally = { all: files.length, done: 0, read: 0, named: 0, notebook: 0, served: 0 };
    for (const file of files) {
      const result = await this.#request(file);
      if (run !== this.#run) return;
      this.#add(file, result, tally);
      this.#write(fill(this.#words.reading, tally));
    }
    this.#write(fill(tally.named ? this.#words.score : this.#words.read, tally));
  }

  /**
   * @param {File} file
   * @returns {Promise<Result>}
   */
  async #request(file) {
    try {
      const body = await shrink(file, Number(this.#parts.form.dataset.maxBody));
      const type = body.type || "application/octet-stream";
      const { reply } = await post(this.#address, { body, type, signal: AbortSignal.timeout?.(TIMEOUT) });
      return resultOf(reply);
    } catch {
      return { refusal: this.#words.lost };
    }
  }

  /**
   * @param {File} file
   * @param {Result} result
   * @param {Tally} tally
   */
  #add(file, result, tally) {
    tally.done += 1;
    const line = this.#parts.rows.insertRow();
    line.append(createHeading(file));
    if ("refusal" in result) return addRefusal(line, result.refusal);
    const label = LABELLED.exec(file.name)?.[1];
    tally.read += 1;
    tally.named += Number(label !== undefined);
    for (const name of /** @type {const} */ (["notebook", "served"])) {
      const isRight = String(result[name].digit) === label;
      tally[name] += Number(isRight);
      this.#addAnswer(line.insertCell(), result[name], label !== undefined && !isRight);
    }
  }

  /**
   * @param {HTMLTableCellElement} cell
   * @param {Reading} reading
   * @param {boolean} isWrong
   */
  #addAnswer(cell, { digit, pixels }, isWrong) {
    const paper = create("span", { className: "paper" });
    const canvas = create("canvas");
    paper.append(canvas);
    cell.classList.toggle("wrong", isWrong);
    cell.append(paper, ` ${digit}`);
    this.#painted.push([canvas, pixels]);
    paintCanvas(canvas, pixels);
  }

  /** @param {string} sentence */
  #write(sentence) {
    say(this.#parts.score, sentence);
  }
}

/**
 * Return what a reply says: both answers, or what is wrong with the picture. Throws at anything else.
 * @param {any} reply
 * @returns {Result}
 */
function resultOf(reply) {
  if (reply?.error?.message) return { refusal: reply.error.message };
  const notebook = reply?.notebook;
  if (isReading(notebook) && isReading(reply)) return { notebook, served: reply };
  throw new Error("no answer");
}

/** @param {File} file */
function createHeading(file) {
  const cell = create("th");
  const picture = create("img", { className: "drop", alt: "", src: URL.createObjectURL(file) });
  const free = () => URL.revokeObjectURL(picture.src);
  picture.addEventListener("load", free, { once: true });
  picture.addEventListener("error", free, { once: true });
  picture.addEventListener("error", () => picture.remove(), { once: true });
  cell.append(picture, file.name);
  return cell;
}

/**
 * @param {HTMLTableRowElement} line
 * @param {string} message
 */
function addRefusal(line, message) {
  const cell = line.insertCell();
  cell.colSpan = 2;
  cell.className = "refused";
  say(cell, message);
}
