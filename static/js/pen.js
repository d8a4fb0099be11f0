/* The one pen. It draws the same strokes on the sheet that is seen and on the small picture that is sent. */

export const PEN = 0.05; // of the sheet's side: as thick as the strokes the reader learnt from
const CORNER = -0.2; // the cosine of a turn of about 100 degrees: the pen turned round here, it did not swing
const ENOUGH = 256; // lines that a layer does not keep yet: fewer are painted as fast as a picture of the sheet
export const RASTER = 160; // px a side of the picture that is sent: the same from a phone and from a wall

/* Draw strokes on a canvas context, `side` px square, in one colour. Width is constant: speed says nothing. */
export function drawStrokes(context, strokes, side, colour) {
  takePen(context, side, colour);
  for (const { points } of strokes) drawStroke(context, points, side);
}

function takePen(context, side, colour) {
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = PEN * side;
  context.lineCap = context.lineJoin = "round";
}

/* Draw a stroke with the pen that was taken, or a part of it: from the middle behind its point `start` to the middle
   behind its point `end`, for which it needs two points more. */
function drawStroke(context, points, side, start = 0, end = points.length - 1) {
  const at = points.slice(start, end + 2).map(([x, y]) => [x * side, y * side]);
  const isWhole = end === points.length - 1;
  context.beginPath();
  if (points.length === 1) {
    context.arc(...at[0], (PEN * side) / 2, 0, 2 * Math.PI);
    return context.fill();
  }
  context.moveTo(...(start ? between(at[0], at[1]) : at[0]));
  for (let i = 1; i < at.length - 1; i++) {
    const half = between(at[i], at[i + 1]);
    if (isCorner(at[i - 1], at[i], at[i + 1])) [at[i], half].forEach((point) => context.lineTo(...point));
    else context.quadraticCurveTo(...at[i], ...half);
  }
  if (isWhole) context.lineTo(...at.at(-1));
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

/* A sheet's ink, painted anew in every frame. What will not change any more is painted once and kept as a picture, so
   that a frame takes as long after half a minute of scribbling as after a second. */
export class Layer {
  #canvas;
  #kept = []; // { stroke, end } of each stroke in the picture, painted up to the middle behind its point `end`
  #side = 0;
  #colour = "";

  /* `canvas` is one that nobody sees. */
  constructor(canvas) {
    this.#canvas = canvas;
  }

  /* Paint strokes, and nothing else, on a canvas context of `side` px, in one colour. */
  paint(context, strokes, side, colour) {
    if (!this.#begins(strokes, side, colour)) this.#forget(side, colour);
    if (this.#left(strokes) >= ENOUGH) this.#keep(strokes);
    context.clearRect(0, 0, side, side);
    if (this.#kept.length) context.drawImage(this.#canvas, 0, 0);
    this.#finish(context, strokes);
  }

  /* Whether the picture holds the beginning of these strokes. */
  #begins(strokes, side, colour) {
    if (side !== this.#side || colour !== this.#colour) return false;
    return this.#kept.every(({ stroke }, i) => strokes[i] === stroke);
  }

  #forget(side, colour) {
    this.#kept = [];
    this.#side = side;
    this.#colour = colour;
  }

  /* How many of the strokes' lines are not in the picture. */
  #left(strokes) {
    return strokes.reduce((sum, { points }, i) => sum + points.length - 1 - (this.#kept[i]?.end ?? 0), 0);
  }

  #keep(strokes) {
    const context = this.#canvas.getContext("2d");
    if (!this.#kept.length) this.#canvas.width = this.#canvas.height = this.#side; // clears it, too
    this.#finish(context, strokes.slice(0, -1));
    const [stroke, last] = [strokes.at(-1), strokes.length - 1];
    const [start, end] = [this.#kept[last]?.end ?? 0, Math.max(0, stroke.points.length - 2)];
    if (end > start) drawStroke(context, stroke.points, this.#side, start, end);
    this.#kept = strokes.map((each) => ({ stroke: each, end: each.points.length - 1 }));
    this.#kept[last].end = end; // its last point may be a bend yet
  }

  /* Paint what the picture does not hold. */
  #finish(context, strokes) {
    takePen(context, this.#side, this.#colour);
    strokes.forEach(({ points }, i) => {
      const start = this.#kept[i]?.end ?? 0;
      if (!start || start < points.length - 1) drawStroke(context, points, this.#side, start);
    });
  }
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
