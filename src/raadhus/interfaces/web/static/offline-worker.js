// Answers for the pages and files that a reader has asked this machine to keep, and only while there is no net.
// What is kept lies in caches whose names begin with PREFIX; offline.js puts it there. Signing out empties them.
"use strict";

const PREFIX = "raadhus-pakke-";
const LIST = "/gemt/";
const SIGN_OUT = "/log-ud/";
const SIGNED_OUT = `<!doctype html><html lang="da"><meta charset="utf-8"><title>Rådhus</title><h1>Kopierne er fjernet</h1>
<p>Der er intet net, så serveren ved det ikke endnu. Log ud igen, når nettet er tilbage.</p></html>`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  if (request.method === "POST" && address.pathname === SIGN_OUT) event.respondWith(signOut(request));
  else if (request.method === "GET") event.respondWith(fetch(request).catch(() => kept(request, address)));
});

async function signOut(request) {
  await forget();
  try {
    return await fetch(request);
  } catch {
    return new Response(SIGNED_OUT, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
}

async function forget() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
}

// The page itself, the copy of a package in place of the package, or the list of what there is.
async function kept(request, address) {
  const places = [address.pathname];
  if (request.mode === "navigate") {
    const package_ = address.pathname.match(/^\/moeder\/\d+\/(?:pakke\/)?$/);
    if (package_) places.push(`${address.pathname.replace(/pakke\/$/, "")}pakke/gemt/`);
    places.push(LIST);
  }
  for (const place of places) {
    const found = await match(place);
    if (found) return found;
  }
  return Response.error();
}

async function match(place) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const found = await (await caches.open(name)).match(place, { ignoreVary: true, ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}
