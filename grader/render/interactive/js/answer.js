// Reads an answer, as grader/answers/answer.py does.

/** A value that is none of the form that was asked for: a key of the remarks. */
class Unsuitable extends Error {
  constructor(key, details = {}) {
    super(key);
    this.key = key;
    this.details = details;
  }
}

/** The value of a shape. */
class Shape {
  constructor(sizes) {
    this.sizes = sizes;
  }
}

/** The key of an option. */
class Option {
  constructor(key) {
    this.key = key;
  }

  toString() {
    return this.key;
  }
}

/** The keys of an option and of a reason for it. */
class Reasoned {
  constructor(option, reason) {
    this.option = option;
    this.reason = reason;
  }

  toString() {
    return `${this.option}, ${this.reason}`;
  }
}

const NUMERIC = ["integer", "shape", "rational", "decimal"];
const BLANK = ["", "...", "…", "Ellipsis"];
const DECIMAL_FORMS = ["decimal", "rational"];

/** What the grader makes of typed texts, by its own tables (`readings.py`). */
class Grader {
  constructor(data) {
    this.data = data;
    this.patterns = new Patterns(data.patterns);
    this.arithmetic = new Arithmetic(data.arithmetic);
    this.speller = new Speller(this);
  }

  /** The answer to a blank: a value, or a key of the remarks with its details, and a hint. */
  read(blank, text) {
    if (BLANK.includes(trimmed(text))) return { outcome: "unanswered" };
    try {
      return { outcome: "read", value: suited(this.value(blank, text), blank) };
    } catch (error) {
      if (error instanceof Unreadable) {
        const details = { problem: { key: error.key, details: error.details } };
        return { outcome: "unreadable", key: "unreadable-text", details, hint: this.hint(blank, text) };
      }
      if (!(error instanceof Unsuitable)) throw error;
      const remark = suitedRemark(error, blank);
      const outcome = error.key.endsWith("-missing") ? "incomplete" : "unreadable";
      return { outcome, ...remark, hint: this.hint(blank, text) };
    }
  }

  value(blank, text) {
    const expected = {
      kind: blank.kind,
      shape: blank.shape,
      isOneNumber: blank.kind !== "shape" && blank.shape?.length === 0,
      hasDecimals: DECIMAL_FORMS.includes(blank.kind),
    };
    switch (blank.kind) {
      case "integer":
        return wholeOf(this.plain(text, expected, "product"));
      case "shape":
        return shapeOf(this.plain(text, expected, "shape"), blank.axes);
      case "rational":
        return tensorOf(this.plain(text, expected, "product"), rationalOf, blank.shape);
      case "decimal":
        return tensorOf(this.plain(text, expected, "product"), realOf, blank.shape);
      case "choice":
        return this.option(blank, text);
      case "reasonedchoice":
        return this.reasoned(blank, text);
    }
    return readFormula(text, blank.variables, this);
  }

  /** What a text means; an error on it is told of the text as it was typed. */
  plain(text, expected, cross) {
    const isSplit = expected.kind === "integer" && ["_BY_POINT", "_BY_COMMA"].some((name) =>
      this.patterns.isWhole(`hint.${name}`, text));
    if (expected.isOneNumber && isSplit) throw new Unsuitable("ambiguous-separator");
    const isShort = lengthOf(text) <= this.data.expression.MOST_CHARACTERS;
    const found = isShort ? this.speller.respelled(text, expected) : text;
    if (found !== text) {
      try {
        return readExpression(found, cross, this);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
      }
    }
    return readExpression(text, cross, this);
  }

  folded(word) {
    const strokes = this.data.options._STROKES;
    const lower = word.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ").replaceAll("ſ", "s");
    const letters = lower.normalize("NFKD").replace(/\p{M}/gu, "");
    const plain = [...letters].map((c) => own(strokes, c) ?? c).join("");
    return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
  }

  optionNamed(blank, word) {
    const text = this.folded(word);
    const known = (key) => own(blank.spellings, key);
    return known(text) ?? known(own(this.data.option._YES_AND_NO, text) ?? "");
  }

  reasonNamed(blank, word) {
    const text = this.folded(word);
    const letter = own(this.data.reasoned._LETTERS_LIKE_LATIN, text) ?? text;
    const at = [...letter].length === 1 ? blank.letters.indexOf(letter) : -1;
    if (at >= 0) return blank.reasons[at];
    return blank.reasons.find((reason) => this.folded(reason) === text);
  }

  option(blank, text) {
    const option = this.optionNamed(blank, text);
    if (option === undefined) throw new Unsuitable("not-an-option", { options: blank.options });
    return new Option(option);
  }

  reasoned(blank, text) {
    const most = this.data.reasoned._MOST_WORDS;
    const parts = wordsIn(this.folded(text)).slice(0, most + 1);
    const meanings = new Map();
    for (let at = 1; at < parts.length && parts.length <= most; at += 1) {
      const both = [parts.slice(0, at).join(" "), parts.slice(at).join(" ")];
      for (const [first, second] of [both, both.toReversed()]) {
        const option = this.optionNamed(blank, first);
        const reason = this.reasonNamed(blank, second);
        if (option !== undefined && reason !== undefined) {
          const meant = new Reasoned(option, reason);
          meanings.set(`${meant}`, meant);
        }
      }
    }
    if (meanings.size === 1) return [...meanings.values()][0];
    const whole = parts.join(" ");
    const letters = [...blank.letters].join(", ");
    const { options } = blank;
    if (meanings.size === 0 && this.optionNamed(blank, whole) !== undefined) {
      throw new Unsuitable("reason-missing", { letters });
    }
    if (meanings.size === 0 && this.reasonNamed(blank, whole) !== undefined) {
      throw new Unsuitable("option-missing", { options });
    }
    throw new Unsuitable("not-reasoned", { options, letters });
  }

  /** What to type in place of an answer that cannot be read; null if that is unknown. */
  hint(blank, text) {
    const { hint } = this.data;
    if (!NUMERIC.includes(blank.kind) || lengthOf(text) > hint._LONGEST) return null;
    const sides = blank.kind === "shape" ? null : this.patterns.whole("hint._SIDES", text);
    if (sides) return { key: "sides-for-number", details: { ...sides.groups } };
    const found = this.patterns.whole("hint._WITH_UNIT", text)?.groups;
    if (found && this.isShortened(found.unit)) {
      return { key: "exact-number", details: { found: trimmed(text) } };
    }
    const isDecimal = DECIMAL_FORMS.includes(blank.kind) && found !== undefined;
    if (this.patterns.isWhole("hint._GROUPED", text) && !isDecimal) {
      return { key: "digits-together", details: {} };
    }
    const isUnit = (unit) =>
      !hint._NO_UNITS.includes(unit.toLowerCase()) && /^[\p{L} .²³^23]*$/u.test(unit);
    if (found === undefined || !isUnit(found.unit)) return null;
    return { key: "without-unit", details: { number: found.number.replaceAll(",", ".") } };
  }

  isShortened(unit) {
    const first = stripped(wordsIn(unit)[0], ".", { start: false }).toLowerCase();
    return this.data.hint._POWERS_OF_TEN.includes(first) || this.patterns.isWhole("hint._PREFIXED", first);
  }
}

/** An answer as its very blank takes it: a column or a row of a matrix can only mean a vector. */
function suited(value, blank) {
  const isMatrix = Array.isArray(value) && value.length > 0 && value.every(Array.isArray);
  if (blank.shape?.length !== 1 || blank.kind === "shape" || !isMatrix) return value;
  const isFlat = value.every((row) => row.every((cell) => !Array.isArray(cell)));
  return isFlat && [value.length, value[0].length].includes(1) ? value.flat() : value;
}

/** A remark on what is no shape, with the axes of this one or, if they are asked, without. */
function suitedRemark({ key, details }, blank) {
  if (key === "not-a-shape" && blank.shape !== null) {
    return { key, details: { ...details, axes: blank.shape[0] === 1 ? "N," : details.axes } };
  }
  if (key === "not-a-shape") return { key: "not-any-shape", details: { type: details.type } };
  if (key === "list-for-number" && blank.shape === null) {
    return { key: "not-any-shape", details: { type: "list" } };
  }
  return { key, details };
}

function rationalOf(value) {
  if (value instanceof Irrational) return value.value();
  if (value instanceof Fraction) return value;
  throw notANumber(value);
}

function realOf(value) {
  if (value instanceof Irrational || value instanceof Fraction) return value.value();
  throw notANumber(value);
}

function notANumber(value) {
  if (Array.isArray(value)) return new Unsuitable("list-for-number");
  return new Unsuitable("word-for-number", { word: value.text });
}

function wholeOf(value) {
  const number = rationalOf(value);
  if (!(number instanceof Fraction && number.isWhole)) throw new Unsuitable("not-whole");
  return number;
}

function shapeOf(value, axes) {
  if (value instanceof Word) throw new Unsuitable("not-a-shape", { axes, type: `'${value.text}'` });
  if (value instanceof Irrational) throw new Unsuitable("not-a-shape", { axes, type: "Irrational" });
  let cells = Array.isArray(value) ? value : [value];
  if (cells.length === 1 && Array.isArray(cells[0])) return shapeOf(cells[0], axes);
  const isOfAnySize = cells.length > 1 && cells[0] instanceof Word && cells[0].text === "None";
  if (isOfAnySize) cells = [new Fraction(-1n), ...cells.slice(1)];
  return new Shape(cells.map(wholeOf));
}

/** A number, or an array of arrays of them, all of one length; `expected` is the shape, if told. */
function tensorOf(value, cellOf, expected) {
  if (!Array.isArray(value)) return cellOf(value);
  const place = expected?.length ? listAmongNumbers(value, expected.length) : [];
  if (place.length > 0) throw new Unsuitable("entry-is-list", { cells: [place] });
  sizesOf(value);
  const read = (part) => (Array.isArray(part) ? part.map(read) : cellOf(part));
  return read(value);
}

/** Where a list stands beside numbers, along the last of so many axes; empty if nowhere. */
function listAmongNumbers(value, axes) {
  const lists = value.flatMap((part, at) => (Array.isArray(part) ? [at + 1] : []));
  if (axes === 1) return lists.length > 0 && lists.length < value.length ? [lists[0]] : [];
  for (const number of lists) {
    const place = listAmongNumbers(value[number - 1], axes - 1);
    if (place.length > 0) return [number, ...place];
  }
  return [];
}

/** The shape of nested arrays. Throws Unsuitable where rows differ in length. */
function sizesOf(value) {
  if (!Array.isArray(value)) return [];
  const shapes = value.map(sizesOf);
  if (new Set(shapes.map(String)).size > 1) throw new Unsuitable("ragged");
  return [value.length, ...(shapes[0] ?? [])];
}
