/* A pen that writes by itself, at the speed of a hand: slower where the line turns, in the air between two strokes.
   Its ink goes into a drawing as a visitor's does. Dispatches "change" with `detail.settled` as the pad does. */

import { emit } from "./events.js";

const SPEED = 0.0011; // sides of the sheet a ms: a digit takes one or two seconds
const TURN = 45; // ms more for each radian that the line turns
const AIR = 320; // ms between two strokes

/** @typedef {import("./drawing.js").Drawing} Drawing */
/** @typedef {import("./drawing.js").Point} Point */
/** @typedef {[x: number, y: number][]} Line */
/** @typedef {Point[]} Timed a line, with the ms from its beginning */

export class GhostPen extends EventTarget {
  #drawing;
  #tip;
  #reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
  #frame = 0;

  /**
   * @param {Drawing} drawing
   * @param {HTMLElement} tip what is seen of the pen
   */
  constructor(drawing, tip) {
    super();
    this.#drawing = drawing;
    this.#tip = tip;
  }

  /**
   * Write lines, then call `done`.
   * @param {Line[]} lines in 0..1 of the sheet
   * @param {() => void} done
   */
  write(lines, done) {
    const timed = lines.map(timesOf);
    /** @param {number} index of the line that is written next */
    const next = (index) => {
      if (index < timed.length) this.#stroke(timed[index], () => next(index + 1));
      else this.#lift(done);
    };
    next(0);
  }

  /* Stop where it is; a stroke that is not finished is dropped. */
  stop() {
    cancelAnimationFrame(this.#frame);
    this.#drawing.drop();
    this.#tip.hidden = true;
  }

  /**
   * @param {Timed} line
   * @param {() => void} done
   */
  #stroke(line, done) {
    let from = 0; // ms: when the pen touches the paper
    let written = 0; // points
    /** @param {number} now ms */
    const tick = (now) => {
      from ||= now + AIR;
      this.#show(line[Math.max(0, written - 1)]);
      const count = this.#reducedMotion.matches ? line.length : line.filter(([, , t]) => from + t <= now).length;
      if (count > written) this.#ink(line.slice(written, count), !written);
      written = count;
      if (written < line.length) this.#request(tick);
      else this.#end(done);
    };
    this.#request(tick);
  }

  /**
   * @param {Timed} points
   * @param {boolean} isFirst whether a stroke begins with them
   */
  #ink(points, isFirst) {
    if (isFirst) this.#drawing.begin("ghost", points[0]);
    this.#drawing.extend(isFirst ? points.slice(1) : points);
    emit(this, "change", { settled: false });
  }

  /** @param {() => void} done */
  #end(done) {
    this.#drawing.end();
    emit(this, "change", { settled: true });
    done();
  }

  /** @param {() => void} done */
  #lift(done) {
    this.#tip.hidden = true;
    done();
  }

  /** @param {Point} place */
  #show([x, y]) {
    this.#tip.hidden = false;
    this.#tip.style.setProperty("--x", String(x));
    this.#tip.style.setProperty("--y", String(y));
  }

  /** @param {FrameRequestCallback} tick */
  #request(tick) {
    this.#frame = requestAnimationFrame(tick);
  }
}

/**
 * Return a line's points, each with the ms from the beginning at which a hand is there.
 * @param {Line} line
 * @returns {Timed}
 */
export function timesOf(line) {
  let t = 0;
  return line.map(([x, y], i) => {
    if (i) t += Math.hypot(x - line[i - 1][0], y - line[i - 1][1]) / SPEED + TURN * turnAt(line, i - 1);
    return [x, y, Math.round(t)];
  });
}

/**
 * Return by how much a line turns at a point, in radians.
 * @param {Line} line
 * @param {number} i
 */
function turnAt(line, i) {
  if (!i) return 0;
  const [[ax, ay], [bx, by], [cx, cy]] = line.slice(i - 1, i + 2);
  const turn = Math.abs(Math.atan2(cy - by, cx - bx) - Math.atan2(by - ay, bx - ax));
  return Math.min(turn, 2 * Math.PI - turn);
}
