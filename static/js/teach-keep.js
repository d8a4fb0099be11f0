/* What a visitor takes home: the drawings as a file for NumPy. It is made by the server and kept by nobody else. */

import { create, find } from "./elements.js";
import { fetchFile, saveFile } from "./request-file.js";

const NAME = "examples.npz"; // the code on the page opens it by this name

/** @typedef {import("./teach-lesson.js").Lesson} Lesson */

/**
 * Let the button save the lesson as it then is. Return what follows the lesson: only two signs and more make a file.
 * @param {string} address
 * @param {{ away: string }} words
 * @param {(message: string) => void} tell
 * @returns {(lesson: Lesson) => void}
 */
export function connectKeeping(address, words, tell) {
  const button = find("npz", HTMLButtonElement);
  /** @type {Lesson | null} */
  let shown = null;
  button.addEventListener("click", async () => {
    try {
      const { file, refusal } = await fetchFile(`${address}/${NAME}`, { examples: shown?.toMessage() });
      if (file) saveFile(file, create("a", { download: NAME }));
      else tell(refusal.error.message);
    } catch {
      tell(words.away);
    }
  });
  return (lesson) => {
    shown = lesson;
    button.disabled = !lesson.canLearn;
  };
}
