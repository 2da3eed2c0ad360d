// Keys and the command palette. Every page works without this file; it only makes hands faster.
"use strict";

const body = document.body;
const dialog = document.getElementById("kommandoer");
const field = document.getElementById("kommando");
const list = document.getElementById("kommandoliste");
let waitingForGo = 0;

const commands = () =>
  [...document.querySelectorAll("[data-command]")].filter((element) => !dialog.contains(element));
const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
const activate = (element) => element && element.click();

// ── single keys ──
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openPalette();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
  if (body.dataset.keys !== "on" || isTyping(event.target)) return;
  const chip = waitingForGo > event.timeStamp ? null : chipFor(event);
  if (chip) {
    event.preventDefault();
    chip.click();
    return;
  }
  const act = waitingForGo > event.timeStamp ? goTo(event.key) : keys[event.key];
  waitingForGo = 0;
  if (act) {
    event.preventDefault();
    act(event);
  }
});

// In a point that is decided, the letter of an outcome is its key.
function chipFor(event) {
  const point = event.target.closest("[data-letters]");
  return point && point.querySelector(`[data-letter="${CSS.escape(event.key.toUpperCase())}"]`);
}

const goTo = (key) => () => activate(document.querySelector(`[data-key="${CSS.escape(key)}"]`));
const keys = {
  g: (event) => { waitingForGo = event.timeStamp + 1500; },
  "/": () => document.querySelector("main [type=search], #soeg").focus(),
  "?": () => activate(document.querySelector('[data-key="?"]')),
  j: () => step(1),
  k: () => step(-1),
  a: () => onRow("accept"),
  x: () => onRow("reject"),
  u: () => onRow("undo"),
};

// Rows are whatever carries data-row: items on a meeting, lines in a list. The row itself or its first link gets focus.
function step(by) {
  const rows = [...document.querySelectorAll("[data-row]")];
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
  const target = next.hasAttribute("tabindex") ? next : next.querySelector("a, button") || next;
  target.focus();
  next.scrollIntoView({ block: "nearest" });
}

function onRow(name) {
  const row = document.activeElement.closest("[data-row]");
  activate(row && row.querySelector(`[data-act="${name}"]`));
}

// A promise that was settled is a new row: put the focus back where the hand was.
let focusAfterSwap = null;
document.addEventListener("htmx:beforeSwap", (event) => {
  focusAfterSwap = event.detail.target.contains(document.activeElement) ? event.detail.target.id : null;
});
document.addEventListener("htmx:afterSettle", () => {
  const row = focusAfterSwap && document.getElementById(focusAfterSwap);
  const target = row && (row.hasAttribute("tabindex") ? row : row.querySelector("button, a"));
  if (target) target.focus();
});

// ── every command by its name ──
function openPalette() {
  if (typeof dialog.showModal !== "function" || dialog.open) return;
  field.value = "";
  showCommands();
  dialog.showModal();
  field.focus();
}

function showCommands() {
  const words = field.value.toLocaleLowerCase("da").split(/\s+/).filter(Boolean);
  const found = commands().filter((element) => {
    const name = element.dataset.command.toLocaleLowerCase("da");
    return words.every((word) => name.includes(word));
  });
  list.replaceChildren(...found.map(asOption));
  select(0);
}

function asOption(element, index) {
  const option = document.createElement("li");
  option.id = `kommando-${index}`;
  option.setAttribute("role", "option");
  option.textContent = element.dataset.command;
  option.addEventListener("click", () => run(element));
  option.run = () => run(element);
  return option;
}

function run(element) {
  dialog.close();
  activate(element);
}

function select(index) {
  const options = [...list.children];
  const chosen = options[(index + options.length) % options.length];
  for (const option of options) option.setAttribute("aria-selected", String(option === chosen));
  field.setAttribute("aria-activedescendant", chosen ? chosen.id : "");
  if (chosen) chosen.scrollIntoView({ block: "nearest" });
}

const selected = () => [...list.children].findIndex((option) => option.getAttribute("aria-selected") === "true");
field.addEventListener("input", showCommands);
field.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") select(selected() + 1);
  else if (event.key === "ArrowUp") select(selected() - 1);
  else if (event.key === "Enter" && list.children.length) list.children[selected()].run();
  else return;
  event.preventDefault();
});
