/* What was learnt: the album, the facts, the map, the example that matters most, the mistake, the learning curve.
   Dispatches "forget" ({ index }), and "give" ({ more, done }) when the machine is to be given more digits. */

import { create, find } from "./elements.js";
import { emit, listen } from "./events.js";
import { say } from "./say.js";
import { INK, paintCanvas } from "./small-squares.js";
import { Album } from "./teach-album.js";
import { Curve, STEPS } from "./teach-curve.js";
import { squaresOf } from "./teach-lesson.js";
import { PlaneMap } from "./teach-map.js";
import { fill } from "./words.js";

/** @typedef {import("./teach-lesson.js").Lesson} Lesson */
/** @typedef {{ example: number, guess: string, nearest: number }} Mistake */
/** @typedef {{ right: number, mistakes: Mistake[], weightiest: number, map: import("./teach-map.js").Plane }} Learnt */
/** @typedef {{ examples: number, signs: string[], support: number[], learnt: Learnt }} Reply */

export class LearntView extends EventTarget {
  #facts = find("facts", HTMLElement);
  #guesses = find("guesses", HTMLElement);
  #figure = find("plane", HTMLElement);
  #weightiest = find("weightiest", HTMLElement);
  #mistake = find("mistake", HTMLElement);
  #against = find("against", HTMLElement);
  #give = find("give", HTMLButtonElement);
  #map = new PlaneMap(find("map", HTMLCanvasElement));
  #words;
  #album;
  #curve;
  #run = 0; // a lesson that changes ends the curve that is being drawn

  /**
   * @param {any} words
   * @param {string} language
   */
  constructor(words, language) {
    super();
    this.#words = words;
    this.#album = new Album(find("album", HTMLElement), words);
    this.#curve = new Curve(find("curve", HTMLElement), find("curve-said", HTMLElement), words, language);
    listen(this.#album, "forget", ({ index }) => emit(this, "forget", { index }));
    this.#give.addEventListener("click", () => this.#drawCurve());
  }

  /**
   * Show the examples, before anybody has learnt from them.
   * @param {Lesson} lesson
   */
  showExamples(lesson) {
    this.#album.show(lesson, null);
    this.#run += 1;
    this.#curve.clear();
    this.#give.disabled = false;
    if (!lesson.examples.length) say(this.#facts, this.#words.empty);
  }

  /* There is nothing to tell apart yet. */
  clear() {
    say(this.#guesses, "");
    this.#figure.hidden = this.#against.hidden = true;
  }

  /**
   * @param {Reply} reply
   * @param {Lesson} lesson
   */
  show({ examples: all, signs, support, learnt }, lesson) {
    const { right, mistakes, weightiest, map } = learnt;
    const held = new Set(support);
    say(this.#facts, fill(this.#words.facts, { examples: all, signs: signs.length, support: held.size }));
    say(this.#guesses, fill(this.#words.guesses, { right, all }));
    say(this.#weightiest, fill(this.#words.weightiest, { number: weightiest + 1 }));
    this.#album.show(lesson, { support: held, weightiest, mistaken: new Set(mistakes.map((one) => one.example)) });
    this.#showMistake(mistakes[0], lesson);
    this.#figure.hidden = this.#against.hidden = false;
    this.#map.show({ plane: map, names: signs, examples: lesson.examples, support: held, weightiest });
  }

  /**
   * Show on the map where the drawing on the sheet lies.
   * @param {import("./teach-map.js").Read | null} drawing
   */
  showDrawing(drawing) {
    this.#map.showDrawing(drawing);
  }

  /**
   * @param {Mistake | undefined} mistake
   * @param {Lesson} lesson
   */
  #showMistake(mistake, { examples }) {
    if (!mistake) return this.#mistake.replaceChildren(create("p", { textContent: this.#words.flawless }));
    const { example, guess, nearest } = mistake;
    const facts = { number: example + 1, sign: examples[example].sign, guess, nearest: nearest + 1 };
    const pictures = [example, nearest].map((index) => {
      const label = fill(this.#words.drawing, { number: index + 1 });
      const canvas = create("canvas", {}, { role: "img", "aria-label": label });
      paintCanvas(canvas, squaresOf(examples[index].row), INK);
      return canvas;
    });
    this.#mistake.replaceChildren(...pictures, create("p", { textContent: fill(this.#words.mistake, facts) }));
  }

  /* One step after another: each column stands before the next exam begins. */
  async #drawCurve() {
    this.#run += 1;
    const run = this.#run;
    this.#curve.clear();
    this.#give.disabled = true;
    for (const more of STEPS) {
      const answer = await new Promise((done) => emit(this, "give", { more, done }));
      if (run !== this.#run) return;
      if (answer?.status === 200) this.#curve.add(more, answer.reply.exam);
    }
    this.#give.disabled = false;
  }
}
