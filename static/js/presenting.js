/* The button and the key that begin a presentation. What else it needs is fetched by those who present. */

import { find } from "./elements.js";
import { isPresenting, keyOf } from "./page-keys.js";

/** @typedef {import("./present.js").Presentation} Presentation */

/**
 * @param {Record<string, HTMLButtonElement>} buttons of the page that keys press too, by what they do
 * @param {() => void} save keeps the drawing for the way back to the page
 * @param {() => void} onFailure what becomes of a presentation that cannot be fetched
 * @param {(on: boolean) => void} onChange what the page does when it begins and ends
 */
export function connectPresentation(buttons, save, onFailure, onChange = () => undefined) {
  const start = find("present", HTMLButtonElement);
  /** @type {Promise<Presentation> | null} */
  let staging = null;
  const fetchOne = async () => {
    const { Presentation } = await import("./present.js");
    return new Presentation(find("stage", HTMLElement), { ...buttons, start }, save, onChange);
  };
  const toggle = async () => {
    staging ??= fetchOne();
    const presentation = await staging;
    if (presentation.isOn) presentation.end();
    else await presentation.start();
  };
  start.addEventListener("click", () =>
    toggle().catch(() => {
      staging = null;
      onFailure();
    }),
  );
  window.addEventListener("keydown", (event) => {
    if (keyOf(event) === "p" && !isPresenting()) start.click();
  });
  if (isPresenting()) start.click();
}
