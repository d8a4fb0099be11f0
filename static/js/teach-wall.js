/* A failure for the event's wall: what was hung up is sent, and kept, only when its writer presses the button for it.
   The same button takes it back, for as long as the drawing is on the sheet. */

import { showNotice } from "./page.js";
import { post, remove } from "./request.js";
import { say } from "./say.js";
import { randomName, visit } from "./visit.js";

const CREATED = 201; // the status of a drawing that counts

/** @typedef {() => Pick<import("./reader.js").Question, "type" | "body">} Message what is sent of the drawing */

export class FoolWall {
  #button;
  #words;
  #message;
  /** @type {{ label: number, key: string, type: string, body: Promise<BodyInit | null> } | null} */
  #offered = null;
  /** @type {{ id: number, receipt: string } | null} what the drawing that is kept is taken back with */
  #kept = null;

  /**
   * @param {HTMLButtonElement} button
   * @param {Record<"keep" | "kept" | "takeBack" | "back" | "away", string>} words
   * @param {Message} message
   */
  constructor(button, words, message) {
    this.#button = button;
    this.#words = words;
    this.#message = message;
    button.addEventListener("click", () => (this.#kept ? this.#takeBack(this.#kept) : this.#send()));
  }

  /**
   * The drawing on the sheet may be sent from now on.
   * @param {number} label what it is meant as
   */
  offer(label) {
    const { type, body } = this.#message();
    this.#offered = { label, key: randomName(), type, body: body() };
    this.#show(null);
  }

  withdraw() {
    this.#offered = null;
    this.#show(null);
  }

  async #send() {
    if (!this.#offered) return;
    const { label, key, type, body } = this.#offered;
    const facts = new URLSearchParams({ label: String(label), key, keep: "1", trick: "1", visit: visit() });
    this.#button.disabled = true; // the same key counts once, however often it is sent
    const sent = await post(`${this.#button.dataset.drawings}?${facts}`, { type, body: await body }).catch(() => null);
    const isKept = sent?.status === CREATED && sent.reply.is_kept;
    showNotice(isKept ? this.#words.kept : (sent?.reply?.error?.message ?? this.#words.away));
    if (this.#offered?.key === key) this.#show(isKept ? sent.reply : null);
  }

  /** @param {{ id: number, receipt: string }} kept */
  async #takeBack({ id, receipt }) {
    const kept = this.#kept;
    this.#button.disabled = true;
    const address = `${this.#button.dataset.drawings}/${id}`;
    const isGone = await remove(address, { Receipt: receipt }).catch(() => false);
    showNotice(isGone ? this.#words.back : this.#words.away);
    if (kept !== this.#kept) return; // somebody draws on
    if (isGone && this.#offered) this.#offered.key = randomName();
    this.#show(isGone ? null : kept);
  }

  /** @param {{ id: number, receipt: string } | null} kept */
  #show(kept) {
    // As the page came, it may have readings above its words.
    if (Boolean(kept) !== Boolean(this.#kept)) {
      say(this.#button, kept ? this.#words.takeBack : this.#words.keep);
    }
    this.#kept = kept;
    this.#button.disabled = !this.#offered;
  }
}
