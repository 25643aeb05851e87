/**
 * Opens the desk where there is no line, so that one can write and what waits is not lost from sight. It keeps the built
 * files of one version and nothing else: no answer of the server is ever kept here, for it may be for one person alone.
 * The build writes the two constants; a new version takes over when the last page of the old one is closed.
 */
const VERSION = "__VERSION__";
const FILES = ["__FILES__"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  const old = async () => {
    for (const name of await caches.keys()) if (name !== VERSION) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(old());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || /^\/api(\/|$)/.test(pathname)) return;
  if (request.mode === "navigate")
    event.respondWith(fetch(request).catch(() => caches.match("/index.html", { cacheName: VERSION })));
  else if (pathname.startsWith("/assets/"))
    event.respondWith(caches.match(request, { cacheName: VERSION }).then((kept) => kept ?? fetch(request)));
});
