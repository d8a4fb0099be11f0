/* The sheet under the hand: pointers in, strokes into the drawing, ink on the screen. Dispatches "begin" before a stroke,
   when the sheet may still be changed, and "change" with `detail.settled` false while the pen is down, behind each
   frame's ink, and true at once when it is lifted. */

import { contextOf, create } from "./elements.js";
import { emit } from "./events.js";
import { Frames } from "./frames.js";
import { Layer } from "./layer.js";
import { lengthOf } from "./pen.js";
import { sideFor, watchPixelRatio } from "./pixel-ratio.js";

const SHORT = 0.04; // of the side: an interrupted line shorter than this was a palm or a swipe, not a stroke
const PEN_AWAY = 10_000; // ms without a pen nearby: whoever draws now has none, and no palm beside it
const SHARPEST = 2048; // px: beyond this more pixels cost frames and cannot be seen
const FINEST = 1.5; // px for each of the page's: a broad line looks the same on a phone's screen, of 2 or 3
const COPIES = 3; // of a canvas that a browser has at once: what is seen, what is shown next, what is painted

/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Point} Point */

export class Pad extends EventTarget {
  #canvas;
  #context;
  #layer;
  #drawing;
  /** @type {{ id: number, type: string } | null} the one pointer that draws */
  #pointer = null;
  #penAt = -Infinity; // ms: when a pen was last over the sheet
  #frames;
  #isChanged = false; // ink was added that nobody was told of
  /** @type {DOMRect | null} where the canvas is, for one frame: a scroll, or a word beside it, may move it in the next */
  #place = null;
  #colour = "";
  #paint = () => {
    this.#place = null;
    this.#redraw();
    if (this.#isChanged) this.#emit(false);
  };

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Drawing} drawing
   * @param {Frames} frames where the page's other parts take their turns behind the ink
   */
  constructor(canvas, drawing, frames = new Frames()) {
    super();
    this.#canvas = canvas;
    this.#context = contextOf(canvas);
    this.#layer = new Layer(create("canvas"));
    this.#drawing = drawing;
    this.#frames = frames;
    this.#listen();
  }

  /**
   * Show another drawing from now on.
   * @param {Drawing} drawing
   */
  show(drawing) {
    this.endStroke();
    this.#drawing = drawing;
    this.#penAt = -Infinity; // fingers may draw on the next sheet at once
    this.paint();
  }

  /* End the stroke under way, if there is one. */
  endStroke() {
    if (this.#pointer) this.#end();
  }

  /* Show the drawing, which was changed elsewhere: that is no news there. */
  paint() {
    this.#isChanged = false;
    this.#frames.first(this.#paint);
  }

  /* Paint the empty sheet a few times before anybody draws: the browser makes room for its copies, which would take a
     frame of the first stroke each. */
  prerender(copies = COPIES) {
    this.paint();
    if (copies > 1) requestAnimationFrame(() => this.prerender(copies - 1));
  }

  #listen() {
    const canvas = this.#canvas;
    canvas.addEventListener("pointerdown", (event) => this.#begin(event));
    canvas.addEventListener("pointermove", (event) => this.#follow(event));
    canvas.addEventListener("pointerup", (event) => this.#finish(event, true));
    canvas.addEventListener("pointercancel", (event) => this.#finish(event, false));
    canvas.addEventListener("lostpointercapture", (event) => this.#finish(event, false));
    // Long presses, pencils that write text and double taps that zoom all begin with these two.
    canvas.addEventListener("touchstart", (event) => isMagnified() || withhold(event), { passive: false });
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    window.visualViewport?.addEventListener("resize", () => {
      canvas.style.touchAction = isMagnified() ? "pinch-zoom" : "";
    });
    const resize = () => this.#resize();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", resize);
    new ResizeObserver(resize).observe(canvas);
    watchPixelRatio(resize);
  }

  /** @param {PointerEvent} event */
  #begin(event) {
    if (event.button !== 0 || this.#isPalm(event)) return;
    if (this.#pointer) this.#yieldTo(event, this.#pointer);
    if (this.#pointer) return;
    this.#noticePen(event);
    this.#pointer = { id: event.pointerId, type: event.pointerType };
    try {
      this.#canvas.setPointerCapture(event.pointerId);
    } catch {
      // The pointer is gone already, or was never real: its events still arrive here.
    }
    emit(this, "begin");
    this.#drawing.begin(event.pointerType, this.#point(event));
    this.#changed(false);
  }

  /**
   * A pen takes over from the palm that landed first; a pointer that begins twice had lost its end.
   * @param {PointerEvent} event
   * @param {{ id: number, type: string }} pointer
   */
  #yieldTo(event, pointer) {
    if (event.pointerId === pointer.id) this.#end();
    else if (event.pointerType === "pen" && pointer.type === "touch") {
      this.#pointer = null;
      this.#drawing.drop();
    }
  }

  /**
   * An empty sheet is for anybody: fingers draw again after a pen, which drops what a palm draws before it.
   * @param {PointerEvent} event
   */
  #isPalm(event) {
    return event.pointerType === "touch" && !this.#drawing.isEmpty && event.timeStamp - this.#penAt < PEN_AWAY;
  }

  /** @param {PointerEvent} event */
  #noticePen({ pointerType, timeStamp }) {
    if (pointerType === "pen") this.#penAt = timeStamp;
  }

  /** @param {PointerEvent} event */
  #follow(event) {
    this.#noticePen(event);
    if (event.pointerId !== this.#pointer?.id) return;
    if (event.pointerType === "mouse" && !event.buttons) return this.#end();
    // Only secure pages have the points between two frames.
    const points = event.getCoalescedEvents?.() ?? [];
    this.#drawing.extend((points.length ? points : [event]).map((each) => this.#point(each)));
    this.#changed(false);
  }

  /**
   * @param {PointerEvent} event
   * @param {boolean} isLifted by the hand, not interrupted by the browser
   */
  #finish(event, isLifted) {
    this.#noticePen(event);
    if (event.pointerId !== this.#pointer?.id) return;
    if (isLifted) this.#drawing.extend([this.#point(event)]);
    else if (lengthOf(this.#drawing.strokes.at(-1)?.points ?? []) < SHORT) this.#drawing.drop();
    this.#end();
  }

  #end() {
    this.#pointer = null;
    this.#drawing.end();
    this.#changed(true);
  }

  /**
   * @param {PointerEvent} event
   * @returns {Point}
   */
  #point(event) {
    // Asking where it is makes the browser lay out the page: not for every point.
    this.#place ??= this.#canvas.getBoundingClientRect();
    const { left, top, width, height } = this.#place;
    return [(event.clientX - left) / width, (event.clientY - top) / height, Math.round(event.timeStamp)];
  }

  /** @param {boolean} settled */
  #changed(settled) {
    this.#isChanged = true;
    this.#frames.first(this.#paint);
    if (settled) this.#emit(true);
  }

  /** @param {boolean} settled */
  #emit(settled) {
    this.#isChanged = false;
    emit(this, "change", { settled });
  }

  #resize() {
    this.#colour = getComputedStyle(this.#canvas).color;
    const side = sideFor(this.#canvas, { finest: FINEST, sharpest: SHARPEST });
    if (side && side !== this.#canvas.width) this.#canvas.width = this.#canvas.height = side;
    this.#redraw();
  }

  #redraw() {
    this.#layer.paint(this.#context, this.#drawing.strokes, this.#canvas.width, this.#colour);
  }
}

/**
 * Keep a touch from the browser, unless it scrolls with it already.
 * @param {TouchEvent} event
 */
function withhold(event) {
  if (event.cancelable) event.preventDefault();
}

/* Whether the visitor has zoomed in with two fingers: then two must also lead out again, though the sheet is all there
   is to touch. */
function isMagnified() {
  return (window.visualViewport?.scale ?? 1) > 1;
}
