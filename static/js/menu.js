/* A list that a button opens, and that closes when it has been used, by Escape, or by a press elsewhere. */

import { select } from "./elements.js";

/** @param {HTMLDetailsElement} menu */
export function connectMenu(menu) {
  const button = select("summary", HTMLElement, menu);
  window.addEventListener("pointerdown", ({ target }) => {
    if (!(target instanceof Node && menu.contains(target))) menu.open = false;
  });
  menu.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("button:not([aria-pressed])")) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    button.focus();
  });
}
