// Values in a reader's notation, as grader/answers/notation.py writes them.

const MOST_SHOWN = 300;

/** `24`, `1/2`, `(16, 24, 24)`, `[[0, 1/2], [0, 0]]`; cut where it gets long. */
function inNotation(value) {
  const characters = [...notation(value)];
  if (characters.length <= MOST_SHOWN) return characters.join("");
  return `${characters.slice(0, MOST_SHOWN - 1).join("")}…`;
}

function notation(value) {
  if (typeof value === "number") return decimal(value);
  if (value instanceof Shape) {
    return `(${value.sizes.join(", ")}${value.sizes.length === 1 ? "," : ""})`;
  }
  if (Array.isArray(value)) return `[${value.map(notation).join(", ")}]`;
  return inPrint(`${value}`);
}

/** A whole number as such; else six digits, or as many as it takes to see that it is none. */
function decimal(value) {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) {
    return Object.is(value, -0) ? "-0" : `${value}`;
  }
  const texts = [6, 9, 12, 17].map((digits) => general(value, digits));
  return texts.find((text) => Number.isInteger(value) || !Number.isInteger(Number(text)));
}

/** A float as Python's `g` writes it, with so many digits. */
function general(value, digits) {
  const [places, exponent] = decimalDigits(Math.abs(value), digits);
  const sign = value < 0 ? "-" : "";
  const bare = stripped(places, "0", { start: false }) || "0";
  if (exponent < -4 || exponent >= digits) {
    const power = String(Math.abs(exponent)).padStart(2, "0");
    const mantissa = bare.length > 1 ? `${bare[0]}.${bare.slice(1)}` : bare;
    return `${sign}${mantissa}e${exponent < 0 ? "-" : "+"}${power}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${bare}`;
  const padded = bare.padEnd(exponent + 1, "0");
  const after = padded.slice(exponent + 1);
  return sign + padded.slice(0, exponent + 1) + (after && `.${after}`);
}

/** The first digits of a float, rounded half to even as Python does, and the exponent of ten. */
function decimalDigits(value, digits) {
  if (value === 0) return ["0".repeat(digits), 0];
  let halvings = 0n;
  let mantissa = value;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    halvings += 1n;
  }
  const [above, below] = [BigInt(mantissa), 2n ** halvings];
  let exponent = Math.floor(Math.log10(value));
  for (;;) {
    const shift = BigInt(digits - 1 - exponent);
    const scaled = shift >= 0n ? above * 10n ** shift : above;
    const by = shift >= 0n ? below : below * 10n ** -shift;
    let rounded = scaled / by;
    const twice = 2n * (scaled - rounded * by);
    if (twice > by || (twice === by && rounded % 2n === 1n)) rounded += 1n;
    const text = `${rounded}`;
    if (text.length === digits) return [text, exponent];
    exponent += text.length > digits ? 1 : -1;
  }
}
