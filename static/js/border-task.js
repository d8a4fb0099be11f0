/* What is asked about the border between two digits, and what became of it with the newest change. */

const TREMBLE = 0.02; // margins: what a fit's own tolerance may move, and nobody sees

/** @typedef {{ digits: number[], C: number, gamma: number, without: number[], at?: number[] }} Wanted */

export class BorderTask {
  /** @type {number[]} */
  #digits;
  /** @type {Set<number>} */
  #without = new Set();
  C = 1;
  gamma = 20;

  /** @param {number[]} digits two */
  constructor(digits) {
    this.#digits = digits;
  }

  get digits() {
    return this.#digits;
  }

  /* The digits that are away, by their index in the data set. */
  get without() {
    return this.#without;
  }

  /**
   * Another digit; the same as the other one turns the two round.
   * @param {number} which 0 or 1
   * @param {number} digit
   */
  choose(which, digit) {
    const other = this.#digits[1 - which];
    const next = digit === other ? this.#digits[which] : other;
    this.#digits = which ? [next, digit] : [digit, next];
    this.#without = new Set();
  }

  /**
   * Take a digit away, or bring it back.
   * @param {number} index
   */
  toggle(index) {
    if (!this.#without.delete(index)) this.#without.add(index);
  }

  bringAllBack() {
    this.#without = new Set();
  }

  /**
   * @param {number[] | null} at where the visitor's drawing lies
   * @returns {Wanted}
   */
  toMessage(at) {
    const { digits, C, gamma } = this;
    return { digits, C, gamma, without: [...this.#without], ...(at && { at }) };
  }
}

/**
 * Return the number that a slider stands for: its place is the power of ten.
 * @param {number} place
 */
export function numberAt(place) {
  return Number((10 ** place).toPrecision(2));
}

/**
 * Return which digit alone went away or came back from one question to the next, or null where more is different.
 * @param {Wanted} before
 * @param {Wanted} after
 * @returns {{ index: number, isAway: boolean } | null}
 */
export function changeBetween(before, after) {
  const frame = (/** @type {Wanted} */ { digits, C, gamma }) => JSON.stringify([digits, C, gamma]);
  const gone = after.without.filter((index) => !before.without.includes(index));
  const back = before.without.filter((index) => !after.without.includes(index));
  if (frame(before) !== frame(after) || gone.length + back.length !== 1) return null;
  return { index: [...gone, ...back][0], isAway: gone.length === 1 };
}

/**
 * Whether a border lies elsewhere now.
 * @param {number[][]} before
 * @param {number[][]} after
 */
export function movedBetween(before, after) {
  return after.some((row, y) => row.some((decision, x) => Math.abs(decision - before[y][x]) > TREMBLE));
}

/**
 * Return the two digits that are most probable.
 * @param {number[]} probabilities
 */
export function likeliest(probabilities) {
  const order = probabilities.map((_, digit) => digit).sort((a, b) => probabilities[b] - probabilities[a]);
  return order.slice(0, 2);
}
