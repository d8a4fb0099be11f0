/* Paints the map's digits in the page, some in each frame: out of sight, so that ink is late for none of it, and shown
   when all are there. Each look at a canvas that has changed costs a copy of the whole of it. */

import { contextOf, create } from "./elements.js";
import { paintAll } from "./map-painting.js";

const SHARE = 3; // ms of a frame; what is noted in them takes the browser as long again to paint

/** @typedef {import("./map-points.js").Points} Points */

export class FramePainter {
  #canvas;
  #points;
  #draft = create("canvas"); // what is shown once it is whole
  #tinted = create("canvas"); // every picture in its tint
  #frame = 0;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Points} points
   */
  constructor(canvas, points) {
    this.#canvas = canvas;
    this.#points = points;
  }

  /** @type {import("./thread-painter.js").Painter["paint"]} */
  paint(look, done) {
    cancelAnimationFrame(this.#frame);
    const painting = paintAll(contextOf(this.#draft), contextOf(this.#tinted), this.#points, look);
    const paintSome = () => {
      const end = performance.now() + SHARE;
      let isPainted = false;
      while (!isPainted && performance.now() < end) isPainted = Boolean(painting.next().done);
      this.#frame = requestAnimationFrame(isPainted ? show : paintSome);
    };
    const show = () => {
      this.#show();
      done(look.pictures && this.#tinted);
    };
    this.#frame = requestAnimationFrame(paintSome);
  }

  #show() {
    this.#canvas.width = this.#canvas.height = this.#draft.width;
    contextOf(this.#canvas).drawImage(this.#draft, 0, 0);
    this.#draft.width = this.#draft.height = 0; // its memory goes back
  }
}
