/* The page's own sentences, in the visitor's language: templates write them into the page as JSON. */

import { find } from "./elements.js";

/**
 * Return the sentences that the page carries in `data-<name>`.
 * @param {string} name
 * @returns {any} sentences by their names; each part of a page says which it needs
 */
export function readWords(name = "page-words") {
  return JSON.parse(find(name, HTMLScriptElement).textContent);
}

/**
 * Fill {names} into a sentence.
 * @param {string} sentence
 * @param {Record<string, string | number | undefined>} facts
 */
export function fill(sentence, facts) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(facts[name]));
}

/**
 * Return a sentence that begins with a word from the middle of one, as a sentence begins.
 * @param {string} sentence
 */
export function capital(sentence) {
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}
