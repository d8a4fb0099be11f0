/* The border between two digits: its script is fetched, and the server asked, when the figure comes near the screen. */

import { find, selectAll } from "./elements.js";
import { say } from "./say.js";
import { readWords } from "./words.js";

const NEAR = "50% 0px"; // of the screen's height, above and below it

export function connectBorder() {
  const [figure] = selectAll("[data-border]"); // a server whose model has no map shows none
  if (!figure) return;
  let isOpening = false;
  const open = async () => {
    isOpening = true;
    try {
      const { openBorder } = await import("./border.js");
      await openBorder(figure);
      observer.disconnect();
    } catch {
      say(find("border-said", HTMLElement), readWords("border-words").lost);
      isOpening = false; // whoever comes back tries again
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (!isOpening && entries.some(({ isIntersecting }) => isIntersecting)) open();
    },
    { rootMargin: NEAR },
  );
  observer.observe(figure);
}
