/* For those who like: once a digit has been written and the pen rests, the next one is asked for. */

import { readSetting, writeSetting } from "./storage.js";

const SETTING = "ten-auto";
const PAUSE = 2000; // ms without a stroke: between two strokes of one digit even children need less

export class AutoAdvance {
  #box;
  #act;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLInputElement} box switches it on; the browser remembers it
   * @param {() => void} act
   */
  constructor(box, act) {
    this.#box = box;
    this.#act = act;
    box.checked = readSetting(SETTING) === "on";
    box.addEventListener("change", () => {
      writeSetting(SETTING, box.checked ? "on" : "off");
      this.stop();
    });
  }

  /* The pen was lifted: the pause begins, if that is wanted. */
  restart() {
    this.stop();
    if (this.#box.checked) this.#timer = setTimeout(this.#act, PAUSE);
  }

  /* The drawing goes on, or is left. */
  stop() {
    clearTimeout(this.#timer);
  }
}
