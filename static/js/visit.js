/* The random names that drawings are told of by. */

import { readSession, writeSession } from "./storage.js";

const BYTES = 16; // of a name
const VISIT = "visit"; // what the tab remembers its own by

/* Return the tab's own random name: it says which drawings are of one visit, not whose. */
export function visit() {
  const name = readSession(VISIT) ?? randomName();
  writeSession(VISIT, name);
  return name;
}

export function randomName() {
  return [...crypto.getRandomValues(new Uint8Array(BYTES))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
