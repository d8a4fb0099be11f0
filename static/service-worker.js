/* Keeps the pad itself at hand, with all that it may fetch later: an installed pad opens without a network and says
   calmly that the reader is away. Pages that are not kept lead to it too, for as long as they cannot be had.
   What is kept is of one release, all of it: the next one's worker comes with a cache of its own, and takes over once
   that is whole. A page comes from the network, or from what is kept where the network takes too long; what a page is
   made of never changes under its address, and comes from what is kept. Answers are never kept. */

const RELEASE = "any"; // the server says which: another release is another worker
const CACHES = "shell"; // what the names of all our caches begin with
const KEPT = `${CACHES}-${RELEASE}`;
const PATIENCE = 3000; // ms for the network, where a page is kept
const AWAY = [502, 503, 504]; // what a proxy says when the server behind it does not answer
const FILE = /\.\w+$/; // a table or a picture to be looked at or saved takes its time: the pad is not in its place
const HOME = new URL("./", self.location).href;
const FOLDERS = ["script/", "style/", "static/"].map((path) => new URL(path, self.location).href);
const PARTS = [
  "style/pad.css",
  "script/main.js",
  "script/keepsake.js",
  "script/map.js",
  "script/map-thread.js",
  "script/play.js",
  "script/present.js",
  "script/reasons.js",
  "script/tick.js",
  "style/keepsake.css",
  "style/play.css",
  "style/present.css",
  "style/reasons.css",
  "static/manifest.webmanifest",
].map((path) => new URL(`${path}?v=${RELEASE}`, self.location).href);

self.addEventListener("install", (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => event.waitUntil(dropStale().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method === "POST" && mode === "navigate") event.respondWith(sentOrBack(event.request));
  if (method !== "GET") return;
  if (mode === "navigate" && !FILE.test(new URL(url).pathname)) event.respondWith(pageOrKept(event));
  else if (FOLDERS.some((folder) => url.startsWith(folder))) event.respondWith(keptOrFetched(event.request));
});

/* All or nothing: while two releases are served side by side, a page of the other one is not ours to keep. */
async function keepAll() {
  const cache = await caches.open(KEPT);
  const home = await fetch(HOME, { cache: "reload" });
  if (!(await isOurs(home.clone()))) throw new Error("that page is of another release");
  await cache.addAll(PARTS);
  await cache.put(HOME, home);
}

/* The last release stays for pages of it that are still open; what came before is gone. */
async function dropStale() {
  const earlier = (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== KEPT);
  await Promise.all(earlier.slice(0, -1).map((name) => caches.delete(name)));
}

async function pageOrKept(event) {
  const fetched = fetch(event.request);
  const late = after(PATIENCE).then(kept);
  try {
    const response = (await Promise.race([fetched, late])) ?? (await fetched);
    if (event.request.url === HOME) event.waitUntil(keep(response.clone()));
    return AWAY.includes(response.status) ? ((await kept()) ?? response) : response;
  } catch {
    return (await kept()) ?? Response.error();
  }
}

async function keptOrFetched(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/* A form that could not be sent, such as the choice of a language, leads back to its page, not to a browser's error. */
function sentOrBack(request) {
  return fetch(request).catch(() => Response.redirect(request.referrer || HOME, 303));
}

/* In the language it has now. A browser whose disk is full keeps nothing: what came from the network is good anyway. */
async function keep(response) {
  if (!(await isOurs(response.clone()))) return;
  const cache = await caches.open(KEPT);
  await cache.put(HOME, response).catch(() => null);
}

/* The kept page was written for this browser, whatever its language is now. */
function kept() {
  return caches.match(HOME, { cacheName: KEPT, ignoreVary: true });
}

async function isOurs(response) {
  return response.ok && (await response.text()).includes(`?v=${RELEASE}"`);
}

function after(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
