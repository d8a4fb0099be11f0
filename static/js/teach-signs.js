/* The signs that are taught: chosen from suggestions or written, and a button for each under the sheet.
   Dispatches "choose" and "drop" ({ sign }) for signs, "add" ({ sign }) when the drawing on the sheet is one of them. */

import { create, find, selectAll } from "./elements.js";
import { emit } from "./events.js";
import { setLabel } from "./say.js";
import { fill } from "./words.js";

export const MOST = 12; // signs, as the server has it

/** @typedef {import("./teach-lesson.js").Lesson} Lesson */

export class Signs extends EventTarget {
  #buttons = find("signs", HTMLElement);
  #suggestions = selectAll("[data-suggest]");
  #words;
  /** @type {Map<string, HTMLButtonElement>} */
  #shown = new Map();

  /** @param {{ add: string }} words */
  constructor(words) {
    super();
    this.#words = words;
    for (const button of this.#suggestions) {
      button.addEventListener("click", () => {
        const isOn = button.getAttribute("aria-pressed") === "true";
        emit(this, isOn ? "drop" : "choose", { sign: button.dataset.suggest });
      });
    }
    const form = find("own", HTMLFormElement);
    form.addEventListener("keydown", (event) => event.stopPropagation()); // Backspace is for the name, not the sheet
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const sign = String(new FormData(form).get("sign")).trim();
      if (sign) emit(this, "choose", { sign });
      form.reset();
    });
  }

  /** @param {Lesson} lesson */
  show(lesson) {
    const isFull = lesson.signs.length >= MOST;
    for (const button of /** @type {HTMLButtonElement[]} */ (this.#suggestions)) {
      const sign = String(button.dataset.suggest);
      const isOn = lesson.signs.includes(sign);
      button.setAttribute("aria-pressed", String(isOn));
      button.disabled = isOn ? lesson.countOf(sign) > 0 : isFull;
    }
    for (const [sign, button] of this.#shown) if (!lesson.signs.includes(sign)) button.remove();
    const kept = lesson.signs.map((sign) => /** @type {const} */ ([sign, this.#shown.get(sign) ?? this.#create(sign)]));
    this.#shown = new Map(kept);
    for (const [sign, button] of kept) {
      const number = lesson.countOf(sign);
      button.lastChild?.replaceWith(create("span", { className: "count", textContent: String(number) }));
      setLabel(button, fill(this.#words.add, { sign, number }));
    }
  }

  /** @param {string} sign */
  #create(sign) {
    const button = create("button", { type: "button", className: "sign-button" });
    button.append(create("span", { textContent: sign }), create("span"));
    button.dataset.add = sign;
    button.addEventListener("click", () => emit(this, "add", { sign }));
    this.#buttons.append(button);
    return button;
  }
}
