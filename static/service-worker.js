/* Keeps the page itself at hand: an installed pad opens without a network and says calmly that the reader is away.
   The network always comes first, so nothing kept is ever older than it must be. Answers are never kept. */

const KEPT = "shell";
const SHELL = [
  "./",
  "style/pad.css",
  "static/js/main.js",
  "static/js/drawing.js",
  "static/js/pen.js",
  "static/js/screen.js",
  "static/js/pad.js",
  "static/js/reader.js",
  "static/js/answer.js",
  "static/js/grid.js",
  "static/js/steps.js",
  "static/js/tick.js",
  "static/logo.svg",
  "static/manifest.webmanifest",
].map((path) => new URL(path, self.location).href);

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && SHELL.includes(event.request.url)) event.respondWith(freshOrKept(event.request));
});

async function freshOrKept(request) {
  const cache = await caches.open(KEPT);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch {
    // The kept page was written for this browser, whatever its language is now.
    return (await cache.match(request, { ignoreVary: true })) ?? Response.error();
  }
}
