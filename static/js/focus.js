/* The keyboard's focus must not get lost when a button is disabled, and a grid has one place in the order of Tab. */

/**
 * Enable or disable buttons: one that can do no more hands the focus on to its heir.
 * @param {[button: HTMLButtonElement, enabled: boolean, heir: HTMLElement][]} buttons
 */
export function enableButtons(buttons) {
  for (const [button, enabled] of buttons) if (enabled) button.disabled = false;
  for (const [button, enabled, heir] of buttons) {
    if (enabled || button.disabled) continue;
    const hadFocus = button.matches(":focus-visible"); // whoever clicks does not miss it
    button.disabled = true;
    if (hadFocus) heir.focus();
  }
}

/**
 * Make one cell the only one of its grid that Tab leads to.
 * @param {HTMLElement} from the cell that was it
 * @param {HTMLElement} to
 */
export function moveTabStop(from, to) {
  from.tabIndex = -1;
  to.tabIndex = 0;
}
