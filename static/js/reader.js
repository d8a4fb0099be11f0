/* The one place that talks to the server. At most one question is on its way and the newest waits; an old answer never
   follows a newer one; trouble is told once, calmly, and mends itself. Dispatches "answer" ({ answer, settled, again }),
   "blank", "trouble" ({ kind, message }) and "calm". */

const GAP = 130; // ms between two questions while drawing
const MOST = 10; // questions in any second, the settled ones included
const SECOND = 1000; // ms
const SLOW = 2000; // ms without an answer until the visitor is told
const PATIENCE = 10_000; // ms until a question is given up and asked again
const PAUSES = [500, 1000, 2000, 4000]; // ms before each new try; the last one for good
const LONGEST = 60; // s: the longest a server may send us away

export class Reader extends EventTarget {
  #address;
  #waiting = null;
  #underway = false;
  #number = 0; // of the newest question
  #void = 0; // answers up to this number come too late
  #starts = [];
  #resume = 0;
  #failures = 0;
  #timer = 0;
  #troubled = false;

  constructor(address) {
    super();
    this.#address = address;
  }

  /* Ask about { body, type, settled, explain }; `body()` resolves to what is sent, painted only when its turn comes.
     Settled questions are explained. One that is asked `again` is told so in its answer. */
  ask(question) {
    this.#waiting = { ...question, number: ++this.#number };
    this.#next();
  }

  /* There is nothing to ask any more: whatever is on its way comes too late. */
  forget() {
    this.#waiting = null;
    this.#void = this.#number;
    this.#calm();
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
    this.#underway = true;
    const slow = setTimeout(() => question.number > this.#void && this.#trouble("slow"), SLOW);
    try {
      this.#hear(question, await this.#exchange(question));
    } catch (trouble) {
      this.#retry(question, trouble);
    } finally {
      clearTimeout(slow);
      this.#underway = false;
      this.#next();
    }
  }

  async #exchange({ body, type, settled, explain = "steps" }) {
    const stop = new AbortController();
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
    this.#calm();
    if (question.number <= this.#void) return;
    this.#void = question.number;
    if (status === 200) this.#tell("answer", { answer: said, settled: question.settled, again: question.again });
    else if (said.error.code === "blank") this.#tell("blank", {});
    else this.#trouble("refused", said.error.message);
  }

  #retry(question, trouble) {
    const pause = trouble.pause ?? PAUSES[Math.min(this.#failures++, PAUSES.length - 1)];
    this.#resume = performance.now() + pause;
    if (question.number <= this.#void) return;
    this.#waiting ??= question;
    this.#trouble(trouble.pause ? "busy" : "away");
  }

  #trouble(kind, message = "") {
    this.#troubled = true;
    this.#tell("trouble", { kind, message });
  }

  #calm() {
    if (this.#troubled) this.#tell("calm", {});
    this.#troubled = false;
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

/* Anything may answer in the server's place: a hotel's log-in page, a half-started proxy. */
function isAnswer(said) {
  const shares = said?.probabilities;
  const rows = said?.pixels;
  return Number.isInteger(said?.digit) && Array.isArray(shares) && shares.length === 10 &&
    Array.isArray(rows) && rows.length === 8 && rows.every((row) => Array.isArray(row) && row.length === 8);
}
