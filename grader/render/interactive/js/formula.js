// Reads a formula in the variables of its blank, by the grammar of grader/answers/formula.py.

const [SUM, PRODUCT, SIGNED, POWER, ATOM] = [1, 2, 3, 4, 5];
const BINDING = { "+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "//": PRODUCT, "^": POWER };
const ROUNDED = { "⌊": "floor", "⌈": "ceil" };
const CLOSING_OF_FORMULA = { "(": ")", "⌊": "⌋", "⌈": "⌉" };
const CLOSING_SIGNS_OF_FORMULA = Object.values(CLOSING_OF_FORMULA);

/** A number (a Fraction), a variable's name, or an operator at formulas. */
class Formula {
  constructor(tree, operands = null) {
    this.tree = tree;
    this.operands = operands;
  }

  get number() {
    return this.tree instanceof Fraction ? this.tree : null;
  }

  isOperation(operator, count) {
    return this.operands !== null && this.tree === operator && this.operands.length === count;
  }

  get binding() {
    if (this.number) return binding(this.number);
    if (this.operands === null) return ATOM;
    return this.isOperation("-", 1) ? SIGNED : (BINDING[this.tree] ?? ATOM);
  }

  bracketed(atLeast) {
    return this.binding < atLeast ? `(${this})` : `${this}`;
  }

  toString() {
    if (this.operands === null) return `${this.tree}`;
    const [x, y] = this.operands;
    switch (this.tree) {
      case "floor":
      case "ceil":
        return `${this.tree}(${x})`;
      case "^":
        return `${x.bracketed(ATOM)}^${y.bracketed(SIGNED)}`;
      case "+":
      case "-":
        if (!y) return `-${x.bracketed(SIGNED)}`;
        return `${x} ${this.tree} ${y.bracketed(this.tree === "+" ? SUM : PRODUCT)}`;
    }
    return `${x.bracketed(PRODUCT)}${this.tree}${y.bracketed(SIGNED)}`;
  }
}

/** An operator at its operands, worked out where these are numbers or leave nothing to do. */
function combinedFormula(operator, ...operands) {
  const numbers = operands.map((each) => each.number);
  if (numbers.every((number) => number)) return new Formula(workedOut(operator, ...numbers));
  return simpleFormula(operator, operands, numbers) ?? new Formula(operator, operands);
}

function workedOut(operator, x, y) {
  switch (operator) {
    case "+":
      return x.plus(y);
    case "-":
      return y ? x.plus(y.negated()) : x.negated();
    case "*":
      return x.times(y);
    case "/":
      return x.over(y);
    case "//":
      return new Fraction(x.over(y).floor());
    case "^":
      return x.power(y.above);
    case "floor":
      return new Fraction(x.floor());
  }
  return new Fraction(-x.negated().floor());
}

/** What is left of an operation with a 0, a 1 or a sign too many; null if all of it is. */
function simpleFormula(operator, [x, y], [first, second]) {
  const is = (number, value) => Boolean(number?.is(value));
  const isOne = (...operators) => operators.includes(operator);
  if (y === undefined) return operator === "-" && x.isOperation("-", 1) ? x.operands[0] : null;
  if (isOne("+", "-") && is(second, 0)) return x;
  if ((operator === "+" && is(first, 0)) || (operator === "*" && is(first, 1))) return y;
  if (isOne("*", "/", "^") && is(second, 1)) return x;
  if (operator === "*" && (is(first, 0) || is(second, 0))) return new Formula(ZERO);
  if (isOne("/", "//") && is(first, 0)) return new Formula(ZERO);
  if (operator === "^" && is(second, 0)) return new Formula(ONE);
  if (operator === "-" && is(first, 0)) return combinedFormula("-", y);
  if (isOne("+", "-") && second && second.above < 0n) {
    return combinedFormula(operator === "+" ? "-" : "+", x, new Formula(second.negated()));
  }
  if (isOne("+", "-") && y.isOperation("-", 1)) {
    return combinedFormula(operator === "+" ? "-" : "+", x, y.operands[0]);
  }
  return operator === "//" && is(second, 1) ? combinedFormula("floor", x) : null;
}

/** A formula, and the most bits that the numerator and denominator of its values have. */
class Part {
  constructor(formula, above, below = 1) {
    this.formula = formula;
    this.above = above;
    this.below = below;
  }
}

class FormulaReader extends Tokens {
  constructor(tokens, variables, grader) {
    super(tokens, grader.data.formula.MOST_LEVELS);
    this.variables = variables;
    this.arithmetic = grader.arithmetic;
    this.data = grader.data.formula;
  }

  formula() {
    const found = this.sum();
    if (CLOSING_SIGNS_OF_FORMULA.includes(this.token.sign)) {
      throw new Unreadable("not-opened", this.token.details);
    }
    if (this.token.kind !== "end") throw new Unreadable("operator-needed", this.token.details);
    return found.formula;
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
    for (let sign = this.take("*", "/", "//"); sign; sign = this.take("*", "/", "//")) {
      left = this.applied(sign, left, this.signed());
    }
    return left;
  }

  signed() {
    const sign = this.take("+", "-");
    if (!sign) return this.power();
    const part = this.deeper(sign, () => this.signed());
    return sign.sign === "+" ? part : this.applied(sign, part);
  }

  power() {
    const base = this.atom();
    const raised = this.token;
    if (raised.kind === "power") {
      this.next += 1;
      const digits = raised.text.replace(/./gu, (c) => "0123456789-"["⁰¹²³⁴⁵⁶⁷⁸⁹⁻".indexOf(c)]);
      return this.applied(raised, base, this.number(raised, digits));
    }
    const sign = this.take("^");
    if (!sign) return base;
    return this.applied(sign, base, this.deeper(sign, () => this.signed()));
  }

  atom() {
    const { token } = this;
    if (token.kind === "end") throw new Unreadable("value-needed-at-end", this.before.details);
    const opens = Object.hasOwn(CLOSING_OF_FORMULA, token.sign);
    if (token.kind === "power" || (token.kind === "sign" && !opens)) {
      throw new Unreadable("value-needed", token.details);
    }
    this.next += 1;
    if (token.kind === "number") return this.number(token, token.text);
    if (token.kind === "name") return this.named(token);
    const inside = this.bracket(token);
    const rounding = ROUNDED[token.sign];
    return rounding ? this.rounded(rounding, inside) : inside;
  }

  bracket(opening) {
    const inside = this.deeper(opening, () => this.sum());
    const needed = CLOSING_OF_FORMULA[opening.sign];
    if (this.take(needed)) return inside;
    if (this.token.kind === "end") throw new Unreadable("not-closed", opening.details);
    if (CLOSING_SIGNS_OF_FORMULA.includes(this.token.sign)) {
      throw new Unreadable("wrong-bracket", { needed, ...this.token.details });
    }
    throw new Unreadable("operator-needed", this.token.details);
  }

  named(token) {
    let name = token.text;
    if (!this.variables.includes(name)) {
      name = name.replace(/./gu, (c) => own(this.data._LIKE_LATIN, c) ?? c);
    }
    if (this.variables.includes(name)) {
      return new Part(new Formula(name), this.data.MOST_BITS_OF_A_COORDINATE);
    }
    const rounding = own(this.data._FUNCTIONS, token.text.toLowerCase());
    if (rounding !== undefined) {
      const opening = this.take("(");
      if (!opening) throw new Unreadable("brackets-needed", token.details);
      return this.rounded(rounding, this.bracket(opening));
    }
    if (this.token.sign === "(") throw new Unreadable("unknown-function-of-formula", token.details);
    const known = { variables: this.variables.join(", "), ...token.details };
    if ([...name].every((c) => this.variables.includes(c))) {
      throw new Unreadable("variables-side-by-side", { product: [...name].join("*"), ...known });
    }
    throw new Unreadable("unknown-variable", known);
  }

  number(token, text) {
    const size = numberOf(token, text.replace(/^-/u, ""), this.arithmetic);
    const number = text.startsWith("-") ? size.negated() : size;
    return new Part(new Formula(number), bitLength(number.above), bitLength(number.below));
  }

  /** A rounded formula, in which a quotient that is rounded down is written with `//`. */
  rounded(rounding, part) {
    const { formula } = part;
    const isQuotient = rounding === "floor" && formula.isOperation("/", 2);
    const made = isQuotient
      ? combinedFormula("//", ...formula.operands)
      : combinedFormula(rounding, formula);
    return new Part(made, part.above + 1);
  }

  /** An operator at its operands, none of which is worked out before its size is known. */
  applied(token, ...parts) {
    const operator = token.kind === "power" ? "^" : token.sign;
    const formulas = parts.map((part) => part.formula);
    const [first, second] = formulas.map((formula) => formula.number);
    const isZero = (number) => Boolean(number?.is(0));
    const byZero = () => new Unreadable("division-by-zero", token.details);
    if (operator === "^") this.checkExponent(token, second);
    if ((operator === "/" || operator === "//") && isZero(second)) throw byZero();
    const [above, below] = sizeOf(operator, parts);
    if (Math.max(above, below) > this.data._MOST_BITS) {
      throw new Unreadable("too-large", { limit: this.data.MOST_DIGITS, ...token.details });
    }
    if (operator === "^" && isZero(first) && second.above < 0n) throw byZero();
    return new Part(combinedFormula(operator, ...formulas), above, below);
  }

  checkExponent(token, number) {
    const { MOST_EXPONENT } = this.data;
    if (!number?.isWhole) throw new Unreadable("exponent-not-whole", token.details);
    if (magnitude(number.above) > BigInt(MOST_EXPONENT)) {
      throw new Unreadable("exponent-too-large", { limit: MOST_EXPONENT, ...token.details });
    }
  }
}

/** The most bits of the numerator and the denominator of an operation's values. */
function sizeOf(operator, [x, y]) {
  if (y === undefined) return [x.above, x.below];
  switch (operator) {
    case "+":
    case "-":
      return [Math.max(x.above + y.below, y.above + x.below) + 1, x.below + y.below];
    case "*":
      return [x.above + y.above, x.below + y.below];
    case "/":
      return [x.above + y.below, x.below + y.above];
    case "//":
      return [x.above + y.below + 1, 1];
  }
  const exponent = Number(y.formula.number.above);
  const sides = exponent >= 0 ? [x.above, x.below] : [x.below, x.above];
  return sides.map((bits) => Math.abs(exponent) * bits);
}

/** A formula in some variables. Throws Unreadable for everything else. */
function readFormula(text, variables, grader) {
  const { MOST_CHARACTERS } = grader.data.formula;
  const length = lengthOf(text);
  if (length > MOST_CHARACTERS) {
    throw new Unreadable("too-long", { limit: MOST_CHARACTERS, length });
  }
  const pattern = grader.patterns.sticky("formula._PATTERN");
  const tokens = tokensOf(text.normalize("NFC"), pattern, grader.data.tokens._SIGNS);
  if (tokens.length === 1) throw new Unreadable("empty");
  return new FormulaReader(tokens, variables, grader).formula();
}
