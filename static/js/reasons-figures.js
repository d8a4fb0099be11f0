/* The reasons' pictures: small learnt drawings with what they say, and the board of duels. */

import { create } from "./elements.js";
import { paintCanvas } from "./small-squares.js";

const LOUD = 2; // the decision from which a duel's square is as dark as it gets

/** @typedef {import("./reasons-check.js").Learnt} Learnt */
/** @typedef {(value: number) => string} Format */

/**
 * Return a list item: a learnt drawing, its digit and name, and for experts its distance or contribution.
 * @param {Learnt} drawing
 * @param {string} name
 * @param {string} [measure]
 */
export function createCard({ digit, pixels }, name, measure) {
  const card = create("li", { className: "card" });
  const paper = create("span", { className: "paper" });
  const picture = create("canvas", {}, { "aria-hidden": "true" });
  paintCanvas(picture, pixels, "#000"); // the page's style turns it light on dark paper
  paper.append(picture);
  card.append(
    paper,
    create("b", { textContent: String(digit ?? "?") }),
    create("span", { textContent: name, className: "name" }),
  );
  if (measure) card.append(create("span", { textContent: measure, className: "measure" }));
  return card;
}

/**
 * Return the rows of the table of pairwise decisions, the answer's own row marked.
 * @param {number[][]} board
 * @param {number} answer
 * @param {Format} format
 */
export function createBoard(board, answer, format) {
  const head = create("tr");
  head.append(create("td"), ...board.map((_, digit) => createHeading(digit, "col")));
  return [head, ...board.map((decisions, digit) => createRow(decisions, digit, digit === answer, format))];
}

/**
 * @param {number[]} decisions
 * @param {number} digit
 * @param {boolean} isAnswer
 * @param {Format} format
 */
function createRow(decisions, digit, isAnswer, format) {
  const row = create("tr", { className: isAnswer ? "answered" : "" });
  const cells = decisions.map((decision, rival) => createCell(decision, rival === digit ? "" : format(decision)));
  row.append(createHeading(digit, "row"), ...cells);
  return row;
}

/**
 * @param {number} digit
 * @param {"row" | "col"} scope
 */
function createHeading(digit, scope) {
  return create("th", { textContent: String(digit), scope });
}

/**
 * @param {number} decision
 * @param {string} text
 */
function createCell(decision, text) {
  const cell = create("td", { textContent: text });
  cell.style.setProperty("--win", Math.min(1, Math.max(0, decision / LOUD)).toFixed(2));
  return cell;
}
