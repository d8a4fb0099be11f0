/* The one pen. It draws the same strokes on the sheet that is seen and on the small picture that is sent. */

export const PEN = 0.05; // of the sheet's side: as thick as the strokes the reader learnt from
const CORNER = -0.2; // the cosine of a turn of about 100 degrees: the pen turned round here, it did not swing
export const RASTER = 160; // px a side of the picture that is sent: the same from a phone and from a wall

/* Draw strokes on a canvas context, `side` px square, in one colour. Width is constant: speed says nothing. */
export function drawStrokes(context, strokes, side, colour) {
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = PEN * side;
  context.lineCap = context.lineJoin = "round";
  for (const { points } of strokes) drawStroke(context, points, side);
}

function drawStroke(context, points, side) {
  const at = points.map(([x, y]) => [x * side, y * side]);
  context.beginPath();
  if (at.length === 1) {
    context.arc(...at[0], (PEN * side) / 2, 0, 2 * Math.PI);
    return context.fill();
  }
  context.moveTo(...at[0]);
  for (let i = 1; i < at.length - 1; i++) {
    const half = between(at[i], at[i + 1]);
    if (isCorner(at[i - 1], at[i], at[i + 1])) [at[i], half].forEach((point) => context.lineTo(...point));
    else context.quadraticCurveTo(...at[i], ...half);
  }
  context.lineTo(...at.at(-1));
  context.stroke();
}

function between([ax, ay], [bx, by]) {
  return [(ax + bx) / 2, (ay + by) / 2];
}

/* Whether a line turns so sharply at its middle point that a curve would lose the tip of a 7 or the flag of a 1. */
function isCorner([ax, ay], [bx, by], [cx, cy]) {
  const [inX, inY, outX, outY] = [bx - ax, by - ay, cx - bx, cy - by];
  return inX * outX + inY * outY < CORNER * Math.hypot(inX, inY) * Math.hypot(outX, outY);
}

/* How far a line goes, in sides of the sheet. */
export function lengthOf(points) {
  return points.reduce((sum, [x, y], i) => sum + (i ? Math.hypot(x - points[i - 1][0], y - points[i - 1][1]) : 0), 0);
}

/* The picture that is sent: black on white, of fixed size, whatever the screen is. */
export class Raster {
  #canvas;
  #context;

  constructor(canvas) {
    canvas.width = canvas.height = RASTER;
    this.#canvas = canvas;
    // Painted by the processor, not the graphics card: the same bytes on every machine.
    this.#context = canvas.getContext("2d", { willReadFrequently: true });
  }

  /* Resolve to the strokes' PNG, as a Blob. */
  png(strokes) {
    this.#context.fillStyle = "#fff";
    this.#context.fillRect(0, 0, RASTER, RASTER);
    drawStrokes(this.#context, strokes, RASTER, "#000");
    return new Promise((resolve) => this.#canvas.toBlob(resolve, "image/png"));
  }
}
