// Numbers: exact fractions, and what is not known to be rational as a tree of operators.

const magnitude = (n) => (n < 0n ? -n : n);
const bitLength = (n) => (n === 0n ? 0 : magnitude(n).toString(2).length);

function gcd(a, b) {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y) [x, y] = [y, x % y];
  return x;
}

/** A rational number in lowest terms, with a denominator above 0. */
class Fraction {
  constructor(above, below = 1n) {
    const sign = below < 0n ? -1n : 1n;
    const common = gcd(above, below) || 1n;
    this.above = (sign * above) / common;
    this.below = (sign * below) / common;
  }

  get isWhole() {
    return this.below === 1n;
  }

  is(number) {
    return this.below === 1n && this.above === BigInt(number);
  }

  plus(other) {
    return new Fraction(this.above * other.below + other.above * this.below, this.below * other.below);
  }

  negated() {
    return new Fraction(-this.above, this.below);
  }

  times(other) {
    return new Fraction(this.above * other.above, this.below * other.below);
  }

  over(other) {
    return new Fraction(this.above * other.below, this.below * other.above);
  }

  power(exponent) {
    const [above, below] = exponent < 0n ? [this.below, this.above] : [this.above, this.below];
    return new Fraction(above ** magnitude(exponent), below ** magnitude(exponent));
  }

  floor() {
    const quotient = this.above / this.below;
    return this.above < 0n && quotient * this.below !== this.above ? quotient - 1n : quotient;
  }

  /** The nearest float. */
  value() {
    const shift = 66 - bitLength(this.above) + bitLength(this.below);
    const [above, below] = [magnitude(this.above), this.below];
    if (above < 2n ** 53n && below < 2n ** 53n) return Number(this.above) / Number(below);
    const [scaled, by] = shift > 0 ? [above << BigInt(shift), below] : [above, below << BigInt(-shift)];
    const quotient = scaled / by;
    const bits = quotient * by === scaled ? quotient : quotient | 1n;
    return (this.above < 0n ? -1 : 1) * Number(bits) * 2 ** -shift;
  }

  toString() {
    return this.isWhole ? `${this.above}` : `${this.above}/${this.below}`;
  }
}

const ONE = new Fraction(1n);
const ZERO = new Fraction(0n);

const OF_FLOATS = {
  e: () => Math.E,
  pi: () => Math.PI,
  exp: Math.exp,
  ln: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
  "+": (x, y) => x + y,
  "-": (x, y) => (y === undefined ? -x : x - y),
  "*": (x, y) => x * y,
  "/": (x, y) => x / y,
  "^": Math.pow,
};

/** A number that is not known to be rational: an operator, and what it is applied to. */
class Irrational {
  constructor(operator, ...operands) {
    this.operator = operator;
    this.operands = operands;
    this.float = OF_FLOATS[operator](...operands.map((each) => each.value()));
    this.depth = 1 + Math.max(0, ...operands.map((each) => each.depth ?? 0));
  }

  value() {
    return this.float;
  }

  toString() {
    const [x, y] = this.operands;
    switch (this.operator) {
      case "e":
      case "pi":
        return this.operator;
      case "^":
        return `${bracketed(x, 5)}^${bracketed(y, 3)}`;
      case "*":
      case "/":
        return bracketed(x, 2) + this.operator + bracketed(y, 4);
      case "+":
      case "-":
        return y === undefined ? `-${bracketed(x, 3)}` : `${x} ${this.operator} ${bracketed(y, 2)}`;
    }
    return `${this.operator}(${x})`;
  }
}

/** How tightly a number's text holds: sum 1, product 2, signed 3, power 4, atom 5. */
function binding(number) {
  if (number instanceof Fraction) return number.isWhole ? (number.above < 0n ? 3 : 5) : 2;
  if (number.operator === "-" && number.operands.length === 1) return 3;
  return { "+": 1, "-": 1, "*": 2, "/": 2, "^": 4 }[number.operator] ?? 5;
}

function bracketed(number, atLeast) {
  return binding(number) < atLeast ? `(${number})` : `${number}`;
}

function wholeRoot(n) {
  if (n < 2n) return n;
  let root = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** Why an operator gives no number: a key of the messages on a text, and its limit. */
class Refusal {
  constructor(key, limit = null) {
    this.key = key;
    this.limit = limit;
  }
}

/** Arithmetic within the grader's limits. */
class Arithmetic {
  constructor(limits) {
    this.limits = limits;
    this.largest = 10n ** BigInt(limits.MOST_DIGITS);
    this.finest = 10n ** BigInt(limits.MOST_PLACES);
  }

  /** The value of an operator at numbers, exact where that is known; or a refusal. */
  combined(operator, numbers) {
    const refusal = this.refusal(operator, numbers.map((each) => each.value()));
    if (refusal) return refusal;
    let value = this.exact(operator, numbers);
    if (value === null || (value instanceof Fraction && value.below > this.finest)) {
      value = new Irrational(operator, ...numbers);
      if (value.depth > this.limits.MOST_OPERATIONS) {
        return new Refusal("too-many-operations", this.limits.MOST_OPERATIONS);
      }
    }
    return this.isSmall(value) ? value : new Refusal("too-large", this.limits.MOST_DIGITS);
  }

  isSmall(number) {
    if (number instanceof Fraction) {
      return magnitude(number.above) <= this.largest * number.below;
    }
    return Math.abs(number.value()) < Number(this.largest);
  }

  refusal(operator, [x, y]) {
    const { MOST_EXPONENT } = this.limits;
    if (operator === "/" && y === 0) return new Refusal("division-by-zero");
    if (["ln", "log2", "log10"].includes(operator) && x <= 0) return new Refusal("no-logarithm");
    if (operator === "sqrt" && x < 0) return new Refusal("no-root");
    if (operator !== "^") return null;
    if (Math.abs(y) > MOST_EXPONENT) return new Refusal("exponent-too-large", MOST_EXPONENT);
    if (x === 0 && y < 0) return new Refusal("division-by-zero");
    return x < 0 && !Number.isInteger(y) ? new Refusal("no-power") : null;
  }

  /** The exact value; null if none is known or it would be long. */
  exact(operator, [x, y]) {
    const isRational = [x, y].every((each) => each === undefined || each instanceof Fraction);
    if (operator === "+" && y === undefined) return x;
    if (isRational && x !== undefined) {
      const known = this.ofRationals(operator, x, y);
      if (known) return known;
    }
    if (operator === "ln" && x instanceof Irrational && x.operator === "e") return ONE;
    const isZero = (each) => each instanceof Fraction && each.is(0);
    return operator === "*" && (isZero(x) || isZero(y)) ? ZERO : null;
  }

  ofRationals(operator, x, y) {
    switch (operator) {
      case "+":
        return x.plus(y);
      case "-":
        return y === undefined ? x.negated() : x.plus(y.negated());
      case "*":
        return x.times(y);
      case "/":
        return x.over(y);
      case "^": {
        if (!y.isWhole) return null;
        const bits = Math.max(bitLength(x.above), bitLength(x.below));
        const isLong = BigInt(bits) * magnitude(y.above) > BigInt(this.limits._MOST_POWER_BITS);
        return isLong ? null : x.power(y.above);
      }
      case "sqrt": {
        const root = new Fraction(wholeRoot(x.above), wholeRoot(x.below));
        return `${root.times(root)}` === `${x}` ? root : null;
      }
      case "exp":
        return x.is(0) ? ONE : null;
      case "ln":
      case "log2":
      case "log10":
        return x.is(1) ? ZERO : null;
    }
    return null;
  }
}
