/* A failure for the event's wall: what was hung up is sent, and kept, only when its writer presses the button for it. */

import { showNotice } from "./page.js";
import { post } from "./request.js";
import { randomName, visit } from "./visit.js";

const CREATED = 201; // the status of a drawing that counts

/** @typedef {() => Pick<import("./reader.js").Question, "type" | "body">} Message what is sent of the drawing */

export class FoolWall {
  #button;
  #words;
  #message;
  /** @type {{ label: number, key: string, type: string, body: Promise<BodyInit | null> } | null} */
  #offered = null;

  /**
   * @param {HTMLButtonElement} button
   * @param {Record<"kept" | "away", string>} words
   * @param {Message} message
   */
  constructor(button, words, message) {
    this.#button = button;
    this.#words = words;
    this.#message = message;
    button.addEventListener("click", () => this.#send());
  }

  /**
   * The drawing on the sheet may be sent from now on.
   * @param {number} label what it is meant as
   */
  offer(label) {
    const { type, body } = this.#message();
    this.#offered = { label, key: randomName(), type, body: body() };
    this.#button.disabled = false;
  }

  withdraw() {
    this.#offered = null;
    this.#button.disabled = true;
  }

  async #send() {
    if (!this.#offered) return;
    const { label, key, type, body } = this.#offered;
    const facts = new URLSearchParams({ label: String(label), key, keep: "1", visit: visit() });
    this.#button.disabled = true; // the same key counts once, however often it is sent
    const sent = await post(`${this.#button.dataset.drawings}?${facts}`, { type, body: await body }).catch(() => null);
    const isKept = sent?.status === CREATED && sent.reply.is_kept;
    showNotice(isKept ? this.#words.kept : (sent?.reply?.error?.message ?? this.#words.away));
    if (!isKept && this.#offered?.key === key) this.#button.disabled = false;
  }
}
