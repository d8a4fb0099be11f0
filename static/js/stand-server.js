/* What a stand asks of its server while nobody is there, so that nobody has to attend to it: what the pen may write,
   whether there is a newer page, and the language that the stand was opened in. */

import { pageLanguage, select, selectAll } from "./elements.js";
import { get } from "./request.js";
import { forgetAll, readSession, writeSession } from "./storage.js";

const PAUSE = 20_000; // ms between two looks
const LANGUAGE = "kiosk-language"; // the name under which this tab remembers the stand's own

export class StandServer {
  #addresses;
  #release;
  #askedAt = performance.now(); // ms: not at once, lest a page that can never be the newest loads itself for ever

  /**
   * @param {Record<"now" | "strokes", string>} addresses
   * @param {string} release of this page
   */
  constructor(addresses, release) {
    this.#addresses = addresses;
    this.#release = release;
    if (!readSession(LANGUAGE)) writeSession(LANGUAGE, pageLanguage());
  }

  /* Resolve to what the pen may write, or to null. */
  strokes() {
    return get(this.#addresses.strokes).catch(() => null);
  }

  /* A visitor has gone: of all that this browser remembers here, only the stand's own language stays. */
  forgetVisit() {
    const own = readSession(LANGUAGE) ?? "";
    forgetAll();
    writeSession(LANGUAGE, own);
  }

  /* The stand is none any more. */
  forget() {
    writeSession(LANGUAGE, "");
  }

  /**
   * Load the page anew where the server has another, and in the stand's own language; a server that is away would leave
   * a browser's error on the screen. Resolve to whether the server is there, or nothing between two looks.
   * @param {() => boolean} isUnattended asked again when the answer is there: somebody may have come meanwhile
   */
  async look(isUnattended) {
    const button = this.#homeButton();
    if (!button && performance.now() < this.#askedAt + PAUSE) return undefined;
    this.#askedAt = performance.now();
    const now = await get(this.#addresses.now).catch(() => null);
    if (!now || !isUnattended()) return false;
    if (button) select(".languages", HTMLFormElement).requestSubmit(button);
    else if (now.release && now.release !== this.#release) location.reload();
    return true;
  }

  /* Return what leads back to the stand's own language, or nothing where it speaks that. */
  #homeButton() {
    const own = readSession(LANGUAGE) || pageLanguage();
    return selectAll(".languages button").find((one) => one.lang === own);
  }
}
