/* The one file that looks for elements in the page and makes new ones. */

import { readingsAlone } from "./readings.js";
import { say, setLabel } from "./say.js";

/**
 * Return the element with the attribute `data-<name>`, as the given class of element.
 * @template {Element} T
 * @param {string} name
 * @param {new () => T} type
 * @param {ParentNode} root
 * @returns {T}
 */
export function find(name, type, root = document) {
  return select(`[data-${name}]`, type, root);
}

/**
 * Return the first element that a CSS selector fits. Throws where the page has none.
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} root
 * @returns {T}
 */
export function select(selector, type, root = document) {
  const element = root.querySelector(selector);
  if (element instanceof type) return element;
  throw new TypeError(`The page has no ${type.name} at ${selector}.`);
}

/**
 * Return every element that a CSS selector fits.
 * @param {string} selector
 * @param {ParentNode} root
 * @returns {HTMLElement[]}
 */
export function selectAll(selector, root = document) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector))];
}

/**
 * Return a new element, with the sentence `textContent` and other properties, and attributes such as `aria-hidden`.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Partial<HTMLElementTagNameMap[K]>} properties
 * @param {Record<string, string>} attributes
 * @returns {HTMLElementTagNameMap[K]}
 */
export function create(name, { textContent, ...properties } = {}, attributes = {}) {
  const plain = Object.entries(properties).map(([key, value]) => [key, plainOf(value)]);
  const element = Object.assign(document.createElement(name), Object.fromEntries(plain));
  if (textContent) say(element, textContent);
  for (const [attribute, text] of Object.entries(attributes)) setLabel(element, text, attribute);
  return element;
}

/** @param {unknown} value */
function plainOf(value) {
  return typeof value === "string" ? readingsAlone(value) : value;
}

/**
 * Return what draws on a canvas. Throws where the browser has no memory left for one.
 * @param {HTMLCanvasElement} canvas
 * @param {CanvasRenderingContext2DSettings} [settings]
 */
export function contextOf(canvas, settings) {
  const context = canvas.getContext("2d", settings);
  if (context) return context;
  throw new Error("The browser gives this canvas no context.");
}

/* Return the language that the page is written in. */
export function pageLanguage() {
  return document.documentElement.lang;
}

/**
 * Resolve when a stylesheet is on the page, or cannot be had: without it the page is plain, but there.
 * @param {string} address
 * @returns {Promise<unknown>}
 */
export function addStylesheet(address) {
  const link = create("link", { rel: "stylesheet", href: address });
  document.head.append(link);
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
  });
}

/* Return the element that holds the whole page. */
export function pageRoot() {
  return document.documentElement;
}

/* Show the page on the whole screen, or no longer; where the browser will not, it stays as it is. */
export function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => undefined);
}

/* Whether the page is in sight: not in another tab, not behind a dark screen. */
export function isPageSeen() {
  return document.visibilityState === "visible";
}

/**
 * Call a listener whenever the page comes into sight, or goes.
 * @param {() => void} listener
 */
export function whenPageIsSeen(listener) {
  document.addEventListener("visibilitychange", listener);
}
