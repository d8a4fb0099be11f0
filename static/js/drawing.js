/* What the visitor has made, and the way back: strokes on the sheet, or squares set by hand. Strokes are the truth;
   every picture of them is a view. Points are [x, y, t], x and y in 0..1 of the sheet, t in milliseconds. */

const STEPS_KEPT = 200; // undo steps: more than anybody takes, few enough for a day without a reload
const GRAIN = 8192; // places along a side: a quarter of a pixel on a 4-K wall, and the same on every screen
const NOTHING = Object.freeze({ strokes: Object.freeze([]), squares: null });

export class Drawing {
  #past = [];
  #now = NOTHING;
  #future = [];
  #live = null;

  /* All strokes, the one under the pen last. */
  get strokes() {
    return this.#live ? [...this.#now.strokes, this.#live] : this.#now.strokes;
  }

  /* 8 rows of 8 numbers 0..16 when the squares were set by hand, else null: then the strokes count. */
  get squares() {
    return this.#live ? null : this.#now.squares;
  }

  get isEmpty() {
    return !this.strokes.length && !this.squares;
  }

  get isLive() {
    return this.#live !== null;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  begin(pointerType, point) {
    this.#live = { pointerType, points: [settled(point)] };
  }

  extend(points) {
    if (!this.#live) return;
    const line = this.#live.points;
    for (const point of points.map(settled)) {
      const [x, y] = line.at(-1);
      if (point[0] !== x || point[1] !== y) line.push(point);
    }
  }

  end() {
    if (!this.#live) return;
    const strokes = [...this.#now.strokes, this.#live];
    this.#live = null;
    this.#step({ strokes, squares: null });
  }

  drop() {
    this.#live = null;
  }

  /* Set the squares by hand. With `amend` the change belongs to the step before it: one drag, one undo. */
  setSquares(squares, amend = false) {
    const next = { strokes: this.#now.strokes, squares };
    if (amend && this.#now.squares) this.#now = next;
    else this.#step(next);
  }

  clear() {
    this.drop();
    if (!this.isEmpty) this.#step(NOTHING);
  }

  undo() {
    if (this.#live) return this.drop();
    if (!this.canUndo) return;
    this.#future.push(this.#now);
    this.#now = this.#past.pop();
  }

  redo() {
    if (this.#live || !this.canRedo) return;
    this.#past.push(this.#now);
    this.#now = this.#future.pop();
  }

  /* What survives a change of page, and back. */
  save() {
    return JSON.stringify({ strokes: this.strokes, squares: this.squares });
  }

  restore(text) {
    const { strokes, squares } = JSON.parse(text);
    if (strokes.length) this.#step({ strokes, squares: null });
    if (squares) this.#step({ strokes, squares });
  }

  #step(next) {
    this.#past = [...this.#past, this.#now].slice(-STEPS_KEPT);
    this.#now = next;
    this.#future = [];
  }
}

function settled([x, y, t]) {
  return [Math.round(x * GRAIN) / GRAIN, Math.round(y * GRAIN) / GRAIN, t];
}

/* A change of language loads the page anew. What was drawn waits for it in this tab, by a name, and comes along. A page
   that is shown again as it was left still has it. */
export function leave(name, text) {
  try {
    sessionStorage.setItem(name, text);
    window.addEventListener("pageshow", () => sessionStorage.removeItem(name), { once: true });
  } catch {
    // The browser lets nothing wait: the page is as good without it, but empty.
  }
}

export function collect(name, restore) {
  try {
    restore(sessionStorage.getItem(name));
    sessionStorage.removeItem(name);
  } catch {
    // Nothing waits there, or the browser lets nothing wait.
  }
}

/* Take the step that a key asks for, if it asks for one. */
export function stepBy(event, travel) {
  const step = stepOf(event);
  if (!step) return;
  event.preventDefault();
  travel(step);
}

/* The step that a key asks for: "undo", "redo", "clear" or undefined. CapsLock makes capitals, so Shift is asked itself. */
export function stepOf({ key = "", ctrlKey, metaKey, altKey, shiftKey }) {
  if (altKey) return undefined;
  if (!ctrlKey && !metaKey) return ["Delete", "Backspace"].includes(key) ? "clear" : undefined;
  return { z: shiftKey ? "redo" : "undo", y: "redo" }[key.toLowerCase()];
}
