// What is said of an answer, in the language of the sheet: as grader/report/wording.py says it.

class Wording {
  constructor(sentences, words) {
    this.sentences = sentences;
    this.words = words;
  }

  filled(template, details) {
    return template.replace(/\{(\w+)\}/gu, (_, name) => `${details[name]}`);
  }

  word(key, details = {}) {
    return this.filled(this.words[key], details);
  }

  /** A remark as a sentence. */
  remark({ key, details = {} }) {
    const worded = Object.entries(details).map(([name, value]) => [name, this.detail(name, value)]);
    return this.filled(this.sentences[`remark.${key}`], Object.fromEntries(worded));
  }

  detail(name, value) {
    if (name === "problem") return this.filled(this.sentences[`text.${value.key}`], value.details);
    if (name === "cells") {
      const shown = value
        .slice(0, 6)
        .map((cell) => (cell.length === 1 ? `${cell[0]}` : `(${cell.join(", ")})`));
      return shown.join(", ") + (value.length > 6 ? ", …" : "");
    }
    if (name === "type" && value === "list") return this.sentences["type.list"];
    if (name === "type" && !value.startsWith("'")) {
      return this.filled(this.sentences["type.other"], { type: value });
    }
    return inPrint(`${value}`);
  }

  /** How an answer was read, or what to type where it was not. */
  reading(blank, answer) {
    if (answer.outcome === "unanswered") return "";
    if (answer.outcome !== "read") {
      return [answer, answer.hint].filter((each) => each).map((each) => this.remark(each)).join(" ");
    }
    const read = this.word("read-as", { read: this.value(blank, answer.value) });
    return fits(answer.value, blank) ? read : `${read}. ${this.remark({ key: "wrong-size" })}`;
  }

  value(blank, value) {
    if (value instanceof Option) return blank.called[value.key];
    if (!(value instanceof Reasoned)) return inNotation(value);
    const letter = blank.letters[blank.reasons.indexOf(value.reason)];
    return `${blank.called[value.option]}, ${letter}) ${blank.calledReasons[value.reason]}`;
  }
}

/** Whether a value has the size that its blank tells. */
function fits(value, blank) {
  if (blank.shape === null || !NUMERIC.includes(blank.kind)) return true;
  const sizes = value instanceof Shape ? [value.sizes.length] : sizesOf(value);
  return isAsked(blank.shape, sizes);
}
