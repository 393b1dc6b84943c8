// Texts as Python has them: its white space, its characters, its patterns.

const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACE_AT_START = new RegExp(`^[${SPACE}]+`, "u");
const SPACE_AT_END = new RegExp(`[${SPACE}]+$`, "u");
const BETWEEN_WORDS = new RegExp(`[${SPACE}]+`, "u");
const LINE_BREAK = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/u;
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** What a table has under a key; undefined for all that is not its own. */
const own = (table, key) => (Object.hasOwn(table, key) ? table[key] : undefined);

const lengthOf = (text) => [...text].length;
const withoutSpaceAtEnd = (text) => text.replace(SPACE_AT_END, "");
const trimmed = (text) => withoutSpaceAtEnd(text.replace(SPACE_AT_START, ""));
const wordsIn = (text) => trimmed(text).split(BETWEEN_WORDS).filter((word) => word);
const linesIn = (text) => text.split(LINE_BREAK);

/** A text without any of some characters at its ends. */
function stripped(text, characters, { start = true, end = true } = {}) {
  let from = 0;
  let to = text.length;
  while (start && from < to && characters.includes(text[from])) from += 1;
  while (end && to > from && characters.includes(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

/** A text whose control characters are spelled out, as `in_print` has it. */
function inPrint(text) {
  const escaped = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const spelled = (c) => {
    const code = c.codePointAt(0);
    const digits = code.toString(16);
    if (code < 256) return `\\x${digits.padStart(2, "0")}`;
    return code < 65536 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
  };
  return [...text].map((c) => (UNPRINTABLE.test(c) ? (escaped[c] ?? spelled(c)) : c)).join("");
}

/** The value of decimal digits of any script, as Python's `int` reads them. */
function wholeNumber(digits) {
  const plain = [...digits].map((digit) => {
    if (digit >= "0" && digit <= "9") return digit;
    let value = 0;
    const code = digit.codePointAt(0);
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value);
  });
  return BigInt(plain.join(""));
}

/** The grader's own patterns, by the module that has them and their name there. */
class Patterns {
  constructor(sources) {
    this.sources = sources;
    this.made = new Map();
  }

  get(name, more = "") {
    const key = `${name} ${more}`;
    if (!this.made.has(key)) {
      const [source, flags] = this.sources[name];
      const [whole, further] = more === "whole" ? [`^(?:${source})$`, ""] : [source, more];
      this.made.set(key, new RegExp(whole, flags + further));
    }
    return this.made.get(key);
  }

  whole(name, text) {
    return this.get(name, "whole").exec(text);
  }

  isWhole(name, text) {
    return this.whole(name, text) !== null;
  }

  isIn(name, text) {
    return this.get(name).test(text);
  }

  replaced(name, text, by) {
    return text.replace(this.get(name, "g"), by);
  }

  split(name, text) {
    return text.split(this.get(name));
  }

  all(name, text) {
    return [...text.matchAll(this.get(name, "g"))];
  }

  /** One that matches at its `lastIndex` alone. */
  sticky(name) {
    return this.get(name, "y");
  }
}
