/* Keeps the page itself at hand, with all that it may fetch later: an installed pad opens without a network and says
   calmly that the reader is away. Pages that are not kept lead to it too, for as long as they cannot be had.
   The network always comes first, so nothing kept is ever older than it must be. Answers are never kept. */

const KEPT = "shell";
const HOME = "./";
const SHELL = [
  HOME,
  "style/pad.css",
  "script/main.js",
  "script/present.js",
  "script/reasons.js",
  "script/tick.js",
  "style/present.css",
  "style/reasons.css",
  "static/logo.svg",
  "static/manifest.webmanifest",
].map((path) => new URL(path, self.location).href);

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((cache) => cache.addAll(SHELL))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => event.waitUntil(dropStale().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method === "POST" && mode === "navigate") event.respondWith(sentOrBack(event.request));
  if (method === "GET" && (mode === "navigate" || SHELL.includes(url))) event.respondWith(freshOrKept(event.request));
});

/* What an earlier worker kept and this one does not would only grow old. */
async function dropStale() {
  const cache = await caches.open(KEPT);
  const stale = (await cache.keys()).filter(({ url }) => !SHELL.includes(url));
  await Promise.all(stale.map((request) => cache.delete(request)));
}

async function freshOrKept(request) {
  try {
    const response = await fetch(request);
    if (response.ok && SHELL.includes(request.url)) await keep(request, response.clone());
    return response;
  } catch {
    const page = request.mode === "navigate" ? await kept(HOME) : undefined;
    return (await kept(request)) ?? page ?? Response.error();
  }
}

/* A form that could not be sent, such as the choice of a language, leads back to its page, not to a browser's error. */
function sentOrBack(request) {
  return fetch(request).catch(() => Response.redirect(request.referrer || new URL(HOME, self.location).href, 303));
}

/* A browser whose disk is full keeps nothing: what came from the network is good all the same. */
function keep(request, response) {
  return caches
    .open(KEPT)
    .then((cache) => cache.put(request, response))
    .catch(() => null);
}

/* The kept page was written for this browser, whatever its language is now. */
function kept(request) {
  return caches.match(request, { cacheName: KEPT, ignoreVary: true });
}
