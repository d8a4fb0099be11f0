/* The sound of a settled answer: fetched by those who want it; where it cannot be had, the next answer tries again. */

/** @typedef {import("./tick.js").Tick} Tick */

export class Sound {
  #isOn = false;
  /** @type {Promise<Tick | null> | null} the one tick, on its way or here: a browser gives a page few voices */
  #tick = null;

  /** @param {boolean} on */
  set(on) {
    this.#isOn = on;
    if (on) this.#fetch();
  }

  async play() {
    const tick = this.#isOn ? await this.#fetch() : null;
    if (this.#isOn) tick?.play();
  }

  #fetch() {
    this.#tick ??= import("./tick.js")
      .then(({ Tick }) => new Tick())
      .catch(() => {
        this.#tick = null;
        return null;
      });
    return this.#tick;
  }
}
