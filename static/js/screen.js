/* Tells when the page has come to a screen of another sharpness: nothing in it need change its size in CSS px then. */

export class Sharpness {
  #told;
  #query = null;
  #change = () => {
    this.off();
    this.on();
    this.#told();
  };

  constructor(told) {
    this.#told = told;
  }

  on() {
    // A query knows one sharpness only: each change needs the next.
    this.#query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#query.addEventListener("change", this.#change);
  }

  off() {
    this.#query.removeEventListener("change", this.#change);
  }
}
