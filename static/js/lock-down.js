/* Keeps a stand's page where it is: no pinch, no swipe from the edge, no menu of a long press, no selection, no keys
   that print, save, zoom or go back. What the browser itself keeps for its own keys it keeps: run it in its kiosk mode. */

import { hasModifier } from "./shortcuts.js";

const EDGE = 24; // CSS px from which a swipe would turn the page
const KEPT_KEYS = ["z", "y"]; // with Ctrl or Cmd: undo and redo
const FREE_KEYS = ["r", "q", "w"]; // for whoever runs the stand: load again, quit, close

const OPTIONS = { passive: false, capture: true };

/* Begin, for as long as the page is there. */
export function lockDown() {
  for (const name of ["contextmenu", "selectstart", "dragstart", "gesturestart", "gesturechange"]) {
    window.addEventListener(name, (event) => event.preventDefault(), OPTIONS);
  }
  window.addEventListener("touchstart", refuseTouch, OPTIONS);
  window.addEventListener("touchmove", (event) => event.touches.length > 1 && refuse(event), OPTIONS);
  window.addEventListener("wheel", (event) => event.ctrlKey && refuse(event), OPTIONS);
  window.addEventListener("keydown", (event) => isForeign(event) && refuse(event), OPTIONS);
  // Going back leads to the same page.
  history.pushState(null, "");
  window.addEventListener("popstate", () => history.pushState(null, ""));
}

/**
 * Refuse a second finger, and one that begins at the edge.
 * @param {TouchEvent} event
 */
function refuseTouch(event) {
  const { clientX = EDGE } = event.touches[0] ?? {};
  const isAtEdge = clientX < EDGE || clientX > innerWidth - EDGE;
  const isButton = event.target instanceof Element && event.target.closest("button");
  if (event.touches.length > 1 || (isAtEdge && !isButton)) refuse(event);
}

/**
 * Whether a key would do something to the browser, not to the page.
 * @param {KeyboardEvent} event
 */
function isForeign(event) {
  const key = event.key?.toLowerCase() ?? "";
  if (event.altKey) return key.startsWith("arrow") || key === "home";
  if (hasModifier(event)) return ![...KEPT_KEYS, ...FREE_KEYS].includes(key);
  return ["f1", "f3", "f7", "browserback", "browserforward", "browserhome", "contextmenu"].includes(key);
}

/** @param {Event} event */
function refuse(event) {
  if (event.cancelable) event.preventDefault();
}
