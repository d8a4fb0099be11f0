/* The number keys that lead from page to page while somebody presents. */

import { pageRoot, selectAll } from "./elements.js";
import { hasModifier } from "./shortcuts.js";
import { readSession } from "./storage.js";
import { isSwitchedOn } from "./switch.js";

const WRITING = "input, select, textarea, [role=gridcell]"; // what takes keys for itself
const PRESSED = "button, a, summary, [role=gridcell]"; // what Space presses

/* Whether this tab is in the middle of a presentation. */
export function isPresenting() {
  return readSession("presenting") === "on";
}

/**
 * Return the key as the presentation knows it, or undefined where it is meant for something else, or where single keys
 * are switched off: who dictates, or whose hand trembles, would press them by accident.
 * @param {KeyboardEvent} event
 */
export function keyOf(event) {
  const { key, target } = event;
  if (!isSwitchedOn("keys", "on") || hasModifier(event) || !(target instanceof Element) || target.matches(WRITING))
    return undefined;
  if (key === " " && target.matches(PRESSED) && !target.matches("[data-ask]")) return undefined;
  return key?.toLowerCase();
}

/** @param {HTMLElement} link */
export function linkOf(link) {
  return link instanceof HTMLAnchorElement ? link.href : "";
}

/**
 * While somebody presents, let the number keys lead from this page to the others. A page that is on stage has its own.
 * @param {() => void} save keeps what is on the page
 */
export function connectPageKeys(save = () => undefined) {
  window.addEventListener("keydown", (event) => {
    if (!isPresenting() || pageRoot().hasAttribute("data-presenting")) return;
    const link = selectAll(".pages a")[Number(keyOf(event)) - 1];
    if (!link) return;
    save();
    link.click();
  });
}
