// The decision's words are saved before the page is left: a chip, a link or a closed window takes nothing with it.
"use strict";

const free = document.getElementById("decision");
if (free) keepWords(free, document.getElementById("fri-tekst"), document.getElementById("fri-stand"));

function keepWords(form, field, told) {
  let saved = field.value;
  const isDirty = () => field.value !== saved;
  const isKept = () => told.querySelector(".summary") === null;

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.elt === form) event.detail.xhr.words = field.value;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target === told && isKept()) saved = event.detail.xhr.words;
  });

  document.addEventListener("submit", async (event) => {
    if (event.target === form) saved = field.value;
    if (event.target === form || !isDirty() || event.defaultPrevented) return;
    event.preventDefault();
    const { target, submitter } = event;
    const words = field.value;
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "HX-Request": "true" } });
    if (!answer.ok) return;
    told.innerHTML = await answer.text();
    if (!isKept()) return;
    saved = words;
    target.requestSubmit(submitter);
  });

  window.addEventListener("pagehide", () => {
    if (isDirty()) navigator.sendBeacon(form.action, new FormData(form));
  });
}
