/* The one file that writes sentences on the page: with readings above their words, or plain where only that is read. */

import { partsOf, readingsAlone } from "./readings.js";

/**
 * Write a sentence, with readings above its words where the catalogue gives them. The same again costs nothing, ten
 * times a second, and a changed text node less than a new one.
 * @param {Element} element
 * @param {string} sentence
 */
export function say(element, sentence) {
  const { firstChild } = element;
  const parts = partsOf(sentence);
  const isPlain = parts.every((part) => part === sentence);
  if (isPlain && firstChild instanceof Text && !firstChild.nextSibling) {
    if (firstChild.nodeValue !== sentence) firstChild.nodeValue = sentence;
  } else if (saidOn(element) !== sentence) {
    element.replaceChildren(isPlain ? sentence : shown(parts, element.ownerDocument));
  }
}

/**
 * Return the sentence that an element shows, with its readings as catalogues write them.
 * @param {Element} element
 */
export function saidOn(element) {
  return [...element.childNodes].map(textOf).join("");
}

/**
 * Give an element a name, or another attribute that is read: it is plain text.
 * @param {Element} element
 * @param {string} sentence
 * @param {string} [attribute]
 */
export function setLabel(element, sentence, attribute = "aria-label") {
  element.setAttribute(attribute, readingsAlone(sentence));
}

/**
 * Return a sentence as one element, so that a row of boxes takes it for one.
 * @param {ReturnType<typeof partsOf>} parts
 * @param {Document} page
 */
function shown(parts, page) {
  const element = page.createElement("span");
  element.append(...parts.map((part) => (typeof part === "string" ? part : rubyOf(part, page))));
  return element;
}

/**
 * @param {import("./readings.js").ReadWord} part
 * @param {Document} page
 */
function rubyOf({ word, reading }, page) {
  const ruby = page.createElement("ruby");
  const [open, above, close] = ["rp", "rt", "rp"].map((name) => page.createElement(name));
  open.textContent = "(";
  above.textContent = reading;
  close.textContent = ")";
  above.setAttribute("aria-hidden", "true"); // who is read to hears the word, once
  ruby.append(word, open, above, close);
  return ruby;
}

/**
 * @param {Node} node
 * @returns {string}
 */
function textOf(node) {
  if (!(node instanceof HTMLElement)) return node.textContent ?? "";
  if (node.localName !== "ruby") return [...node.childNodes].map(textOf).join("");
  return `${node.firstChild?.textContent}《${node.querySelector("rt")?.textContent}》`;
}
