/* How many of the screen's pixels each of the page's has. */

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
