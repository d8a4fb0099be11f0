/* The bar of chapters: marks the one that is being read, and moves it into sight where the bar is longer than the page. */

import { select, selectAll } from "./elements.js";

const BAND = "-25% 0px -74% 0px"; // a line at a quarter of the screen: what crosses it is being read

/** @param {HTMLElement} bar */
export function connectChapters(bar) {
  const links = selectAll("a", bar);
  /** @param {string} id */
  const mark = (id) => {
    for (const link of links) {
      const isRead = link.getAttribute("href") === `#${id}`;
      if (isRead) bar.scrollLeft = link.offsetLeft - (bar.clientWidth - link.offsetWidth) / 2;
      if (isRead) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) mark(target.id);
    },
    { rootMargin: BAND },
  );
  for (const link of links) observer.observe(select(link.getAttribute("href") ?? "", HTMLElement));
}
