/* A button that is on or off, and that the browser remembers; where it may not, it works until the page is left. */

import { readSetting, writeSetting } from "./storage.js";

/**
 * Whether a switch was left on.
 * @param {string} setting
 * @param {"on" | "off"} first what it is until somebody switches it
 */
export function isSwitchedOn(setting, first = "off") {
  return (readSetting(setting) ?? first) === "on";
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} setting the name it is remembered by
 * @param {(on: boolean) => void} apply
 * @param {"on" | "off"} [first]
 */
export function connectSwitch(button, setting, apply, first) {
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
  set(isSwitchedOn(setting, first));
}
