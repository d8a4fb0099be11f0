/* The keys that undo, redo and clear. */

/** @typedef {"undo" | "redo" | "clear"} Step a step through a drawing's history */

/**
 * Take the step that a key asks for, if it asks for one.
 * @param {KeyboardEvent} event
 * @param {(step: Step) => void} apply
 */
export function handleShortcut(event, apply) {
  const step = shortcutOf(event);
  if (!step) return;
  event.preventDefault();
  apply(step);
}

/**
 * Return the step that a key asks for, or undefined. CapsLock makes capitals, so Shift is asked itself.
 * @param {Partial<KeyboardEvent>} event a browser that fills in a form sends keys without a name
 * @returns {Step | undefined}
 */
export function shortcutOf({ key = "", ctrlKey, metaKey, altKey, shiftKey }) {
  if (altKey) return undefined;
  if (!ctrlKey && !metaKey) return ["Delete", "Backspace"].includes(key) ? "clear" : undefined;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" ? "redo" : undefined;
}

/**
 * Whether a key is pressed together with one that gives it another meaning.
 * @param {KeyboardEvent} event
 */
export function hasModifier({ ctrlKey, metaKey, altKey }) {
  return ctrlKey || metaKey || altKey;
}
