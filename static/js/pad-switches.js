/* The pad's switches, each remembered by the browser. */

import { find } from "./elements.js";
import { connectMenu } from "./menu.js";
import { connectSwitch } from "./switch.js";

/**
 * @param {HTMLElement} page
 * @param {{ set: (on: boolean) => void }} sound
 * @param {(on: boolean) => void} onRoads
 */
export function connectSwitches(page, sound, onRoads) {
  connectMenu(find("menu", HTMLDetailsElement));
  connectSwitch(find("hand", HTMLButtonElement), "left-handed", (on) => page.toggleAttribute("data-left", on));
  connectSwitch(find("sound", HTMLButtonElement), "sound", (on) => sound.set(on));
  connectSwitch(find("roads", HTMLButtonElement), "roads", onRoads);
  connectSwitch(find("keys", HTMLButtonElement), "keys", () => undefined, "on"); // page-keys.js asks for it
}
