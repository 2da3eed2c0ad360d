// The editor of a text: the words in the form become a field with headings, points, tables and pictures.
// Without this file the form is a plain field that is saved with its button.
import {
  Bold, BulletList, Document, Dropcursor, Editor, Gapcursor, HardBreak, Heading, History, Image, Italic, Link, ListItem,
  OrderedList, Paragraph, Subscript, Superscript, Table, TableCell, TableHeader, TableRow, Text,
} from "./django_prose_editor/editor.js";
import { ask, Autosave, bodyOf, token } from "./autosave.js";
import { showConflict } from "./conflict.js";

const EXTENSIONS = [
  Document, Paragraph, Text, HardBreak, Bold, Italic, Subscript, Superscript, BulletList, ListItem, History, Gapcursor,
  Dropcursor, TableRow, TableHeader, TableCell,
  Heading.configure({ levels: [3, 4] }),
  OrderedList.configure({ enableListAttributes: false }),
  Table.configure({ resizable: false }),
  Image.configure({ allowBase64: false }),
  Link.extend({ addKeyboardShortcuts: () => ({}) }).configure({ openOnClick: false, autolink: false, enableTarget: false }),
];

const does = {
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  heading: (chain) => chain.toggleHeading({ level: 3 }),
  subheading: (chain) => chain.toggleHeading({ level: 4 }),
  bullets: (chain) => chain.toggleBulletList(),
  numbers: (chain) => chain.toggleOrderedList(),
  table: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  row: (chain) => chain.addRowAfter(),
  column: (chain) => chain.addColumnAfter(),
  deleteRow: (chain) => chain.deleteRow(),
  deleteColumn: (chain) => chain.deleteColumn(),
  deleteTable: (chain) => chain.deleteTable(),
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
};
const isOn = {
  bold: ["bold"], italic: ["italic"], heading: ["heading", { level: 3 }], subheading: ["heading", { level: 4 }],
  bullets: ["bulletList"], numbers: ["orderedList"], link: ["link"],
};

for (const form of document.querySelectorAll("form[data-editor]")) start(form);

function start(form) {
  const source = form.querySelector("[data-html]");
  const plain = form.querySelector("[data-plain]");
  const toolbar = form.querySelector("[role=toolbar]");
  const place = form.querySelector("[data-field]");
  let editor = null;
  let leaves = false; // Escape was pressed: the next Tab goes on to what follows
  const read = () => (editor.isEmpty ? "" : editor.getHTML());
  editor = new Editor({
    element: place,
    extensions: EXTENSIONS,
    content: source.value,
    injectCSS: false,
    editorProps: {
      attributes: {
        class: "rich", id: `${plain.id}-felt`, role: "textbox", "aria-multiline": "true",
        "aria-labelledby": form.querySelector("label").id, "aria-describedby": `${plain.id}-hjaelp`,
      },
      handleKeyDown: (view, event) => {
        const isLeaving = leaves && event.key === "Tab";
        leaves = event.key === "Escape" || (leaves && event.key === "Shift");
        if (event.key === "F10" && event.altKey) focusFirst(toolbar);
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
          event.preventDefault();
          autosave.save();
        }
        if (isLeaving) leave(form, place, event);
        return isLeaving;
      },
      // Before the editor itself reads it: foreign styles are not even looked at.
      handleDOMEvents: {
        paste: (view, event) => takeIn(editor, form, event, event.clipboardData),
        drop: (view, event) => !view.dragging && takeIn(editor, form, event, event.dataTransfer),
      },
    },
  });
  const autosave = new Autosave(form, read, (answer) => showConflict(form, editor, autosave, answer));
  plain.disabled = plain.hidden = true;
  for (const part of [toolbar, place]) part.hidden = false;
  for (const part of form.querySelectorAll("[data-without-script]")) part.hidden = true;
  form.querySelector("label").addEventListener("click", () => editor.view.focus());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    autosave.save();
  });
  editor.on("update", () => autosave.changed());
  wireToolbar(toolbar, editor, form);
  bringBack(editor, autosave, form);
}

// Words that this browser kept and the server never got: put back, or shown beside what others have written since.
function bringBack(editor, autosave, form) {
  const kept = autosave.draft.read();
  if (!kept || typeof kept.html !== "string" || kept.html === autosave.saved) return autosave.draft.forget();
  const isNewest = kept.revision === autosave.revision;
  editor.commands.setContent(kept.html, { emitUpdate: false });
  autosave.say("restored");
  if (isNewest) return autosave.changed();
  autosave.sending = kept.html; // saved upon what it was written upon: the server answers with both
  autosave.revision = kept.revision;
  autosave.send();
}

// The field has the keys at once; the editor's own way waits for the next frame, and the first letter would be lost.
function at(editor) {
  editor.view.focus();
  return editor.chain();
}

// ── the toolbar: one stop for Tab, arrows within ──
function wireToolbar(toolbar, editor, form) {
  const buttons = () => [...toolbar.querySelectorAll("button:not([hidden])")];
  toolbar.addEventListener("mousedown", (event) => event.preventDefault()); // the marked words stay marked
  toolbar.addEventListener("click", (event) => {
    const name = event.target.closest("[data-do]")?.dataset.do;
    if (name === "link") askForLink(editor, form);
    else if (name === "picture") askForPicture(editor, form, null);
    else if (name) does[name](at(editor)).run();
  });
  toolbar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = buttons();
    const here = all.indexOf(document.activeElement);
    if (event.key === "Escape") editor.view.focus();
    if (step && here >= 0) moveTo(all, (here + step + all.length) % all.length);
  });
  const show = () => {
    const inTable = editor.isActive("table");
    for (const button of toolbar.querySelectorAll("[data-in-table]")) button.hidden = !inTable;
    for (const [name, asked] of Object.entries(isOn)) {
      toolbar.querySelector(`[data-do=${name}]`).setAttribute("aria-pressed", String(editor.isActive(...asked)));
    }
    const all = buttons();
    if (!all.some((button) => button.tabIndex === 0)) moveTo(all, 0, false);
  };
  editor.on("transaction", show);
  moveTo(buttons(), 0, false);
  show();
}

function moveTo(buttons, chosen, withFocus = true) {
  buttons.forEach((button, index) => { button.tabIndex = index === chosen ? 0 : -1; });
  if (withFocus) buttons[chosen].focus();
}

const focusFirst = (toolbar) => toolbar.querySelector("button[tabindex='0']").focus();

function leave(form, place, event) {
  event.preventDefault();
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, [contenteditable=true]")].filter(
    (element) => element.tabIndex >= 0 && !element.disabled && element.offsetParent !== null,
  );
  const here = stops.indexOf(place.firstElementChild);
  stops[here + (event.shiftKey ? -1 : 1)]?.focus();
}

// ── what comes from elsewhere is cleaned by the server, so that there is one truth of what a text may hold ──
function takeIn(editor, form, event, data) {
  const html = data.getData("text/html");
  const picture = [...data.files].find((file) => file.type.startsWith("image/"));
  if (!picture && (!html || html.includes("data-pm-slice"))) return false; // plain words, or words from an editor of ours
  event.preventDefault();
  if (html) cleanIn(editor, form, html, data.getData("text/plain"));
  else askForPicture(editor, form, picture);
  return true;
}

async function cleanIn(editor, form, html, plain) {
  say(form, "");
  const answer = await ask(form.dataset.clean, { html });
  editor.commands.insertContent(answer.status === 200 ? answer.html : paragraphs(plain));
  if (answer.notice) say(form, answer.notice);
}

const paragraphs = (plain) =>
  plain.split(/\n+/).filter((line) => line.trim()).map((line) => ({
    type: "paragraph", content: [{ type: "text", text: line.trim() }],
  }));

// ── what must be asked for ──
function askForLink(editor, form) {
  const dialog = form.querySelector("[data-dialog=link]");
  const field = dialog.querySelector("input");
  field.value = editor.getAttributes("link").href || "";
  open(dialog, editor, () => {
    const chain = at(editor).extendMarkRange("link");
    const href = field.value.trim();
    if (!href) chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive("link")) {
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    } else chain.setLink({ href }).run();
    return true;
  });
}

function askForPicture(editor, form, file) {
  const dialog = form.querySelector("[data-dialog=picture]");
  const [chosen, words] = dialog.querySelectorAll("input");
  chosen.value = words.value = "";
  dialog.querySelector("[data-file]").hidden = Boolean(file);
  open(dialog, editor, async () => {
    const picture = file || chosen.files[0];
    if (!picture || !words.value.trim()) return complain(dialog, dialog.dataset.incomplete);
    const body = new FormData();
    body.append("file", picture);
    try {
      const response = await fetch(form.dataset.pictures, { method: "POST", headers: { "X-CSRFToken": token() }, body });
      const answer = await bodyOf(response);
      if (!response.ok) return complain(dialog, answer.sentence || form.dataset.offline);
      at(editor).setImage({ src: answer.src, alt: words.value.trim() }).run();
      return true;
    } catch {
      return complain(dialog, form.dataset.offline);
    }
  });
}

function open(dialog, editor, accept) {
  complain(dialog, "");
  const button = dialog.querySelector("[data-accept]");
  button.onclick = async () => (await accept()) && dialog.close();
  dialog.onkeydown = (event) => {
    if (event.key === "Enter" && event.target.matches("input")) {
      event.preventDefault();
      button.click();
    }
  };
  dialog.querySelector("[data-cancel]").onclick = () => dialog.close();
  dialog.onclose = () => editor.view.focus();
  dialog.showModal();
}

function complain(dialog, words) {
  const error = dialog.querySelector("[data-error]");
  error.textContent = words;
  error.hidden = !words;
  return false;
}

function say(form, words) {
  form.querySelector("[data-notice]").textContent = words;
}
