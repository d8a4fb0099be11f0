/* The sheet under the hand: pointers in, strokes into the drawing, ink on the screen. Dispatches "change" with
   `detail.settled` false while the pen is down, behind each frame's ink, and true at once when it is lifted. */

import { Layer, lengthOf } from "./pen.js";
import { Frames, Sharpness } from "./screen.js";

const SHORT = 0.04; // of the side: an interrupted line shorter than this was a palm or a swipe, not a stroke
const PEN_AWAY = 10_000; // ms without a pen nearby: whoever draws now has none, and no palm beside it
const SHARPEST = 2048; // px: beyond this more pixels cost frames and cannot be seen

export class Pad extends EventTarget {
  #canvas;
  #context;
  #layer;
  #drawing;
  #pointer = null; // { id, type } of the one pointer that draws
  #penAt = -Infinity; // ms: when a pen was last over the sheet
  #frames;
  #isNews = false; // ink was added that nobody was told of
  #place = null; // where the canvas is, for one frame: a scroll, or a word beside it, may move it in the next
  #colour = "";
  #watch = new ResizeObserver(() => this.#resize());
  #sharpness = new Sharpness(() => this.#resize());
  #dark = matchMedia("(prefers-color-scheme: dark)");

  #down = (event) => this.#begin(event);
  #move = (event) => this.#follow(event);
  #up = (event) => this.#finish(event, true);
  #lost = (event) => this.#finish(event, false);
  #repaint = () => this.#resize();
  #still = (event) => event.preventDefault();
  #touched = (event) => isMagnified() || event.preventDefault();
  #magnify = () => (this.#canvas.style.touchAction = isMagnified() ? "pinch-zoom" : "");
  #paint = () => {
    this.#place = null;
    this.#redraw();
    if (this.#isNews) this.#tell(false);
  };

  /* `frames` is where the page's other parts take their turns behind the ink. */
  constructor(canvas, drawing, frames = new Frames()) {
    super();
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d");
    this.#layer = new Layer(canvas.ownerDocument.createElement("canvas"));
    this.#drawing = drawing;
    this.#frames = frames;
  }

  on() {
    this.#listen("addEventListener");
    this.#watch.observe(this.#canvas);
    this.#sharpness.on();
  }

  /* A stroke under way ends here: nobody would hear of its end any more. */
  off() {
    if (this.#pointer) this.#end();
    this.#listen("removeEventListener");
    this.#watch.disconnect();
    this.#sharpness.off();
    this.#frames.first(null);
  }

  /* Show the drawing, which was changed elsewhere: that is no news there. */
  paint() {
    this.#isNews = false;
    this.#frames.first(this.#paint);
  }

  #listen(change) {
    const canvas = this.#canvas;
    canvas[change]("pointerdown", this.#down);
    canvas[change]("pointermove", this.#move);
    canvas[change]("pointerup", this.#up);
    canvas[change]("pointercancel", this.#lost);
    canvas[change]("lostpointercapture", this.#lost);
    // Long presses, pencils that write text and double taps that zoom all begin with these two.
    canvas[change]("touchstart", this.#touched, { passive: false });
    canvas[change]("contextmenu", this.#still);
    this.#dark[change]("change", this.#repaint);
    window.visualViewport?.[change]("resize", this.#magnify);
  }

  #begin(event) {
    if (event.button !== 0 || this.#isPalm(event)) return;
    if (this.#pointer) this.#giveWay(event);
    if (this.#pointer) return;
    this.#noticePen(event);
    this.#pointer = { id: event.pointerId, type: event.pointerType };
    try {
      this.#canvas.setPointerCapture(event.pointerId);
    } catch {
      // The pointer is gone already, or was never real: its events still arrive here.
    }
    this.#drawing.begin(event.pointerType, this.#point(event));
    this.#changed(false);
  }

  /* A pen takes over from the palm that landed first; a pointer that begins twice had lost its end. */
  #giveWay(event) {
    if (event.pointerId === this.#pointer.id) this.#end();
    else if (event.pointerType === "pen" && this.#pointer.type === "touch") {
      this.#pointer = null;
      this.#drawing.drop();
    }
  }

  /* An empty sheet is for anybody: fingers draw again after a pen, which drops what a palm draws before it. */
  #isPalm(event) {
    return event.pointerType === "touch" && !this.#drawing.isEmpty && event.timeStamp - this.#penAt < PEN_AWAY;
  }

  #noticePen({ pointerType, timeStamp }) {
    if (pointerType === "pen") this.#penAt = timeStamp;
  }

  #follow(event) {
    this.#noticePen(event);
    if (event.pointerId !== this.#pointer?.id) return;
    if (event.pointerType === "mouse" && !event.buttons) return this.#end();
    // Only secure pages have the points between two frames.
    const points = event.getCoalescedEvents?.() ?? [];
    this.#drawing.extend((points.length ? points : [event]).map((each) => this.#point(each)));
    this.#changed(false);
  }

  #finish(event, meant) {
    this.#noticePen(event);
    if (event.pointerId !== this.#pointer?.id) return;
    if (meant) this.#drawing.extend([this.#point(event)]);
    else if (lengthOf(this.#drawing.strokes.at(-1)?.points ?? []) < SHORT) this.#drawing.drop();
    this.#end();
  }

  #end() {
    this.#pointer = null;
    this.#drawing.end();
    this.#changed(true);
  }

  #point(event) {
    // Asking where it is makes the browser lay out the page: not for every point.
    const { left, top, width, height } = (this.#place ??= this.#canvas.getBoundingClientRect());
    return [(event.clientX - left) / width, (event.clientY - top) / height, Math.round(event.timeStamp)];
  }

  #changed(settled) {
    this.#isNews = true;
    this.#frames.first(this.#paint);
    if (settled) this.#tell(true);
  }

  #tell(settled) {
    this.#isNews = false;
    this.dispatchEvent(new CustomEvent("change", { detail: { settled } }));
  }

  #resize() {
    this.#colour = getComputedStyle(this.#canvas).color;
    const side = Math.min(SHARPEST, Math.round(this.#canvas.clientWidth * devicePixelRatio));
    if (side && side !== this.#canvas.width) this.#canvas.width = this.#canvas.height = side;
    this.#redraw();
  }

  #redraw() {
    this.#layer.paint(this.#context, this.#drawing.strokes, this.#canvas.width, this.#colour);
  }
}

/* Whether the visitor has zoomed in with two fingers: then two must also lead out again, though the sheet is all there
   is to touch. */
function isMagnified() {
  return (window.visualViewport?.scale ?? 1) > 1;
}
