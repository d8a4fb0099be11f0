/* Lines, discs and a digit's name on a canvas. Places and sizes are px of the context. */

/** @typedef {{ edge: string, width: number, fill?: string }} Look colours, and the edge's width: a px at least */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number[]} from
 * @param {number[]} to
 * @param {Look} look
 */
export function paintLine(context, from, to, look) {
  setEdge(context, look);
  context.lineCap = "round";
  context.beginPath();
  context.moveTo(from[0], from[1]);
  context.lineTo(to[0], to[1]);
  context.stroke();
}

/**
 * Paint a disc, or without a fill a ring.
 * @param {CanvasRenderingContext2D} context
 * @param {number[]} middle
 * @param {number} radius
 * @param {Look} look
 */
export function paintDisc(context, [x, y], radius, look) {
  setEdge(context, look);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  if (look.fill) {
    context.fillStyle = look.fill;
    context.fill();
  }
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number[]} middle
 * @param {number} size
 * @param {string} colour
 */
export function paintText(context, text, [x, y], size, colour) {
  context.font = `400 ${size}px serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Look} look
 */
function setEdge(context, { edge, width }) {
  context.strokeStyle = edge;
  context.lineWidth = Math.max(1, width);
}
