// Somebody else has written in the text meanwhile: both texts side by side with the words that differ, and the field
// as it was left here. A person decides; until then nothing is saved and nothing is lost.

export function showConflict(form, editor, autosave, answer) {
  const box = form.querySelector("[data-two-texts]");
  box.querySelector("[data-sentence]").textContent = answer.sentence;
  box.querySelector("[data-theirs-by]").textContent = answer.by;
  fill(box.querySelector("[data-mine]"), answer.mine);
  fill(box.querySelector("[data-theirs]"), answer.theirs);
  const settle = (act) => () => {
    act();
    box.hidden = true;
    editor.view.focus();
  };
  box.querySelector("[data-choose=mine]").onclick = settle(() => autosave.settle(answer.revision));
  box.querySelector("[data-choose=theirs]").onclick = settle(() => {
    editor.commands.setContent(answer.html, { emitUpdate: false });
    autosave.adopt(answer.revision);
  });
  box.querySelector("[data-choose=both]").onclick = () => {
    editor.commands.insertContentAt(editor.state.doc.content.size, answer.html);
    editor.commands.focus("end");
  };
  box.hidden = false;
  box.scrollIntoView({ block: "nearest" }); // the keys stay where they are: who is typing would lose letters
}

// `pieces` are [kind, words]; what differs is marked for eye and ear alike.
function fill(place, pieces) {
  place.replaceChildren(...pieces.map(([kind, words]) => {
    if (kind === "same") return document.createTextNode(words);
    const marked = document.createElement(kind === "added" ? "ins" : "del");
    marked.textContent = words;
    return marked;
  }));
}
