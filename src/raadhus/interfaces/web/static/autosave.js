// A text is saved by itself 1.5 s after the last key, whole, upon the revision that was seen. What has been sent and
// not answered is sent again letter for letter until it is: the server then knows that it has it already.

const AFTER_LAST_KEY = 1500;
const AT_THE_LATEST = 10000; // for one who never stops
const LONGEST_WAIT = 30000; // between tries while the connection is gone
const PATIENCE = 15000; // for an answer

export class Autosave {
  // `form` has the addresses and words as data; `read` gives the text as HTML; `onConflict` shows both texts.
  constructor(form, read, onConflict) {
    Object.assign(this, { form, read, onConflict, revision: Number(form.dataset.revision), saved: read(), at: form.dataset.at });
    this.sending = null; // HTML under way, or sent without an answer
    this.busy = this.held = false;
    this.tries = 0;
    this.draft = new Draft(form.dataset.draft, form.dataset.keeps === "yes");
    window.addEventListener("online", () => this.sending && this.send());
    window.addEventListener("beforeunload", (event) => this.isUnsaved() && event.preventDefault());
    document.addEventListener("visibilitychange", () => document.hidden && this.save());
  }

  isUnsaved() {
    return this.sending !== null || this.held || this.read() !== this.saved;
  }

  changed() {
    this.draft.keep(this.read(), this.revision);
    if (this.held) return;
    if (!this.sending) this.say("unsaved");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), AFTER_LAST_KEY);
    this.latest ||= setTimeout(() => this.save(), AT_THE_LATEST);
  }

  save() {
    clearTimeout(this.timer);
    clearTimeout(this.latest);
    this.latest = null;
    if (this.held || this.sending !== null) return;
    if (this.read() === this.saved) return this.unchanged();
    this.sending = this.read();
    this.send();
  }

  async send() {
    clearTimeout(this.retry);
    if (this.busy) return;
    this.busy = true;
    if (!this.tries) this.say("saving");
    const answer = await ask(this.form.dataset.save, { html: this.sending, revision: this.revision });
    this.busy = false;
    if (answer.status === 200) this.done(answer);
    else if (answer.status === 409) this.conflict(answer);
    else if (answer.status >= 400 && answer.status < 500) this.refused(answer);
    else this.later();
  }

  done(answer) {
    this.saved = this.sending;
    this.sending = null;
    this.tries = 0;
    this.revision = answer.revision;
    this.at = answer.at;
    if (this.read() === this.saved) {
      this.draft.forget();
      this.say("saved", answer.at);
    } else {
      this.changed();
    }
  }

  // Typed and taken back again: what is stored is what stands.
  unchanged() {
    this.draft.forget();
    if (this.form.querySelector("[data-status]").dataset.state === "unsaved") this.say("saved", this.at);
  }

  later() {
    this.tries += 1;
    this.say("offline");
    this.retry = setTimeout(() => this.send(), Math.min(LONGEST_WAIT, 1000 * 2 ** this.tries));
  }

  // The text stays on the page; the next key tries again, since what stood in the way may be gone.
  refused(answer) {
    this.sending = null;
    this.tries = 0;
    this.say("refused", answer.sentence || this.form.dataset.offline);
  }

  conflict(answer) {
    this.sending = null;
    this.tries = 0;
    this.held = true;
    this.say("conflict");
    this.onConflict(answer);
  }

  // What is in the field now is what a person chose, having seen the text with this revision.
  settle(revision) {
    this.held = false;
    this.revision = revision;
    this.saved = null;
    this.save();
  }

  // The stored text was chosen and now stands in the field.
  adopt(revision) {
    this.held = false;
    this.revision = revision;
    this.saved = this.read();
    this.draft.forget();
    this.say("adopted");
  }

  say(name, more = "") {
    const status = this.form.querySelector("[data-status]");
    const words = [this.form.dataset[name] || "", more].filter(Boolean).join(" ");
    status.dataset.state = name;
    status.hidden = false;
    if (status.textContent !== words) status.textContent = words;
    const alarm = this.form.querySelector("[data-alarm]");
    const isBad = ["offline", "refused", "conflict"].includes(name);
    alarm.textContent = isBad ? words : ""; // read aloud at once; the rest of the states are not worth interrupting for
  }
}

// What this browser remembers of a text that the server does not have yet. Of what is kept back it remembers nothing.
class Draft {
  constructor(name, keeps) {
    this.name = keeps ? `raadhus:${name}` : null;
  }

  keep(html, revision) {
    if (!this.name) return;
    try {
      localStorage.setItem(this.name, JSON.stringify({ html, revision }));
    } catch {
      this.name = null; // full or forbidden: the page still warns before it is left
    }
  }

  forget() {
    if (this.name) localStorage.removeItem(this.name);
  }

  read() {
    try {
      return this.name ? JSON.parse(localStorage.getItem(this.name)) : null;
    } catch {
      return null;
    }
  }
}

// POST as JSON; the answer with its `status`, 0 where there was none.
export async function ask(address, body) {
  const words = JSON.stringify(body);
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: words,
      keepalive: words.length < 20000, // goes on while the page is left; browsers allow 64 kB of bytes
      signal: AbortSignal.timeout(PATIENCE),
    });
    return { ...(await bodyOf(response)), status: response.status };
  } catch {
    return { status: 0 };
  }
}

export async function bodyOf(response) {
  const isJson = (response.headers.get("Content-Type") || "").startsWith("application/json");
  return isJson ? response.json() : {};
}

// The cookie rather than the page: who signed in again in another window has a new one.
export function token() {
  const found = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return found ? found[1] : document.querySelector("[name=csrfmiddlewaretoken]").value;
}
