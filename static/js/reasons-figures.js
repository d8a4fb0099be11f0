/* The reasons' pictures: small learnt drawings with what they say, and the board of duels. */

const SIDE = 8;
const FULL = 16; // points in a square
const LOUD = 2; // the decision from which a duel's square is as dark as it gets

/* Return an element with a text. */
export function itemOf(name, text, className = "") {
  return Object.assign(document.createElement(name), { textContent: text, className });
}

/* Return a list item: a learnt drawing, its digit and name, and its distance or contribution. */
export function cardOf({ digit, pixels }, name, measure) {
  const card = itemOf("li", "", "card");
  const paper = itemOf("span", "", "paper");
  paper.append(pictureOf(pixels));
  card.append(paper, itemOf("b", digit ?? "?"), itemOf("span", name, "name"), itemOf("span", measure, "measure"));
  return card;
}

/* Return the rows of the duels' table, the answer's own row marked. */
export function boardOf(board, answer, number) {
  const digits = board.map((_, digit) => digit);
  const head = itemOf("tr", "");
  head.append(itemOf("td", ""), ...digits.map((digit) => headOf(digit, "col")));
  return [head, ...digits.map((row) => rowOf(board, row, row === answer, number))];
}

function rowOf(board, row, isAnswer, number) {
  const line = itemOf("tr", "", isAnswer ? "answered" : "");
  line.append(headOf(row, "row"), ...board[row].map((decision, column) => duelOf(decision, row === column, number)));
  return line;
}

function headOf(digit, scope) {
  const head = itemOf("th", digit);
  head.scope = scope;
  return head;
}

function duelOf(decision, isSelf, number) {
  const cell = itemOf("td", isSelf ? "" : number(decision));
  cell.style.setProperty("--win", Math.min(1, Math.max(0, decision / LOUD)).toFixed(2));
  return cell;
}

/* Return an 8 x 8 canvas, ink on nothing: the page's style enlarges it and turns it light on dark paper. */
function pictureOf(pixels) {
  const canvas = Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE });
  canvas.setAttribute("aria-hidden", "true");
  const data = new ImageData(SIDE, SIDE);
  pixels.flat().forEach((value, index) => (data.data[4 * index + 3] = (255 * value) / FULL));
  canvas.getContext("2d").putImageData(data, 0, 0);
  return canvas;
}
