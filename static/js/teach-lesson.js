/* What a visitor has taught: the signs, and the drawings of each as the machine saw them, in the order they were shown. */

const COUNTS = 64; // of a row's 320 numbers: the ink in the squares, which a picture is made of

/** @typedef {{ sign: string, row: number[] }} Example */

export class Lesson {
  /** @type {string[]} */
  signs = [];
  /** @type {Example[]} */
  examples = [];

  /* How many signs have a drawing. */
  get known() {
    return new Set(this.examples.map(({ sign }) => sign)).size;
  }

  /* Whether there is something to tell apart. */
  get canLearn() {
    return this.known > 1;
  }

  /** @param {string} sign */
  countOf(sign) {
    return this.examples.filter((example) => example.sign === sign).length;
  }

  /** @param {string} sign */
  addSign(sign) {
    if (!this.signs.includes(sign)) this.signs = [...this.signs, sign];
  }

  /**
   * Take a sign away, with its drawings.
   * @param {string} sign
   */
  dropSign(sign) {
    this.signs = this.signs.filter((one) => one !== sign);
    this.examples = this.examples.filter((one) => one.sign !== sign);
  }

  /**
   * @param {string} sign
   * @param {number[]} row
   */
  add(sign, row) {
    this.addSign(sign);
    this.examples = [...this.examples, { sign, row }];
  }

  /** @param {number} index */
  forget(index) {
    this.examples = this.examples.filter((_, i) => i !== index);
  }

  forgetAll() {
    this.examples = [];
  }

  /* What a request carries. */
  toMessage() {
    return this.examples.map(({ sign, row }) => ({ label: sign, row }));
  }

  save() {
    return JSON.stringify({ signs: this.signs, examples: this.examples });
  }

  /** @param {string} text */
  restore(text) {
    const { signs, examples } = JSON.parse(text);
    Object.assign(this, { signs, examples });
  }
}

/**
 * Return the 64 counts of a row as 8 rows of 8.
 * @param {number[]} row
 */
export function squaresOf(row) {
  return Array.from({ length: 8 }, (_, i) => row.slice(0, COUNTS).slice(8 * i, 8 * i + 8));
}
