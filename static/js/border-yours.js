/* The visitor's own drawing, as it lies on the pad of this tab: read, and found on the map. */

import { likeliest } from "./border-task.js";
import { Drawing } from "./drawing.js";
import { create } from "./elements.js";
import { isPlace } from "./map-points.js";
import { messageOf } from "./page.js";
import { Raster } from "./pen.js";
import { isAnswer } from "./reply.js";
import { post } from "./request.js";
import { readSession } from "./storage.js";

/**
 * Return where the drawing on the pad lies and which two digits it is most like, or null where none is to be had. The
 * drawing stays where it is kept.
 * @param {string} address
 * @param {number} n digits on the map
 * @returns {Promise<{ at: number[], digits: number[] } | null>}
 */
export async function findYours(address, n) {
  try {
    const drawing = new Drawing();
    drawing.restore(readSession("drawing") || "");
    if (drawing.isBlank) return null;
    const { type, body } = messageOf(drawing, new Raster(create("canvas")));
    const { reply } = await post(address, { type, body: await body() });
    if (!isAnswer(reply) || !isPlace(reply.map, n)) return null;
    return { at: [reply.map.x, reply.map.y], digits: likeliest(reply.probabilities) };
  } catch {
    return null; // nothing is drawn, or nobody reads it just now
  }
}
