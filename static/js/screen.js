/* What a page has to heed of its screen, which paints frames and may be swapped for a sharper one, and of its keyboard,
   whose focus must not get lost. */

const SOON = 300; // ms

/* Do this when the page is shown and has nothing else to do; Safari does not say when that is. */
export function whenIdle(job) {
  if (window.requestIdleCallback) requestIdleCallback(job);
  else setTimeout(job, SOON);
}

/* Enable or disable buttons, [button, may, heir] each: one that can do no more hands the focus on to its heir. */
export function allow(buttons) {
  for (const [button, may] of buttons) if (may) button.disabled = false;
  for (const [button, may, heir] of buttons) {
    if (may || button.disabled) continue;
    const held = button.matches(":focus-visible"); // whoever clicks does not miss it
    button.disabled = true;
    if (held) heir.focus();
  }
}

/* Shares out the frames. In each the ink comes first and one other thing at most behind it, so that whatever else has
   to be shown, ink is late for none of it. */
export class Frames {
  #ink = null;
  #others = [];
  #asked = false;

  /* Do this first in the next frame; of several only the newest, and nothing for null. */
  first(job) {
    this.#ink = job;
    this.#ask();
  }

  /* Do this behind the ink of a frame soon, in its turn. */
  then(job) {
    this.#others.push(job);
    this.#ask();
  }

  /* Nothing that waits for its turn is wanted any more. */
  forget() {
    this.#others = [];
  }

  #ask() {
    if (!this.#asked) requestAnimationFrame(() => this.#paint());
    this.#asked = true;
  }

  #paint() {
    const ink = this.#ink;
    this.#ink = null;
    this.#asked = false;
    if (this.#others.length > 1) this.#ask(); // their turn comes, whatever becomes of this one
    ink?.();
    this.#others.shift()?.();
  }
}

/* Tells when the page has come to a screen of another sharpness: nothing in it need change its size in CSS px then. */
export class Sharpness {
  #told;
  #query = null;
  #change = () => {
    this.off();
    this.on();
    this.#told();
  };

  constructor(told) {
    this.#told = told;
  }

  on() {
    // A query knows one sharpness only: each change needs the next.
    this.#query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#query.addEventListener("change", this.#change);
  }

  off() {
    this.#query.removeEventListener("change", this.#change);
  }
}
