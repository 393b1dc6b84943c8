// The page itself: what is typed, how it is read, how it is kept, and the file that it makes.

const DELAY = 250;
const told = (id) => JSON.parse(document.getElementById(id).textContent);
const element = (id) => document.getElementById(id);

/** What is kept of the answers in the browser; null where it keeps nothing. */
class Memory {
  constructor(key) {
    this.key = key;
    this.works = true;
  }

  attempted(act) {
    try {
      return act();
    } catch {
      this.works = false;
      return null;
    }
  }

  read() {
    return this.attempted(() => JSON.parse(localStorage.getItem(this.key) ?? "{}")) ?? {};
  }

  write(answers) {
    const isEmpty = Object.keys(answers).length === 0;
    this.attempted(() =>
      isEmpty ? localStorage.removeItem(this.key) : localStorage.setItem(this.key, JSON.stringify(answers)),
    );
  }
}

/** A text in quotes as Python reads it, in one line. */
function inQuotes(text) {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029]/gu,
    (c) => `\\u${c.codePointAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What was meant: a text without the quotes in which a file in Python would have it. */
function meant(text) {
  const bare = trimmed(text);
  const quoted = /^(["'])([^"'\\\n]*)\1$/u.exec(bare);
  if (quoted) return trimmed(quoted[2]);
  return /^[[(]/u.test(bare) ? bare.replaceAll('"', "") : bare;
}

class SheetPage {
  constructor(data, grader) {
    this.data = data;
    this.grader = grader;
    this.wording = new Wording(data.sentences, data.words);
    this.memory = new Memory(data.key);
    this.frames = new Map(data.programs.map((field) => [field, element(field).value]));
    this.timers = new Map();
    this.isSaved = true;
  }

  start() {
    const kept = this.memory.read();
    for (const field of this.data.fields) {
      const input = element(field);
      if (typeof kept[field] === "string") input.value = kept[field];
      this.grow(input);
      this.show(field);
      input.addEventListener("input", () => this.typed(field));
      input.addEventListener("change", () => this.show(field));
      if (this.frames.has(field)) input.addEventListener("keydown", keepIndentation);
    }
    element("download").addEventListener("click", () => this.download());
    element("copy").addEventListener("click", () => this.copy());
    element("clear").addEventListener("click", () => this.clear());
    addEventListener("beforeunload", (event) => this.leave(event));
    for (const id of ["bar", "end"]) element(id).hidden = false;
    element("no-script").hidden = true;
    const isBack = this.count() > 0;
    if (!this.memory.works) this.tell("not-kept");
    else if (isBack) this.tell("restored");
  }

  isProgram(field) {
    return this.frames.has(field);
  }

  /** What stands in a field as it is kept: nothing where it is as it was at first. */
  answer(field) {
    const { value } = element(field);
    if (this.isProgram(field)) return value === this.frames.get(field) ? "" : value;
    return BLANK.includes(meant(value)) ? "" : value;
  }

  answers() {
    const all = this.data.fields.map((field) => [field, this.answer(field)]);
    return Object.fromEntries(all.filter(([, answer]) => answer !== ""));
  }

  typed(field) {
    this.isSaved = false;
    const input = element(field);
    this.grow(input);
    clearTimeout(this.timers.get(field));
    this.timers.set(field, setTimeout(() => this.show(field), DELAY));
    const worked = this.memory.works;
    this.memory.write(this.answers());
    if (worked && !this.memory.works) this.tell("not-kept");
    this.count();
  }

  /** How the answer in a field is read. */
  show(field) {
    clearTimeout(this.timers.get(field));
    if (this.isProgram(field)) return;
    const blank = this.data.blanks[field];
    const answer = this.grader.read(blank, meant(element(field).value));
    const output = element(`${field}-reading`);
    const text = this.wording.reading(blank, answer);
    if (output.textContent !== text) output.textContent = text;
    const isRead = answer.outcome === "read" && fits(answer.value, blank);
    output.dataset.state = answer.outcome === "unanswered" ? "empty" : isRead ? "read" : "unread";
  }

  count() {
    const done = Object.keys(this.answers()).length;
    element("filled").textContent = this.wording.word("filled", {
      done,
      all: this.data.fields.length,
    });
    return done;
  }

  tell(key) {
    element("told").textContent = this.wording.word(key, { file: this.data.file });
  }

  /** The file with the answers in it. */
  file() {
    const inPlace = (field) => {
      if (this.isProgram(field)) return element(field).value;
      return this.answer(field) === "" ? "..." : inQuotes(meant(element(field).value));
    };
    const [first, ...others] = this.data.pieces;
    return first + others.map((piece, at) => inPlace(this.data.fields[at]) + piece).join("");
  }

  download() {
    const url = URL.createObjectURL(new Blob([this.file()], { type: "text/x-python" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = this.data.file;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    this.isSaved = true;
    this.tell("downloaded");
  }

  async copy() {
    const text = this.file();
    const box = element("text");
    try {
      await navigator.clipboard.writeText(text);
      element("text-of-file").hidden = true;
      this.tell("copied");
    } catch {
      box.value = text;
      element("text-of-file").hidden = false;
      box.focus();
      box.select();
      this.tell("not-copied");
    }
    this.isSaved = true;
  }

  clear() {
    if (!confirm(this.wording.word("clear-sure"))) return;
    for (const field of this.data.fields) {
      element(field).value = this.frames.get(field) ?? "";
      this.grow(element(field));
      this.show(field);
    }
    this.memory.write({});
    this.isSaved = true;
    this.count();
    this.tell("cleared");
  }

  /** Asks before what is kept nowhere is lost. */
  leave(event) {
    if (!this.memory.works && !this.isSaved) event.preventDefault();
  }

  /** As many lines as the text has. */
  grow(input) {
    if (input.tagName !== "TEXTAREA") return;
    input.dataset.least ??= input.rows;
    input.rows = Math.max(Number(input.dataset.least), input.value.split("\n").length);
  }
}

/** Enter begins a line as far in as the one before, or further behind a colon. */
function keepIndentation(event) {
  if (event.key !== "Enter" || event.isComposing || event.shiftKey || event.ctrlKey) return;
  const { value, selectionStart } = event.target;
  const line = value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
  const further = /:\s*(?:#.*)?$/u.test(line) ? "    " : "";
  const text = `\n${/^[ \t]*/u.exec(line)[0]}${further}`;
  event.preventDefault();
  if (document.execCommand("insertText", false, text)) return;
  event.target.setRangeText(text, selectionStart, event.target.selectionEnd, "end");
  event.target.dispatchEvent(new Event("input"));
}

new SheetPage(told("grader-sheet"), new Grader(told("grader-tables"))).start();
