/* A list of choices that needs no button: what is chosen is shown at once. */

import { select, selectAll } from "./elements.js";

/** @param {() => void} save keeps what is on the page, before it is loaded anew */
export function connectChoices(save = () => undefined) {
  for (const form of selectAll("[data-choose]")) {
    if (!(form instanceof HTMLFormElement)) continue;
    select("button", HTMLButtonElement, form).hidden = true;
    form.addEventListener("change", () => form.requestSubmit());
    form.addEventListener("submit", save);
  }
}
