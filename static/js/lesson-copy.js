/* A button that copies the code below it; where the browser lets no page copy, it marks the code instead. */

const SHOWN = 2000; // ms that the button says so

export class CopyButton {
  #button;
  #code;
  #words;
  #label;
  #timer = 0;
  #click = () => this.#copy();

  constructor(button, words) {
    this.#button = button;
    this.#code = button.closest("figure").querySelector("code");
    this.#words = words;
    this.#label = button.textContent;
  }

  on() {
    this.#button.hidden = false;
    this.#button.addEventListener("click", this.#click);
  }

  off() {
    this.#button.hidden = true;
    this.#button.removeEventListener("click", this.#click);
    clearTimeout(this.#timer);
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#code.textContent);
      this.#say(this.#words.copied);
    } catch {
      getSelection().selectAllChildren(this.#code);
      this.#say(this.#words.marked);
    }
  }

  #say(word) {
    this.#button.textContent = word;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#button.textContent = this.#label), SHOWN);
  }
}
