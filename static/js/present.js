/* Presentation: on the pad the drawing on one half of the screen and the answer on the other, of the lesson one slide,
   and nothing else. Each thing that can be done has a button in the help, with the key that presses it. */

import { addStylesheet, create, find, pageRoot, selectAll, toggleFullScreen } from "./elements.js";
import { keyOf, linkOf } from "./page-keys.js";
import { saidOn, say } from "./say.js";
import { writeSession } from "./storage.js";

/** @typedef {Record<string, HTMLButtonElement> & { start: HTMLButtonElement }} Buttons of the page, by what they do */

export class Presentation {
  #stage;
  #help;
  #blackout;
  #buttons;
  #save;
  #onChange;

  /**
   * @param {HTMLElement} stage
   * @param {Buttons} buttons
   * @param {() => void} save keeps the drawing for the way back to this page
   * @param {(on: boolean) => void} onChange what the page does when it begins and ends
   */
  constructor(stage, buttons, save, onChange) {
    this.#stage = stage;
    this.#help = find("help", HTMLDialogElement, stage);
    this.#blackout = find("blackout", HTMLButtonElement, stage);
    this.#buttons = buttons;
    this.#save = save;
    this.#onChange = onChange;
    this.#listPages();
    this.#listen();
  }

  get isOn() {
    return pageRoot().hasAttribute("data-presenting");
  }

  async start() {
    await addStylesheet(this.#stage.dataset.style ?? "");
    this.#set(true);
    find("ask", HTMLButtonElement, this.#stage).focus({ preventScroll: true });
  }

  end() {
    this.#help.close();
    this.#set(false);
    this.#freeze(false);
    this.#buttons.start.focus();
  }

  /** @param {boolean} on */
  #set(on) {
    pageRoot().toggleAttribute("data-presenting", on);
    this.#stage.hidden = !on;
    this.#buttons.start.setAttribute("aria-pressed", String(on));
    writeSession("presenting", on ? "on" : "");
    window.scrollTo(0, 0);
    this.#onChange(on);
  }

  #listen() {
    /** @type {Record<string, () => void>} */
    const actions = {
      freeze: () => this.#freeze(!pageRoot().hasAttribute("data-frozen")),
      blank: () => this.#blank(),
      full: () => toggleFullScreen(),
      end: () => this.end(),
    };
    for (const button of selectAll("[data-do]", this.#stage)) {
      button.addEventListener("click", () => {
        this.#help.close();
        const name = button.dataset.do ?? "";
        if (name in actions) actions[name]();
        else this.#buttons[name].click();
      });
    }
    find("ask", HTMLButtonElement, this.#stage).addEventListener(
      "click",
      () => this.#help.open || this.#help.showModal(),
    );
    find("close-help", HTMLButtonElement, this.#stage).addEventListener("click", () => this.#help.close());
    this.#blackout.addEventListener("click", () => this.#show());
    window.addEventListener("keydown", (event) => this.isOn && this.#press(event));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const key = keyOf(event);
    if (!this.#blackout.hidden) return key && this.#show();
    const button = key && selectAll("[data-key]", this.#stage).find(({ dataset }) => dataset.key === key);
    if (!button) return;
    event.preventDefault();
    button.click();
  }

  /* The pages, numbered as the keys that lead there. */
  #listPages() {
    const list = find("present-pages", HTMLElement, this.#stage);
    for (const [index, link] of selectAll(".pages a").entries()) {
      const key = String(index + 1);
      const copy = create("a", { href: linkOf(link) });
      copy.dataset.key = key;
      copy.append(create("kbd", { textContent: key }), " ", create("span", { textContent: saidOn(link) }));
      copy.addEventListener("click", () => this.#save());
      list.append(copy);
    }
  }

  /**
   * Keep the drawing and its answer as they are: fingers pass over the sheet.
   * @param {boolean} on
   */
  #freeze(on) {
    pageRoot().toggleAttribute("data-frozen", on);
    for (const button of selectAll('[data-do="freeze"]', this.#stage)) button.setAttribute("aria-pressed", String(on));
    say(find("frozen", HTMLElement, this.#stage), on ? (this.#stage.dataset.word ?? "") : "");
  }

  #blank() {
    this.#blackout.hidden = false;
    this.#blackout.focus();
  }

  #show() {
    this.#blackout.hidden = true;
    find("ask", HTMLButtonElement, this.#stage).focus({ preventScroll: true });
  }
}
