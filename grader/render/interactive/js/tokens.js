// Tokens: the numbers, names and signs of a text that a student typed.

/** A text that is not in the grammar, or is beyond a limit: a key of the messages on a text. */
class Unreadable extends Error {
  constructor(key, details = {}) {
    super(key);
    this.key = key;
    this.details = details;
  }
}

/** A part of a text; of kind number, shape, name, sign, power or end. */
class Token {
  constructor(kind, text, start, source, signs) {
    this.kind = kind;
    this.text = text;
    this.start = start;
    this.source = source;
    this.sign = kind === "sign" ? (own(signs, text) ?? text) : "";
  }

  get end() {
    return this.start + this.text.length;
  }

  /** Where it stands, counted in characters from 1. */
  get position() {
    return lengthOf(this.source.slice(0, this.start)) + 1;
  }

  get details() {
    const characters = [...this.text];
    const isShort = characters.length <= 24;
    const found = isShort ? this.text : `${characters.slice(0, 23).join("")}…`;
    return { found, position: this.position };
  }
}

/** The tokens of a text, by a sticky pattern whose groups are kinds of tokens. */
function tokensOf(text, pattern, signs) {
  const found = [];
  const unknown = (character, start) => {
    const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    const shown = UNPRINTABLE.test(character) ? `U+${code}` : character;
    return new Unreadable("unknown-character", {
      found: shown,
      position: lengthOf(text.slice(0, start)) + 1,
    });
  };
  let start = 0;
  while (start < text.length) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) throw unknown([...text.slice(start)][0], start);
    const [kind, taken] = Object.entries(match.groups).find(([, group]) => group !== undefined);
    if (kind === "name") {
      const odd = [...taken].find((c) => !/[\p{L}0-9_]/u.test(c));
      if (odd !== undefined) throw unknown(odd, start);
    }
    if (["number", "shape", "name", "sign", "power"].includes(kind)) {
      found.push(new Token(kind, taken, start, text, signs));
    }
    start = pattern.lastIndex;
  }
  found.push(new Token("end", "", text.length, text, signs));
  return found;
}

/** The exact value of a number without a sign. */
function numberOf(token, text, arithmetic) {
  const { MOST_DIGITS, MOST_EXPONENT, MOST_PLACES } = arithmetic.limits;
  const [mantissa, exponent = ""] = text.toLowerCase().replaceAll("−", "-").split("e");
  const isFar = stripped(exponent, "+-0", { end: false }).length > 2;
  const power = isFar ? Infinity : Number(exponent || "0");
  if (Math.abs(power) > MOST_EXPONENT) {
    throw new Unreadable("exponent-too-large", { limit: MOST_EXPONENT, ...token.details });
  }
  const [before, after = ""] = mantissa.split(".");
  const whole = stripped(before, "0", { end: false });
  const places = stripped(after, "0", { start: false });
  const tooFine = () => new Unreadable("too-fine", { limit: MOST_PLACES, ...token.details });
  if (places.length > MOST_PLACES) throw tooFine();
  if (whole.length <= MOST_DIGITS + 1) {
    const scale = new Fraction(10n).power(BigInt(power - places.length));
    const value = new Fraction(BigInt(whole + places || "0")).times(scale);
    if (value.below > arithmetic.finest) throw tooFine();
    if (arithmetic.isSmall(value)) return value;
  }
  throw new Unreadable("too-large", { limit: MOST_DIGITS, ...token.details });
}

/** The tokens of one text, taken one after another. */
class Tokens {
  constructor(tokens, mostLevels) {
    this.tokens = tokens;
    this.next = 0;
    this.level = 0;
    this.mostLevels = mostLevels;
  }

  get token() {
    return this.tokens[this.next];
  }

  get before() {
    return this.tokens[this.next - 1];
  }

  /** The next token, used up, if it is one of these signs; else null. */
  take(...signs) {
    const { token } = this;
    if (token.sign === "" || !signs.includes(token.sign)) return null;
    this.next += 1;
    return token;
  }

  /** What a function reads one level further in. */
  deeper(token, read) {
    this.level += 1;
    if (this.level > this.mostLevels) {
      throw new Unreadable("too-deep", { limit: this.mostLevels, position: token.position });
    }
    const found = read();
    this.level -= 1;
    return found;
  }
}
