// Meetings kept on this machine to be read without a net: kept on request, told of, renewed, and removed.
// A cache's name says whose it is, so that nobody meets what another reader of the same browser has kept.
"use strict";

(() => {
  const PREFIX = "raadhus-pakke-";
  const FACTS = "facts.json";
  const reader = encodeURIComponent(document.body.dataset.reader || "");
  const mine = `${PREFIX}${reader}|`;
  const canKeep = "serviceWorker" in navigator && "caches" in window;
  if (!canKeep) return;

  const all = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const nameOf = (meeting) => `${mine}${meeting}`;
  const filled = (words, facts) => words.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
  const size = (bytes) => `${(bytes / 1e6).toLocaleString("da", { maximumFractionDigits: 1 })} MB`;
  const when = (at) => new Date(at).toLocaleString("da", { dateStyle: "medium", timeStyle: "short" });
  const inWords = (words, facts) => filled(words, { ...facts, at: when(facts.at), size: size(facts.bytes) });

  async function factsOf(name) {
    const found = await (await caches.open(name)).match(`/gemt/${FACTS}`);
    return found ? found.json() : null;
  }

  // Whoever signs in or out leaves nothing of anybody else's behind.
  async function forgetOthers() {
    for (const name of await all()) if (!name.startsWith(mine)) await caches.delete(name);
  }

  async function fetched(address) {
    const answer = await fetch(address, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok || answer.redirected) throw new TypeError(`${address}: ${answer.status}`);
    return answer;
  }

  // All that the copy needs to be read: itself, the list, what it looks like, its pictures and files.
  function needed(copy) {
    const found = [...copy.querySelectorAll("link[rel=stylesheet], link[rel=icon], [data-keep]")].map((one) => one.getAttribute("href"));
    const shown = [...copy.querySelectorAll("img[src], script[src]")].map((one) => one.getAttribute("src"));
    const fonts = performance.getEntriesByType("resource").map((one) => new URL(one.name)).filter((one) => one.origin === location.origin && /\.woff2?$/.test(one.pathname)).map((one) => one.pathname);
    return [...new Set([...found, ...shown, ...fonts])];
  }

  async function keep(place, tell) {
    const name = nameOf(place.meeting);
    await navigator.serviceWorker.register(place.worker);
    const page = await fetched(place.copy);
    const copy = new DOMParser().parseFromString(await page.clone().text(), "text/html");
    const told = copy.querySelector("[data-stamp]").dataset;
    const addresses = [place.list, ...needed(copy)];
    await caches.delete(name);
    const cache = await caches.open(name);
    let bytes = 0;
    for (const [at, address] of addresses.entries()) {
      tell({ n: at + 1, all: addresses.length });
      const answer = await fetched(address);
      bytes += (await answer.clone().arrayBuffer()).byteLength;
      await cache.put(address, answer);
    }
    await cache.put(place.copy, page);
    const facts = { title: told.title, items: told.items, files: told.files, stamp: told.stamp, at: Date.now(), bytes, ...place };
    await cache.put(`/gemt/${FACTS}`, new Response(JSON.stringify(facts)));
    return facts;
  }

  async function remove(name) {
    await caches.delete(name);
    if ((await all()).length) return;
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  }

  // An item that was closed, or a meeting that is no longer the reader's, does not stay here.
  async function renew() {
    for (const name of await all()) {
      const facts = await factsOf(name);
      if (!facts) continue;
      let answer;
      try {
        answer = await fetch(facts.stampAt, { credentials: "same-origin", cache: "no-store" });
      } catch {
        return;
      }
      if (answer.status === 404 || answer.status === 403) await remove(name);
      else if (answer.ok && (await answer.json()).stamp !== facts.stamp) await remake(name, facts);
    }
  }

  async function remake(name, facts) {
    await remove(name);
    const { meeting, copy, stampAt, list, worker } = facts;
    try {
      await keep({ meeting, copy, stampAt, list, worker }, () => {});
    } catch {
      await remove(name);
    }
  }

  // ── the part of the package's own page that keeps it ──
  const panel = document.querySelector("[data-keep-package]");
  const status = panel && panel.querySelector("[data-status]");
  const begin = panel && panel.querySelector("[data-keep-now]");
  const end = panel && panel.querySelector("[data-keep-remove]");

  async function tellPanel() {
    if (!panel) return;
    const facts = await factsIfThere(nameOf(panel.dataset.keepPackage));
    status.textContent = facts ? inWords(panel.dataset.kept, facts) : panel.dataset.notKept;
    panel.dataset.state = facts ? "kept" : "not-kept";
    if (begin) begin.hidden = Boolean(facts);
    end.hidden = !facts;
    panel.hidden = false;
  }

  const factsIfThere = async (name) => ((await caches.has(name)) ? factsOf(name) : null);

  async function keepThis() {
    const { keepPackage: meeting, copy, stampAt, list, worker } = panel.dataset;
    begin.disabled = true;
    panel.dataset.state = "fetching";
    try {
      await keep({ meeting, copy, stampAt, list, worker }, (facts) => { status.textContent = filled(panel.dataset.fetching, facts); });
      await tellPanel();
      end.focus();
    } catch (error) {
      await remove(nameOf(meeting));
      status.textContent = error.name === "QuotaExceededError" ? panel.dataset.full : panel.dataset.failed;
      panel.dataset.state = "failed";
    }
    begin.disabled = false;
  }

  // ── the list of all that is kept ──
  const list = document.querySelector("[data-kept-list]");

  async function tellList() {
    if (!list) return;
    const rows = [];
    for (const name of await all()) {
      const facts = await factsOf(name);
      if (facts) rows.push(rowOf(name, facts));
    }
    if (!rows.length) rows.push(element("li", list.dataset.none));
    list.replaceChildren(...rows);
  }

  function rowOf(name, facts) {
    const row = element("li");
    const link = element("a", facts.title);
    link.href = facts.copy;
    const button = element("button", list.dataset.remove);
    button.className = "link";
    button.setAttribute("aria-label", `${list.dataset.remove}: ${facts.title}`);
    button.addEventListener("click", async () => { await remove(name); await tellList(); });
    const told = element("p", inWords(list.dataset.kept, facts));
    told.className = "meta";
    row.append(link, told, button);
    return row;
  }

  function element(tag, words = "") {
    const made = document.createElement(tag);
    made.textContent = words;
    return made;
  }

  async function start() {
    if ("reader" in document.body.dataset) await forgetOthers();
    if (begin) begin.addEventListener("click", keepThis);
    if (end) end.addEventListener("click", async () => { await remove(nameOf(panel.dataset.keepPackage)); await tellPanel(); if (begin) begin.focus(); });
    await tellPanel();
    await tellList();
    if (navigator.onLine) await renew();
    await tellPanel();
  }
  start();
})();
