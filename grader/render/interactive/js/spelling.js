// Texts as people type and paste them, in the grammar of `expression`: grader/answers/spelling.py.

const withPoints = (text, patterns) => patterns.replaced("spelling._BETWEEN_DIGITS", text, ".");
const isAsked = (shape, sizes) =>
  shape !== null && shape.length === sizes.length && shape.every((size, i) => size === sizes[i]);
const productOf = (numbers) => numbers.reduce((product, n) => product * n, 1n);

class Speller {
  constructor(grader) {
    this.patterns = grader.patterns;
    this.quotes = grader.data.spelling._QUOTES;
  }

  /** The text in the grammar, where it can mean one thing; else as it is. */
  respelled(text, expected) {
    const steps = [
      this.withoutQuotes,
      this.withoutEquality,
      this.withoutTypes,
      this.inSquareBrackets,
      this.withPlainSigns,
      this.withoutPercent,
      this.asOneNumber,
      this.asShape,
      this.asPrinted,
      this.withSemicolons,
      this.withDecimalPoints,
      this.withCommas,
    ];
    const start = trimmed(text.normalize("NFC"));
    return steps.reduce((found, step) => step.call(this, found, expected), start);
  }

  withoutQuotes(text) {
    const characters = [...text];
    const isQuote = (c) => this.quotes.includes(c);
    const isQuoted =
      characters.length > 1 && isQuote(characters[0]) && isQuote(characters.at(-1));
    const inner = characters.slice(1, -1);
    return isQuoted && !inner.some(isQuote) ? trimmed(inner.join("")) : text;
  }

  withoutEquality(text, expected) {
    const { patterns } = this;
    let found = expected.isOneNumber ? patterns.whole("spelling._CHAIN", text) : null;
    if (found) return trimmed(found.groups[expected.kind === "rational" ? "exact" : "last"]);
    found = patterns.whole("spelling._ABOUT", text);
    if (found) return trimmed(found.groups.rest);
    found = patterns.whole("spelling._AND_ABOUT", text);
    return found ? trimmed(found.groups.exact) : text;
  }

  withoutTypes(text) {
    const { patterns } = this;
    const found = patterns.whole("spelling._ARRAY", text);
    let inner = found ? trimmed(patterns.replaced("spelling._KEYWORDS", found.groups.inner, "")) : text;
    inner = patterns.replaced("spelling._SCALAR", inner, (_, number) => number);
    return patterns.replaced(
      "spelling._FRACTION",
      inner,
      (_, above, below) => `(${above}/${below ?? 1})`,
    );
  }

  inSquareBrackets(text, expected) {
    if (expected.isOneNumber) return text;
    const { patterns } = this;
    const isVector = expected.kind === "shape" || (expected.shape ?? []).length === 1;
    let found = isVector ? patterns.whole("spelling._TRANSPOSED", text) : null;
    const row = found ? found.groups.row : text;
    found = patterns.whole("spelling._IN_BRACES", row);
    if (!found) return row;
    return `[${found.groups.inner.replaceAll("{", "[").replaceAll("}", "]")}]`;
  }

  withPlainSigns(text, expected) {
    const mixed = this.patterns.whole("spelling._MIXED", text)?.groups;
    if (mixed && expected.isOneNumber && wholeNumber(mixed.above) < wholeNumber(mixed.below)) {
      return `${mixed.sign}(${mixed.whole}+${mixed.above}/${mixed.below})`;
    }
    const summed = this.patterns.replaced("spelling._VULGAR", text, (_, whole, part) => {
      const [above, below = ""] = part.normalize("NFKC").split("⁄");
      return `(${whole || 0}+${above}/${below})`;
    });
    return this.patterns.replaced(
      "spelling._RAISED",
      summed,
      (power) => `^${power.normalize("NFKC").replaceAll("−", "-")}`,
    );
  }

  withoutPercent(text, expected) {
    if (!expected.hasDecimals) return text;
    return this.patterns.replaced("spelling._PERCENT", text, (_, number) => `((${number})/100)`);
  }

  asOneNumber(text, expected) {
    if (!expected.isOneNumber) return text;
    if (expected.kind === "integer" && this.patterns.isWhole("spelling._MILLIONS", text)) {
      return text.replace(/[,_'’]/gu, "");
    }
    const found = expected.hasDecimals ? this.patterns.whole("spelling._CUT_OFF", text) : null;
    return found ? found.groups.number : withoutSpaceAtEnd(text.replace(/,$/u, ""));
  }

  asShape(text, expected) {
    if (expected.kind !== "shape") return text;
    const { patterns } = this;
    const found = patterns.whole("spelling._AT", text)?.groups;
    if (found) return `${found.channels}x${found.rows}x${found.columns}`;
    const plain = patterns.replaced("spelling._AXIS", text, "");
    const sizes = plain.match(/\p{Nd}+(?:\.\p{Nd}+)?/gu) ?? [];
    const axes = expected.shape?.length ? expected.shape[0] : 1;
    const isApart =
      patterns.isWhole("spelling._BY_STAR", plain) || patterns.isWhole("spelling._BY_SPACE", plain);
    if (axes > 1 && sizes.length === axes && isApart) return sizes.join("x");
    const sides = patterns.split("spelling._BETWEEN_SIDES", plain);
    const areProducts = sides.every((side) => patterns.isWhole("spelling._PRODUCT", side));
    if (sides.length !== axes || axes <= 1 || !areProducts) return plain;
    return sides.map((side) => productOf(side.match(/\p{Nd}+/gu).map(wholeNumber))).join("x");
  }

  asPrinted(text, expected) {
    const { patterns } = this;
    const isOver = text.startsWith("[") && text.includes("\n");
    const inner = isOver ? trimmed(text.slice(1, -1)) : text;
    let found = text;
    if (expected.hasDecimals && patterns.isWhole("spelling._APART", inner)) {
      found = inner;
      const rows = linesIn(inner).filter(trimmed).map(wordsIn);
      const lengths = rows.map((row) => row.length);
      const all = lengths.reduce((sum, length) => sum + length, 0);
      if (isAsked(expected.shape, [all])) return `[${wordsIn(inner).join(", ")}]`;
      const isMatrix =
        new Set(lengths).size === 1 && Math.min(rows.length, lengths[0]) > 1;
      if (isMatrix && (expected.shape === null || isAsked(expected.shape, [rows.length, lengths[0]]))) {
        return `[${rows.map((row) => `[${row.join(", ")}]`).join(", ")}]`;
      }
    }
    if (!(/^[[(]/u.test(found) && /[\])]$/u.test(found))) return found;
    if (patterns.isWhole("spelling._PRINTED", found)) {
      return patterns.replaced("spelling._GAP", found, ", ");
    }
    return expected.isOneNumber ? found : patterns.replaced("spelling._BETWEEN_ROWS", found, ", ");
  }

  withSemicolons(text, expected) {
    if (expected.shape?.length !== 1 || !text.includes("|")) return text;
    const parts = stripped(text, "[]() ").split("|").map(trimmed);
    const isRow = parts.length === expected.shape[0] && parts.every((part) => part);
    return isRow ? `[${parts.join("; ")}]` : text;
  }

  withDecimalPoints(text, expected) {
    const { patterns } = this;
    if (!expected.hasDecimals || !text.includes(",")) return text;
    if (expected.isOneNumber) {
      return patterns.isIn("spelling._TWO_COMMAS", text) ? text : withPoints(text, patterns);
    }
    const { shape } = expected;
    if (!shape?.length) return text;
    if (shape.length === 1) return this.rowWithPoints(text, shape[0]) ?? text;
    const hasRows = trimmed(text).slice(1).includes("[");
    const rows = hasRows
      ? patterns.all("spelling._ROW", text).map(([row]) => row)
      : stripped(text, "[]() ").split(";");
    const found = rows.map((row) => this.rowWithPoints(row, shape.at(-1)));
    const count = shape.slice(0, -1).reduce((product, size) => product * size, 1);
    if (rows.length !== count || found.includes(null)) return text;
    if (!hasRows) return `[${found.join(", ")}]`;
    const parts = found.values();
    return patterns.replaced("spelling._ROW", text, () => parts.next().value);
  }

  /** A row with as many numbers as are asked if the commas between digits are before decimals. */
  rowWithPoints(text, length) {
    const { patterns } = this;
    let inner = trimmed(text);
    if (/^[[(]/u.test(inner) && /[\])]$/u.test(inner) && isAround(inner)) {
      inner = trimmed(inner.slice(1, -1));
    }
    let numbers;
    if (patterns.isWhole("spelling._BY_BLANKS", inner)) {
      numbers = wordsIn(inner);
    } else if (patterns.isWhole("spelling._CHAIN_OF_PAIRS", inner)) {
      numbers = patterns
        .all("spelling._PAIR", inner)
        .map(([, whole, places]) => `${whole},${places}`);
    } else {
      const bare = stripped(inner, ",;", { start: false });
      numbers = patterns.split("spelling._BETWEEN_NUMBERS", bare).map(trimmed);
    }
    const isOdd = numbers.some((part) => patterns.isIn("spelling._TWO_COMMAS", part));
    if (numbers.length !== length || isOdd) return null;
    return `[${numbers.map((part) => withPoints(part, patterns)).join(", ")}]`;
  }

  withCommas(text, expected) {
    if (!text.includes(";")) return text;
    const apartByCommas = (part) => this.patterns.replaced("spelling._GAP", part, ", ");
    const inner = stripped(text, "[]() ");
    if (inner.includes("[")) {
      const apart = text.replaceAll(";", ",");
      return inner.includes(",") ? apart : apartByCommas(apart);
    }
    if (expected.shape?.length === 2) {
      const rows = inner
        .split(";")
        .map((row) => (row.includes(",") ? row : apartByCommas(trimmed(row))));
      return `[${rows.map((row) => `[${trimmed(row)}]`).join(", ")}]`;
    }
    return inner.includes(",") ? text : text.replaceAll(";", ",");
  }
}

/** Whether the first bracket of a text is closed by the last one. */
function isAround(text) {
  let level = 0;
  for (let at = 0; at < text.length; at += 1) {
    level += "([".includes(text[at]) - ")]".includes(text[at]);
    if (level === 0) return at === text.length - 1;
  }
  return false;
}
