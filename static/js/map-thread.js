/* The thread that paints the map's digits, so that no hand on the page waits for any of them. It says when it is there.
   First it is given the canvas and the digits, then whatever they shall look like; each time it gives their pictures
   back in their tints. */

import { paintAll } from "./map-painting.js";

/** @typedef {import("./map-painting.js").Look} Look */
/** @typedef {import("./map-points.js").Points} Points */

const tinted = contextOf(new OffscreenCanvas(1, 1));
/** @type {OffscreenCanvasRenderingContext2D} */
let map;
/** @type {Points} */
let points;

addEventListener("message", ({ data }) => {
  if (data.canvas) [map, points] = [contextOf(data.canvas), data.points];
  else paint(data);
});
postMessage("ready");

/** @param {Look} look */
function paint(look) {
  const painting = paintAll(map, tinted, points, look);
  while (!painting.next().done);
  const pictures = look.pictures && tinted.canvas.transferToImageBitmap();
  postMessage(pictures, { transfer: pictures ? [pictures] : [] });
}

/** @param {OffscreenCanvas} canvas */
function contextOf(canvas) {
  const context = canvas.getContext("2d");
  if (context) return context;
  throw new Error("The browser gives this canvas no context.");
}
