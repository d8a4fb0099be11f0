/* Keeps the screen on, where the browser lets a page do so: only on secure pages, and only while they are seen. */

import { isPageSeen, whenPageIsSeen } from "./elements.js";

export function keepAwake() {
  const ask = () => {
    if (isPageSeen()) navigator.wakeLock?.request("screen").catch(() => undefined);
  };
  whenPageIsSeen(ask);
  ask();
}
