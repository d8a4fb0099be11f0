/* A button that is on or off, and that the browser remembers; where it may not, it works until the page is left. */

import { readSetting, writeSetting } from "./storage.js";

/**
 * Whether a switch was left on.
 * @param {string} setting
 */
export function isSwitchedOn(setting) {
  return readSetting(setting) === "on";
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} setting the name it is remembered by
 * @param {(on: boolean) => void} apply
 */
export function connectSwitch(button, setting, apply) {
  /** @param {boolean} on */
  const set = (on) => {
    button.setAttribute("aria-pressed", String(on));
    apply(on);
  };
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    writeSetting(setting, on ? "on" : "off");
    set(on);
  });
  set(isSwitchedOn(setting));
}
