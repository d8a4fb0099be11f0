/* Furigana, the small reading above a word's characters: catalogues write 漢字《かんじ》, as app/web/furigana.py knows. */

const READING = /([㐀-鿿々]+)《([ぁ-ヿ]+)》/;
const EVERY = new RegExp(READING, "g");

/** @typedef {{ word: string, reading: string }} ReadWord */

/**
 * Return a sentence with the reading in the place of each word that has one, for where no second line has room: names
 * for those who see no page, canvases, files.
 * @param {string} sentence
 */
export function readingsAlone(sentence) {
  return sentence.replace(EVERY, "$2");
}

/**
 * Return the parts of a sentence in their order: text, and words that have a reading.
 * @param {string} sentence
 * @returns {(string | ReadWord)[]}
 */
export function partsOf(sentence) {
  const pieces = sentence.split(READING); // text, then a word, its reading and text for each
  /** @type {(string | ReadWord)[]} */
  const parts = [pieces[0]];
  for (let i = 1; i < pieces.length; i += 3) parts.push({ word: pieces[i], reading: pieces[i + 1] }, pieces[i + 2]);
  return parts.filter(Boolean);
}
