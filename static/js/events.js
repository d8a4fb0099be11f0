/* Events of the page's own: each carries its facts in `detail`. */

/**
 * @param {EventTarget} target
 * @param {string} name
 * @param {object} detail
 */
export function emit(target, name, detail = {}) {
  target.dispatchEvent(new CustomEvent(name, { detail }));
}

/**
 * Call a listener with the facts of each event of this name.
 * @param {EventTarget} target
 * @param {string} name
 * @param {(detail: any) => void} listener
 */
export function listen(target, name, listener) {
  target.addEventListener(name, (event) => listener(/** @type {CustomEvent} */ (event).detail));
}
