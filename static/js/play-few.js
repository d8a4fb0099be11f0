/* "Change as few squares as you can to make it a 9": what it begins with, which digit it shall become, how far one is. */

/** @typedef {import("./squares.js").Squares} Squares */
/** @typedef {{ digit: number, pixels: Squares, probabilities: number[] }} Answer */

export class FewSquares {
  /** @type {Squares | null} the squares that the drawing had */
  #first = null;
  /** @type {Squares | null} */
  #now = null;
  /** @type {number[]} what it may become, the likeliest first */
  #aims = [];
  #turn = 0;
  #isReached = false;

  /* The digit that it shall become, or null while nothing is drawn. */
  get aim() {
    return this.#aims[this.#turn] ?? null;
  }

  get squares() {
    return this.#now;
  }

  get isReached() {
    return this.#isReached;
  }

  /* How many squares are other than the drawing's. */
  get changed() {
    const [first, now] = [this.#first?.flat() ?? [], this.#now?.flat() ?? []];
    return first.filter((count, index) => count !== now[index]).length;
  }

  /**
   * Take an answer to a drawing, or to squares that were set by hand: the first are what the game begins with.
   * @param {Answer} answer
   * @param {Squares | null} squares
   */
  receive(answer, squares) {
    if (!squares || !this.#first) this.#begin(answer, squares ?? answer.pixels);
    else this.#now = squares;
    this.#isReached = answer.digit === this.aim;
  }

  /* There is no drawing any more. */
  clear() {
    this.#first = this.#now = null;
    this.#aims = [];
    this.#isReached = false;
  }

  /* Choose another digit. */
  next() {
    this.#turn = this.#aims.length ? (this.#turn + 1) % this.#aims.length : 0;
    this.#isReached = false;
  }

  /**
   * @param {Answer} answer
   * @param {Squares} squares
   */
  #begin({ digit, probabilities }, squares) {
    const isSame = JSON.stringify(squares) === JSON.stringify(this.#first);
    this.#first = this.#now = squares;
    if (isSame) return; // undone: the task stays
    const order = probabilities.map((_, each) => each).sort((a, b) => probabilities[b] - probabilities[a]);
    this.#aims = order.filter((each) => each !== digit);
    this.#turn = 0;
  }
}
