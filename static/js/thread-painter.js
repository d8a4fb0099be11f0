/* Has the map's digits painted by a thread of its own: see map-thread.js. */

import { FramePainter } from "./frame-painter.js";

/** @typedef {import("./map-painting.js").Look} Look */
/** @typedef {import("./map-painting.js").Pictures} Pictures */
/** @typedef {import("./map-points.js").Points} Points */
/** @typedef {(pictures: Pictures | null) => void} Done is given the pictures in their tints */

/**
 * @typedef {object} Painter
 * @property {(look: Look, done: Done) => void} paint paint everything anew, and say so once it is shown
 */

/**
 * Resolve to what paints digits on a canvas of the page: a thread, or the page itself where the browser lets no thread,
 * knows no modules in one, or its script cannot be had.
 * @param {HTMLCanvasElement} canvas
 * @param {Points} points
 * @returns {Promise<Painter>}
 */
export async function openPainter(canvas, points) {
  if (!("transferControlToOffscreen" in canvas)) return new FramePainter(canvas, points);
  const thread = new Worker(new URL("./map-thread.js", import.meta.url), { type: "module" });
  const isThere = await new Promise((resolve) => {
    thread.onmessage = () => resolve(true);
    thread.onerror = () => resolve(false);
  });
  return isThere ? new ThreadPainter(thread, canvas, points) : new FramePainter(canvas, points);
}

class ThreadPainter {
  #thread;

  /**
   * @param {Worker} thread
   * @param {HTMLCanvasElement} canvas
   * @param {Points} points
   */
  constructor(thread, canvas, points) {
    this.#thread = thread;
    const painted = canvas.transferControlToOffscreen();
    thread.postMessage({ canvas: painted, points }, [painted]);
  }

  /** @type {Painter["paint"]} */
  paint(look, done) {
    this.#thread.onmessage = ({ data }) => done(data);
    this.#thread.postMessage(look);
  }
}
