/* What the browser remembers: settings from visit to visit, what is drawn until the tab is closed.
   A browser may refuse to store anything: then nothing is remembered, and the page works as well. */

/**
 * Return a setting's text, or null where there is none.
 * @param {string} name
 */
export function readSetting(name) {
  return attempt(() => localStorage.getItem(name)) ?? null;
}

/**
 * @param {string} name
 * @param {string} text
 */
export function writeSetting(name, text) {
  attempt(() => localStorage.setItem(name, text));
}

/**
 * Return what this tab remembers by a name, or null.
 * @param {string} name
 */
export function readSession(name) {
  return attempt(() => sessionStorage.getItem(name)) ?? null;
}

/**
 * @param {string} name
 * @param {string} text
 */
export function writeSession(name, text) {
  attempt(() => sessionStorage.setItem(name, text));
}

/**
 * Keep a text in this tab for the page that is loaded next. A page that is shown again as it was left still has it.
 * @param {string} name
 * @param {string} text
 */
export function saveSession(name, text) {
  attempt(() => {
    sessionStorage.setItem(name, text);
    window.addEventListener("pageshow", () => sessionStorage.removeItem(name), { once: true });
  });
}

/**
 * Hand over the text that was saved by this name, once. What cannot be restored is dropped.
 * @param {string} name
 * @param {(text: string) => void} restore
 */
export function restoreSession(name, restore) {
  attempt(() => {
    const text = sessionStorage.getItem(name);
    if (!text) return;
    sessionStorage.removeItem(name);
    restore(text);
  });
}

/* Forget every setting, and all that this tab remembers. */
export function forgetAll() {
  attempt(() => localStorage.clear());
  attempt(() => sessionStorage.clear());
}

/**
 * @template T
 * @param {() => T} action
 * @returns {T | undefined}
 */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
