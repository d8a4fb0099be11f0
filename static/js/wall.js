/* The wall: asks every two seconds what is on it, and shows that. What is hidden is gone with the next answer. */

import { create, find, pageLanguage, selectAll } from "./elements.js";
import { poll } from "./request.js";
import { say } from "./say.js";
import { WallMap } from "./wall-map.js";
import { fill, readWords } from "./words.js";

const PAUSE = 2000; // ms

/** @typedef {{ id: number, picture: string, label: string, guess: string, is_right: boolean }} Sheet */

const words = readWords();
const [wall, sheets, title, score] = ["wall", "wall-sheets", "wall-event", "wall-score"].map((name) =>
  find(name, HTMLElement),
);
const percent = new Intl.NumberFormat(pageLanguage(), { style: "percent" });
/** @type {Map<number, HTMLElement>} what hangs there, by its id: what stays is not drawn again */
const hanging = new Map();
const [map] = selectAll("[data-wall-map]").map((element) => new WallMap(element));
let etag = "";

async function look() {
  const news = await poll(wall.dataset.wall ?? "", etag).catch(() => null); // without an answer everything stays
  if (news) {
    etag = news.etag;
    show(JSON.parse(news.text));
  }
  setTimeout(look, PAUSE);
}

/** @typedef {import("./wall-map.js").Dot} Dot */
/** @typedef {import("./wall-map.js").Addresses} Addresses */
/** @param {{ event: string | null, n: number, right: number, sheets: Sheet[], points: Dot[], map: Addresses | null }} state */
function show({ event, n, right, sheets: shown = [], points = [], map: addresses }) {
  say(title, event ?? words.off);
  say(score, event && n ? fill(words.score, { n, percent: percent.format(right / n) }) : "");
  for (const id of hanging.keys()) if (!shown.some((sheet) => sheet.id === id)) hanging.delete(id);
  sheets.replaceChildren(...shown.map(hung));
  map?.show(points, addresses);
}

/** @param {Sheet} sheet */
function hung(sheet) {
  const item = hanging.get(sheet.id) ?? made(sheet);
  hanging.set(sheet.id, item);
  return item;
}

/** @param {Sheet} sheet */
function made({ picture, label, guess, is_right: isRight }) {
  const [said, meant] = [guess, label].map((name) => (name === "none" ? words.none : name));
  const item = create("li", { className: isRight ? "right" : "" });
  const text = fill(isRight ? words.right : words.wrong, { guess: said, label: meant });
  item.append(create("img", { src: picture, alt: "" }), create("p", { textContent: text }));
  return item;
}

look();
