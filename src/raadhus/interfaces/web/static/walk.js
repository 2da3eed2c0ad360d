// Walking through a sheet with the keyboard; every step is also a link or a button.
"use strict";

{
  const link = (rel) => document.querySelector(`.walk-nav [rel="${rel}"]`);
  const form = document.querySelector(".walk-form");
  const isTyping = (target) => target.closest("input, textarea, select, dialog") !== null;
  const steps = { ArrowRight: "next", ArrowLeft: "prev" };
  const letters = { j: "next", k: "prev" };

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && form) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.key === "Escape" && isTyping(event.target) && !event.target.closest("dialog")) {
      event.target.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const rel = steps[event.key] || (document.body.dataset.keys === "on" && letters[event.key]);
    const next = rel && link(rel);
    if (next) {
      event.preventDefault();
      next.click();
    } else if (event.key === "d" && document.body.dataset.keys === "on" && form) {
      event.preventDefault();
      form.querySelector("textarea").focus();
    }
  });
}
