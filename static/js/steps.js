/* How the machine sees it: the reader's own pictures on the way from ink to squares, drawn one after another. */

import { Sharpness } from "./screen.js";

const STAGGER = 240; // ms between one picture's start and the next
const LASTS = 520; // ms one picture takes
const CELLS = 8; // blocks along a side of the last picture
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/; // in groups of four letters, three bytes each

export class Steps {
  #element;
  #canvases;
  #still = matchMedia("(prefers-reduced-motion: reduce)");
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #steps = [];
  #frame = 0;
  #sides = new Map(); // of each canvas on the page, in CSS px: asking for it would make the browser lay out the page
  #seal = "";
  #ink = "";
  #watch = new ResizeObserver((entries) => this.#resize(entries));
  #sharpness = new Sharpness(() => this.#finish());
  #redraw = () => {
    this.#mix();
    this.#tint();
    this.#finish();
  };

  constructor(element) {
    this.#element = element;
    this.#canvases = [...element.querySelectorAll("canvas")];
  }

  on() {
    this.#mix();
    this.#dark.addEventListener("change", this.#redraw);
    this.#canvases.forEach((canvas) => this.#watch.observe(canvas));
    this.#sharpness.on();
  }

  off() {
    this.#dark.removeEventListener("change", this.#redraw);
    this.#watch.disconnect();
    this.#sharpness.off();
    cancelAnimationFrame(this.#frame);
  }

  /* Show the pictures of a settled drawing. */
  show(steps) {
    this.#steps = (Array.isArray(steps) ? steps : []).filter(isPicture);
    this.#tint();
    this.#element.dataset.state = "shown";
    if (this.#still.matches) this.#finish();
    else this.#play(performance.now());
  }

  /* There are none: nothing is drawn, or the squares were set by hand. */
  clear(state = "empty") {
    this.#steps = [];
    this.#element.dataset.state = state;
    this.#finish();
  }

  /* The next stroke needs the frames: what is still being drawn is done at once. */
  hurry() {
    if (this.#frame) this.#finish();
  }

  #resize(entries) {
    for (const { target, contentRect } of entries) this.#sides.set(target, contentRect.width);
    this.#finish();
  }

  /* Asking for a colour makes the browser lay out the page: once for each theme, not for each answer. */
  #mix() {
    const style = getComputedStyle(this.#element);
    [this.#seal, this.#ink] = ["--seal", "--ink"].map((token) => style.getPropertyValue(token));
  }

  #tint() {
    this.#steps = this.#steps.map((step) => ({ ...step, picture: tinted(step, this.#canvases[0].cloneNode(), this.#ink) }));
  }

  #play(start) {
    cancelAnimationFrame(this.#frame);
    const tick = (now) => {
      const age = Math.max(0, now - start);
      this.#draw((index) => ease((age - index * STAGGER) / LASTS));
      this.#frame = age < LASTS + STAGGER * this.#steps.length ? requestAnimationFrame(tick) : 0;
    };
    this.#frame = requestAnimationFrame(tick);
  }

  #finish() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#draw(() => 1);
  }

  #draw(progress) {
    this.#canvases.forEach((canvas) => {
      const index = this.#steps.findIndex((step) => step.name === canvas.dataset.step);
      const easel = fit(canvas, this.#sides.get(canvas) ?? 0);
      if (index >= 0) DRAW[canvas.dataset.step](easel, this.#steps[index], progress(index), this.#seal);
    });
  }
}

/* Whether a step has a whole picture, and what it takes to draw it: a reply may have been cut or made up. */
export function isPicture(step) {
  const { width, height, grey, box = [], shear = 0 } = step ?? {};
  if (![width, height].every((side) => Number.isInteger(side) && side > 0)) return false;
  if (!Array.isArray(box) || ![...box, shear].every(Number.isFinite)) return false;
  if (step.name === "ink" && box.length !== 4) return false;
  return typeof grey === "string" && grey.length === 4 * Math.ceil((width * height) / 3) && BASE64.test(grey);
}

/* Each picture has its own way to appear; `t` goes from 0 to 1. */
const DRAW = {
  ink(easel, step, t, seal) {
    const { context, frame } = place(easel, step, 1);
    stamp(context, step, frame, 1);
    const [left, top, right, bottom] = step.box.map((edge) => edge * frame.scale);
    const round = 2 * (right - left + bottom - top);
    context.strokeStyle = seal;
    context.lineWidth = Math.max(1.5, easel.side / 80);
    context.setLineDash([round * t, round]);
    context.strokeRect(frame.x + left, frame.y + top, right - left, bottom - top);
    context.setLineDash([]);
  },

  straight(easel, step, t) {
    const { context, frame } = place(easel, step, 0.86);
    const slant = -step.shear * (1 - t);
    context.save();
    context.translate(easel.side / 2, easel.side / 2);
    context.transform(1, 0, slant, 1, 0, 0);
    context.translate(-easel.side / 2, -easel.side / 2);
    stamp(context, step, frame, 0.25 + 0.75 * t);
    context.restore();
  },

  bitmap(easel, step, t, seal) {
    const { context, frame } = place(easel, step, 1);
    context.save();
    context.beginPath();
    context.rect(0, 0, easel.side, easel.side * t);
    context.clip();
    stamp(context, step, frame, 1);
    context.restore();
    context.strokeStyle = seal;
    context.globalAlpha = 0.45 * t;
    context.lineWidth = 1;
    context.beginPath();
    for (let i = 1; i < CELLS; i++) {
      const at = Math.round((i * easel.side) / CELLS) + 0.5;
      context.moveTo(at, 0);
      context.lineTo(at, easel.side);
      context.moveTo(0, at);
      context.lineTo(easel.side, at);
    }
    context.stroke();
    context.globalAlpha = 1;
  },
};

function fit(canvas, width) {
  const side = Math.round(width * devicePixelRatio);
  if (canvas.width !== side) canvas.width = canvas.height = side;
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, side, side);
  return { context, side };
}

function place({ context, side }, { width, height }, share) {
  const scale = (side * share) / Math.max(width, height);
  return { context, frame: { x: (side - width * scale) / 2, y: (side - height * scale) / 2, scale } };
}

/* Paint a picture with its points kept square. */
function stamp(context, { picture, width, height }, { x, y, scale }, alpha) {
  context.imageSmoothingEnabled = false;
  context.globalAlpha = alpha;
  context.drawImage(picture, x, y, width * scale, height * scale);
  context.globalAlpha = 1;
}

/* Return a canvas that holds a step's ink in one colour on nothing. */
function tinted({ width, height, grey }, spare, colour) {
  const ink = Uint8Array.from(atob(grey), (letter) => letter.charCodeAt(0));
  const data = new ImageData(width, height);
  ink.forEach((value, index) => (data.data[4 * index + 3] = value));
  Object.assign(spare, { width, height });
  const context = spare.getContext("2d");
  context.putImageData(data, 0, 0);
  context.globalCompositeOperation = "source-in";
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return spare;
}

function ease(t) {
  const clamped = Math.min(1, Math.max(0, t));
  return 1 - (1 - clamped) ** 3;
}
