/* Up to fifty pictures, sent one after another, each with a line of its own: an unreadable one spoils no others.
   Without this the form sends them all at once and gets a page with the same lines. */

import { fill } from "./answer.js";
import { paintSquares } from "./lesson-squares.js";
import { isRead } from "./reader.js";

const MOST = 50; // pictures in one go
const PATIENCE = 20_000; // ms until a picture is given up
const LABELLED = /^([0-9])(?![0-9])/; // a name's first digit, unless it begins a number such as a year

export class Row {
  #parts;
  #address;
  #words;
  #run = 0; // a second choice of pictures ends the first
  #painted = []; // [canvas, squares] of every answer
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #repaint = () => this.#painted.forEach((both) => paintSquares(...both));
  #submit = (event) => this.#start(event);

  /* `parts` are elements: form, block, score, rows. */
  constructor(parts, address, words) {
    this.#parts = parts;
    this.#address = address;
    this.#words = words;
  }

  on() {
    this.#parts.form.addEventListener("submit", this.#submit);
    this.#dark.addEventListener("change", this.#repaint);
  }

  off() {
    this.#parts.form.removeEventListener("submit", this.#submit);
    this.#dark.removeEventListener("change", this.#repaint);
    this.#run += 1;
  }

  async #start(event) {
    event.preventDefault();
    const files = [...this.#parts.form.querySelector("[type=file]").files];
    const run = (this.#run += 1);
    this.#parts.block.hidden = false;
    this.#parts.rows.replaceChildren();
    this.#painted = [];
    if (files.length > MOST) return this.#say(this.#words.many);
    const tally = { all: files.length, done: 0, read: 0, named: 0, notebook: 0, served: 0 };
    for (const file of files) {
      const said = await this.#ask(file);
      if (run !== this.#run) return;
      this.#add(file, said, tally);
      this.#say(fill(this.#words.reading, tally));
    }
    this.#say(fill(tally.named ? this.#words.score : this.#words.read, tally));
  }

  async #ask(file) {
    try {
      const response = await fetch(this.#address, {
        method: "POST",
        headers: { "Content-Type": file.type || "application/octet-stream", Accept: "application/json" },
        body: file,
        signal: AbortSignal.timeout?.(PATIENCE),
      });
      return whole(await response.json());
    } catch {
      return { error: { message: this.#words.lost } };
    }
  }

  #add(file, said, tally) {
    tally.done += 1;
    const line = this.#parts.rows.insertRow();
    line.append(heading(file));
    if (said.error) return refuse(line, said.error.message);
    tally.read += 1;
    const truth = LABELLED.exec(file.name)?.[1];
    tally.named += Boolean(truth);
    for (const [name, { digit, pixels }] of Object.entries({ notebook: said.notebook, served: said })) {
      const right = String(digit) === truth;
      tally[name] += right;
      const cell = line.insertCell();
      cell.classList.toggle("wrong", Boolean(truth) && !right);
      this.#painted.push([answer(cell, digit), pixels]);
      paintSquares(...this.#painted.at(-1));
    }
  }

  #say(sentence) {
    this.#parts.score.textContent = sentence;
  }
}

/* A reply that says something: both answers, or what is wrong with the picture. Throws at anything else. */
function whole(said) {
  if (said?.error?.message || (isRead(said) && isRead(said.notebook))) return said;
  throw new Error("no answer");
}

function heading(file) {
  const cell = document.createElement("th");
  const picture = document.createElement("img");
  picture.className = "drop";
  picture.alt = "";
  picture.src = URL.createObjectURL(file);
  const free = () => URL.revokeObjectURL(picture.src);
  picture.addEventListener("load", free, { once: true });
  picture.addEventListener("error", () => (free(), picture.remove()), { once: true });
  cell.append(picture, file.name);
  return cell;
}

function refuse(line, message) {
  const cell = line.insertCell();
  cell.colSpan = 2;
  cell.className = "refused";
  cell.textContent = message;
}

/* Returns the canvas for the squares. */
function answer(cell, digit) {
  const paper = document.createElement("span");
  const canvas = document.createElement("canvas");
  paper.className = "paper";
  paper.append(canvas);
  cell.append(paper, ` ${digit}`);
  return canvas;
}
