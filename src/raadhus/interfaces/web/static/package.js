// The reader's own highlights in the text, notes to words that are marked, and print. The page works without it.
"use strict";

(() => {
  const bar = document.querySelector(".quote-bar");
  const spaces = (text) => text.replace(/\s+/g, " ");

  // ── words that a note is tied to, shown where they stand ──
  function textNodes(holder) {
    const walk = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walk.nextNode()) nodes.push(walk.currentNode);
    return nodes;
  }

  // Every letter that is not a space, with the node and place where it stands; spaces and line ends do not count.
  function letters(holder) {
    const found = [];
    for (const node of textNodes(holder)) {
      for (let at = 0; at < node.data.length; at += 1) if (!/\s/.test(node.data[at])) found.push([node, at]);
    }
    return found;
  }

  function mark(holder, quote, note) {
    const wanted = quote.replace(/\s+/g, "");
    const places = letters(holder);
    const start = places.map(([node, at]) => node.data[at]).join("").indexOf(wanted);
    if (!wanted || start < 0) return;
    const runs = new Map();
    for (const [node, at] of places.slice(start, start + wanted.length)) {
      const run = runs.get(node) || { first: at, last: at };
      runs.set(node, { first: run.first, last: at });
    }
    for (const [node, run] of runs) {
      const piece = node.splitText(run.first);
      piece.splitText(run.last - run.first + 1);
      const shown = document.createElement("mark");
      shown.dataset.note = note;
      piece.replaceWith(shown);
      shown.append(piece);
    }
  }

  for (const note of document.querySelectorAll("[data-quote]")) {
    const said = note.closest("article").querySelector(".said");
    mark(said, note.dataset.quote, note.id);
  }

  // ── words that are marked with finger or mouse ──
  function marked() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const holder = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest(".said");
    const said = holder(range.startContainer);
    const form = said && said === holder(range.endContainer) && said.closest("article").querySelector(".new-note");
    const quote = spaces(selection.toString()).trim();
    return form && quote ? { form, quote } : null;
  }

  let waiting = null;
  document.addEventListener("selectionchange", () => {
    if (!bar || bar.contains(document.activeElement)) return;
    waiting = marked();
    bar.hidden = !waiting;
  });

  function take() {
    const { form, quote } = waiting;
    form.elements.quote.value = quote;
    form.querySelector("details").open = true;
    bar.hidden = true;
    return form;
  }

  if (bar) {
    bar.addEventListener("mousedown", (event) => event.preventDefault()); // the words stay marked
    bar.querySelector("[data-note]").addEventListener("click", () => {
      const form = take();
      form.scrollIntoView({ block: "nearest" });
      form.elements.text.focus();
    });
    bar.querySelector("[data-highlight]").addEventListener("click", () => {
      const form = take();
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "highlight", value: "1" });
      form.append(field);
      form.requestSubmit();
    });
  }

  // ── paper: every picture is there before it is printed ──
  const print = document.querySelector("[data-print]");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", async () => {
      const pictures = [...document.querySelectorAll(".shown img")];
      for (const picture of pictures) picture.loading = "eager";
      await Promise.allSettled(pictures.map((picture) => picture.decode()));
      window.print();
    });
  }
})();
