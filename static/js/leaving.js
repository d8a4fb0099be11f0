/* The way out of the kiosk: its corner, held for three seconds, and then the code, if one was set. Dispatches "left". */

import { find, selectAll } from "./elements.js";
import { emit } from "./events.js";
import { post } from "./request.js";
import { say } from "./say.js";

const HOLD = 3000; // ms
const LONGEST = 12; // digits of a code
const TRIES = 3; // wrong codes until the corner must be held again
const FORM = "application/x-www-form-urlencoded";

export class Leaving extends EventTarget {
  #address;
  #corner;
  #dialog;
  #code;
  #trouble;
  #unreachable;
  #asksCode;
  #tries = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #holding;

  /**
   * @param {HTMLButtonElement} corner
   * @param {HTMLDialogElement} dialog
   * @param {{ address: string, asksCode: boolean, unreachable: string }} options
   */
  constructor(corner, dialog, { address, asksCode, unreachable }) {
    super();
    this.#corner = corner;
    this.#dialog = dialog;
    this.#address = address;
    this.#asksCode = asksCode;
    this.#unreachable = unreachable;
    this.#code = find("code", HTMLOutputElement, dialog);
    this.#trouble = find("trouble", HTMLElement, dialog);
    this.#listen();
  }

  /* Whoever began to leave has gone away. */
  cancel() {
    this.#release();
    this.#dialog.close();
  }

  #listen() {
    const corner = this.#corner;
    corner.addEventListener("pointerdown", () => this.#hold());
    corner.addEventListener("keydown", ({ key, repeat }) => key === "Enter" && !repeat && this.#hold());
    for (const name of ["pointerup", "pointerleave", "pointercancel", "keyup", "blur"]) {
      corner.addEventListener(name, () => this.#release());
    }
    for (const button of selectAll("[data-digit-key]", this.#dialog)) {
      button.addEventListener("click", () => this.#type(button.dataset.digitKey ?? ""));
    }
    this.#dialog.addEventListener("keydown", ({ key }) => this.#press(key));
    find("stay", HTMLButtonElement, this.#dialog).addEventListener("click", () => this.cancel());
    find("go", HTMLButtonElement, this.#dialog).addEventListener("click", () => this.#leave());
  }

  #hold() {
    this.#corner.toggleAttribute("data-held", true);
    this.#holding = setTimeout(() => this.#open(), HOLD);
  }

  #release() {
    clearTimeout(this.#holding);
    this.#corner.toggleAttribute("data-held", false);
  }

  #open() {
    this.#release();
    this.#tries = 0;
    this.#say("");
    if (!this.#asksCode) return this.#leave();
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  /** @param {string} key */
  #press(key) {
    if (/^[0-9]$/.test(key)) this.#type(key);
    if (key === "Backspace") this.#code.value = this.#code.value.slice(0, -1);
  }

  /** @param {string} digit */
  #type(digit) {
    say(this.#trouble, "");
    this.#code.value = (this.#code.value + digit).slice(0, LONGEST);
  }

  async #leave() {
    const body = new URLSearchParams({ code: this.#code.value }).toString();
    try {
      const { status, reply } = await post(this.#address, { body, type: FORM });
      if (status === 200 && reply.left === true) emit(this, "left");
      else this.#refuse(reply?.error?.message ?? this.#unreachable);
    } catch {
      this.#refuse(this.#unreachable);
    }
  }

  /** @param {string} message */
  #refuse(message) {
    this.#say(message);
    if (++this.#tries >= TRIES) this.cancel();
  }

  /** @param {string} trouble */
  #say(trouble) {
    say(this.#trouble, trouble);
    this.#code.value = "";
  }
}
