/* How many of the screen's pixels each of the page's has. */

/**
 * Return how many px a side a square canvas is to have, 0 while it is not shown.
 * @param {HTMLCanvasElement} canvas
 * @param {{ finest: number, sharpest: number }} most px for each of the page's, and px a side
 */
export function sideFor({ clientWidth }, { finest, sharpest }) {
  return Math.min(sharpest, Math.round(clientWidth * Math.min(finest, devicePixelRatio)));
}

/**
 * Tell whenever the page has come to a screen of another sharpness: nothing in it need change its size in CSS px then.
 * @param {() => void} listener
 */
export function watchPixelRatio(listener) {
  // A query knows one ratio only: each change needs the next.
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const change = () => {
    watchPixelRatio(listener);
    listener();
  };
  query.addEventListener("change", change, { once: true });
}
