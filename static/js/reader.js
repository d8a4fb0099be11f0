/* Asks the server what a drawing is. At most one question is on its way and the newest waits; an old answer never
   follows a newer one, nor is it settled while a newer question waits; trouble is told once, calmly, and mends itself.
   Dispatches "answer" ({ answer, settled, again }), "blank", "trouble" ({ kind, message }) and "calm". */

const GAP = 130; // ms between two questions while drawing
const MOST = 10; // questions in any second, the settled ones included
const SECOND = 1000; // ms
const SLOW = 2000; // ms without an answer until the visitor is told
const EASE = 3000; // ms without a question until a server counts as slow no longer
const PATIENCE = 10_000; // ms until a question is given up and asked again
const PAUSES = [500, 1000, 2000, 4000]; // ms before each new try; the last one for good
const LONGEST = 60; // s: the longest a server may send us away
const FORGOTTEN = new Error("forgotten");
const DIGITS = 10;
const SIDE = 8; // squares along a side of the picture that was read
const FULL = 16; // points in a square

export class Reader extends EventTarget {
  #address;
  #waiting = null;
  #underway = null; // what stops the question that is on its way
  #number = 0; // of the newest question
  #void = 0; // answers up to this number come too late
  #starts = [];
  #resume = 0;
  #failures = 0;
  #timer = 0;
  #told = ""; // the trouble that was told last and is not over
  #ease = 0;

  constructor(address) {
    super();
    this.#address = address;
  }

  /* Ask about { body, type, settled, explain }; `body()` resolves to what is sent, painted only when its turn comes.
     Settled questions are explained as `explain` says. One that is asked `again` is told so in its answer. */
  ask(question) {
    this.#waiting = { ...question, number: ++this.#number };
    this.#next();
  }

  /* There is nothing to ask any more: whatever is on its way is called back, that the next may go at once. */
  forget() {
    this.#waiting = null;
    this.#void = this.#number;
    this.#underway?.abort(FORGOTTEN);
    this.#calm();
  }

  /* Something else could not be had from the server: the next question will find out when it is back. */
  stumble() {
    this.#rest();
    this.#trouble("away");
  }

  /* The network is back: do not sit out the pause. */
  hurry() {
    this.#resume = 0;
    this.#next();
  }

  #next() {
    clearTimeout(this.#timer);
    if (this.#underway || !this.#waiting) return;
    const pause = this.#turn(this.#waiting) - performance.now();
    if (pause > 0) this.#timer = setTimeout(() => this.#next(), pause);
    else this.#go();
  }

  #turn({ settled }) {
    const crowded = this.#starts.length < MOST ? 0 : this.#starts[0] + SECOND;
    const close = settled ? 0 : (this.#starts.at(-1) ?? -GAP) + GAP;
    return Math.max(this.#resume, crowded, close);
  }

  async #go() {
    const question = this.#waiting;
    this.#waiting = null;
    clearTimeout(this.#ease);
    this.#underway = new AbortController();
    const slow = setTimeout(() => this.#tarry(question), SLOW);
    try {
      this.#hear(question, await this.#exchange(question, this.#underway));
    } catch (trouble) {
      if (trouble !== FORGOTTEN) this.#retry(question, trouble);
    } finally {
      clearTimeout(slow);
      this.#underway = null;
      this.#ease = setTimeout(() => this.#told === "slow" && this.#calm(), EASE);
      this.#next();
    }
  }

  async #exchange({ body, type, settled, explain = "" }, stop) {
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const sent = await body(); // painting may take its time: the question starts when it is sent
      this.#starts = [...this.#starts, performance.now()].slice(-MOST);
      const response = await fetch(this.#address + (settled && explain ? `?explain=${explain}` : ""), {
        method: "POST",
        headers: { "Content-Type": type, Accept: "application/json" },
        body: sent,
        signal: stop.signal,
      });
      return { status: response.status, after: response.headers.get("Retry-After"), said: await response.json() };
    } finally {
      clearTimeout(timer);
    }
  }

  #hear(question, { status, after, said }) {
    if (status === 429) throw Object.assign(new Error("busy"), { pause: pauseOf(after) });
    if (status >= 500 || !(status === 200 ? isAnswer(said) : said?.error?.code)) throw new Error("no answer");
    this.#failures = 0;
    this.#resume = 0;
    if (!(question.late && this.#told === "slow")) this.#calm();
    if (question.number <= this.#void) return;
    this.#void = question.number;
    const settled = question.settled && question.number === this.#number;
    if (status === 200) this.#tell("answer", { answer: said, settled, again: question.again });
    else if (said.error.code === "blank") this.#tell("blank", {});
    else this.#trouble("refused", said.error.message);
  }

  #retry(question, { pause }) {
    this.#rest(pause);
    if (question.number <= this.#void) return;
    this.#waiting ??= { ...question, late: false };
    this.#trouble(pause ? "busy" : "away");
  }

  #rest(pause = PAUSES[Math.min(this.#failures++, PAUSES.length - 1)]) {
    this.#resume = performance.now() + pause;
  }

  /* A server that is slow stays so until an answer was quick, or nobody asks any more: a line that came and went with
     each would be no calm one. */
  #tarry(question) {
    question.late = true;
    if (question.number > this.#void && !this.#told) this.#trouble("slow");
  }

  #trouble(kind, message = "") {
    if (kind === this.#told && kind !== "refused") return; // each refusal is about another question
    this.#told = kind;
    this.#tell("trouble", { kind, message });
  }

  #calm() {
    if (this.#told) this.#tell("calm", {});
    this.#told = "";
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/* How long the server asked for, in seconds or until a date, as milliseconds. */
function pauseOf(after) {
  const seconds = Number(after ?? 1);
  const asked = Number.isNaN(seconds) ? (Date.parse(after) - Date.now()) / SECOND : seconds;
  return Math.min(LONGEST, Math.max(1, asked || 1)) * SECOND;
}

/* Whether a reply is an answer through and through. Anything may reply in the server's place: a hotel's log-in page, a
   half-started proxy. */
function isAnswer(said) {
  const { digit, confidence, is_digit: isDigit, probabilities: shares } = said ?? {};
  if (!isRead(said) || !isShare(confidence) || typeof isDigit !== "boolean") return false;
  return isRow(shares, DIGITS, isShare) && shares[digit] === Math.max(...shares);
}

/* Whether something has a digit that was read, and the squares that it was read in. */
export function isRead(said) {
  return isWhole(said?.digit, DIGITS - 1) && isSquares(said.pixels);
}

export function isSquares(rows) {
  return isRow(rows, SIDE, (row) => isRow(row, SIDE, (points) => isWhole(points, FULL)));
}

export function isRow(row, length, isOne) {
  return Array.isArray(row) && row.length === length && row.every(isOne);
}

export function isWhole(number, most) {
  return Number.isInteger(number) && number >= 0 && number <= most;
}

function isShare(number) {
  return Number.isFinite(number) && number >= 0 && number <= 1;
}
