/* A drawing as a picture that moves: an SVG that writes itself as it was written, at the hand's own speed. */

import { lengthOf, PEN, pathOf } from "./pen.js";
import { readingsAlone } from "./readings.js";

const SIDE = 1000; // units along a side
const PAPER = "#fdfbf6";
const INK = "#1d1b18";
const LONGEST_PAUSE = 600; // ms between two strokes: nobody watches a thought
const DOT = 120; // ms that a dot takes
const MOST_STEPS = 60; // of a stroke's speed: smoother than anybody sees
const DIGITS = 3; // behind the point, of shares

/** @typedef {import("./drawing.js").Stroke} Stroke */

/**
 * Return the text of the SVG.
 * @param {readonly Stroke[]} strokes
 * @param {string} title
 */
export function replayOf(strokes, title) {
  let at = 0; // ms
  const parts = strokes.map((stroke, i) => {
    if (i) at += pauseBetween(strokes[i - 1], stroke);
    const part = strokeOf(stroke, at);
    at += lastingOf(stroke);
    return part;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="600" height="600">`,
    `<title>${escaped(readingsAlone(title))}</title><rect width="${SIDE}" height="${SIDE}" fill="${PAPER}"/>`,
    `<g fill="none" stroke="${INK}" stroke-width="${PEN * SIDE}" stroke-linecap="round" stroke-linejoin="round">`,
    ...parts,
    "</g></svg>",
  ].join("\n");
}

/**
 * Return a stroke that is not there before its time, and grows as fast as the hand went.
 * @param {Stroke} stroke
 * @param {number} at ms
 */
function strokeOf(stroke, at) {
  const begin = `begin="${at}ms"`;
  const shown = `<set attributeName="opacity" to="1" ${begin} fill="freeze"/>`;
  const { times, shares } = speedOf(stroke);
  const values = shares.map((share) => (1 - share).toFixed(DIGITS)).join(";");
  const grown =
    `<animate attributeName="stroke-dashoffset" values="${values}" keyTimes="${times.join(";")}" ` +
    `dur="${lastingOf(stroke)}ms" ${begin} fill="freeze"/>`;
  const isDot = lengthOf(stroke.points) === 0;
  const dash = isDot ? "" : ` pathLength="1" stroke-dasharray="1 2" stroke-dashoffset="1"`;
  return `<path d="${dataOf(stroke)}" opacity="0"${dash}>${shown}${isDot ? "" : grown}</path>`;
}

/**
 * Return the path's data: the same path as the pen's.
 * @param {Stroke} stroke
 */
function dataOf({ points }) {
  const [[x, y], ...rest] = pathOf(points).map((place) => place.map((one) => Math.round(one * SIDE)));
  const lines = rest.map((place) => `${place.length === 2 ? "L" : "Q"}${place.join(" ")}`);
  return `M${x} ${y}${lines.join("") || "l0 0"}`;
}

/**
 * Return at which share of its time which share of a stroke was written.
 * @param {Stroke} stroke
 */
function speedOf({ points }) {
  const step = Math.max(1, Math.ceil((points.length - 1) / MOST_STEPS));
  const kept = points.map((_, i) => i).filter((i) => i % step === 0 || i === points.length - 1);
  const [[, , start], [, , end]] = [points[0], points[points.length - 1]];
  const whole = lengthOf(points) || 1;
  const isTimed = end > start;
  const times = kept.map((i) =>
    isTimed ? (points[i][2] - start) / (end - start) : i / Math.max(1, points.length - 1),
  );
  return {
    times: times.map((time) => Number(time.toFixed(DIGITS))),
    shares: kept.map((i) => lengthOf(points.slice(0, i + 1)) / whole),
  };
}

/**
 * @param {Stroke} stroke
 * @returns {number} ms, never none
 */
function lastingOf({ points }) {
  return Math.max(DOT, points[points.length - 1][2] - points[0][2]);
}

/**
 * @param {Stroke} before
 * @param {Stroke} after
 */
function pauseBetween(before, after) {
  const pause = after.points[0][2] - before.points[before.points.length - 1][2];
  return Math.min(LONGEST_PAUSE, Math.max(0, pause));
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
