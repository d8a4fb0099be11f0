/* 8 rows of 8 numbers 0..16 -> a canvas of 8 x 8 pixels, in the page's own ink. */

const SIDE = 8;
const FULL = 16; // points in a square

export function paintSquares(canvas, squares) {
  const context = canvas.getContext("2d");
  canvas.width = canvas.height = SIDE;
  if (!squares) return;
  context.fillStyle = getComputedStyle(canvas).color;
  squares.forEach((row, y) =>
    row.forEach((count, x) => {
      context.globalAlpha = count / FULL;
      context.fillRect(x, y, 1, 1);
    }),
  );
}
