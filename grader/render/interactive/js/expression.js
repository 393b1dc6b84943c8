// Reads the value that a student typed, by the grammar of grader/answers/expression.py.

/** A word, as it was typed. */
class Word {
  constructor(text) {
    this.text = text;
  }
}

const CLOSING = { "(": ")", "[": "]" };
const CLOSING_SIGNS = Object.values(CLOSING);

class ExpressionReader extends Tokens {
  constructor(tokens, grader) {
    super(tokens, grader.data.expression.MOST_LEVELS);
    this.arithmetic = grader.arithmetic;
    this.names = grader.data.expression;
  }

  answer() {
    const [items, separated] = this.items(null);
    if (items.length === 0) throw new Unreadable("empty");
    return separated ? items : items[0];
  }

  /** The values up to the closing bracket or the end, and whether a comma came. */
  items(opening) {
    const closing = opening ? CLOSING[opening.text] : "";
    const items = [];
    let separated = false;
    while (!this.closed(opening, closing)) {
      items.push(this.sum());
      if (this.take(",")) separated = true;
      else if (!this.closed(opening, closing)) {
        throw new Unreadable("side-by-side", this.token.details);
      }
    }
    return [items, separated];
  }

  closed(opening, closing) {
    const { token } = this;
    if (token.kind === "end") {
      if (opening) throw new Unreadable("not-closed", opening.details);
      return true;
    }
    if (CLOSING_SIGNS.includes(token.sign) && token.sign !== closing) {
      if (opening) throw new Unreadable("wrong-bracket", { needed: closing, ...token.details });
      throw new Unreadable("not-opened", token.details);
    }
    return closing !== "" && token.sign === closing;
  }

  sum() {
    let left = this.product();
    for (let sign = this.take("+", "-"); sign; sign = this.take("+", "-")) {
      left = this.applied(sign, left, this.product());
    }
    return left;
  }

  product() {
    let left = this.signed();
    for (let sign = this.take("*", "/"); sign; sign = this.take("*", "/")) {
      left = this.applied(sign, left, this.signed());
    }
    return left;
  }

  signed() {
    const sign = this.take("+", "-");
    if (!sign) return this.power();
    return this.deeper(sign, () => this.applied(sign, this.signed()));
  }

  power() {
    const left = this.atom();
    const sign = this.take("^");
    if (!sign) return left;
    return this.deeper(sign, () => this.applied(sign, left, this.signed()));
  }

  atom() {
    const { token } = this;
    if (token.kind === "end") throw new Unreadable("value-needed-at-end", this.before.details);
    if (token.kind === "sign" && !["(", "[", "√"].includes(token.sign)) {
      throw new Unreadable("value-needed", token.details);
    }
    this.next += 1;
    switch (token.kind) {
      case "number":
        return numberOf(token, token.text, this.arithmetic);
      case "shape":
        return token.text
          .match(/[0-9]+(?:\.[0-9]+)?/g)
          .map((size) => numberOf(token, size, this.arithmetic));
      case "name":
        return this.named(token);
    }
    return this.deeper(token, () =>
      token.sign === "√" ? this.applied(token, this.atom()) : this.bracket(token),
    );
  }

  bracket(opening) {
    const [items, separated] = this.items(opening);
    const inside = this.before;
    this.next += 1;
    const isAlone = items.length === 1 && !separated;
    return isAlone && (opening.sign === "(" || inside.kind === "shape") ? items[0] : items;
  }

  named(token) {
    const name = token.text.toLowerCase();
    if (Object.hasOwn(this.names._CONSTANTS, name)) {
      return new Irrational(this.names._CONSTANTS[name]);
    }
    const opening = this.token;
    if (Object.hasOwn(this.names._FUNCTIONS, name)) {
      if (!this.take("(")) throw new Unreadable("brackets-needed", token.details);
      return this.applied(token, this.deeper(opening, () => this.bracket(opening)));
    }
    if (opening.sign === "(") throw new Unreadable("unknown-function", token.details);
    return this.word(token);
  }

  /** A word, with the words that hyphens join to it without a space. */
  word(token) {
    let { text, end } = token;
    while (this.token.text === "-" && this.token.start === end) {
      const name = this.tokens[this.next + 1];
      if (name.kind !== "name" || name.start !== end + 1) break;
      text += `-${name.text}`;
      end = name.end;
      this.next += 2;
    }
    return new Word(text);
  }

  applied(token, ...operands) {
    for (const operand of operands) {
      if (operand instanceof Word) throw new Unreadable("word-in-arithmetic", token.details);
      if (Array.isArray(operand)) throw new Unreadable("list-in-arithmetic", token.details);
    }
    const operator = this.names._OPERATORS[token.sign || token.text.toLowerCase()];
    const value = this.arithmetic.combined(operator, operands);
    if (!(value instanceof Refusal)) return value;
    const limit = value.limit === null ? {} : { limit: value.limit };
    throw new Unreadable(value.key, { ...limit, ...token.details });
  }
}

/** Whether numbers joined by any cross, in brackets or not, are all of the text. */
function isCrossed(text, grader) {
  let inner = trimmed(text);
  if (/^[([]/.test(inner) && /[)\]]$/.test(inner)) inner = trimmed(inner.slice(1, -1));
  return grader.patterns.isWhole("expression.crossed", inner);
}

/** The value of a text: a number, a word, or an array of values. Throws Unreadable. */
function readExpression(text, cross, grader) {
  const { MOST_CHARACTERS } = grader.data.expression;
  const length = lengthOf(text);
  if (length > MOST_CHARACTERS) {
    throw new Unreadable("too-long", { limit: MOST_CHARACTERS, length });
  }
  const composed = text.normalize("NFC");
  const isShape = cross === "shape" && isCrossed(composed, grader);
  const pattern = grader.patterns.sticky(isShape ? "expression.shapes" : "expression.products");
  const tokens = tokensOf(composed, pattern, grader.data.tokens._SIGNS);
  return new ExpressionReader(tokens, grader).answer();
}
