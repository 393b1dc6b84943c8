"""Reads a formula that a student typed, in the variables of its blank, and evaluates no code.

The grammar, all of it (spaces are free)::

    sum     = product {("+" | "-") product}             also −
    product = signed {("*" | "/" | "//") signed}        also · ⋅ × and ÷
    signed  = ("+" | "-") signed | power
    power   = atom [("^" | "**") signed | raised]       from the right; raised is ² or ⁻¹
    atom    = number | variable | "(" sum ")" | "⌊" sum "⌋" | "⌈" sum "⌉"
            | ("floor" | "ceil") "(" sum ")"            also ceiling

``//`` divides and rounds down. Exponents are whole numbers. How large the values can be at the
points where formulas are compared is looked at before anything is computed, so that ``m**9**9``
costs nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from grader.answers.tokens import Token, number_of, tokens
from grader.answers.unreadable import UnreadableError
from problems.forms.points import MOST_BITS_OF_A_COORDINATE
from problems.formula import (
    MOST_EXPONENT,
    Formula,
    Operator,
    combined,
    is_exponent,
    variable,
)

MOST_CHARACTERS = 300
MOST_LEVELS = 50
MOST_DIGITS = 300
_MOST_BITS = 1_000  # of a value's numerator and denominator: those of MOST_DIGITS digits

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FROM_RAISED = str.maketrans(f"{_RAISED}⁻", "0123456789-")
_PATTERN = re.compile(
    r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+))"
    rf"|(?P<power>⁻?[{_RAISED}]+)"
    rf"|(?P<name>[^\W\d_{_RAISED}][^\W{_RAISED}]*)"
    r"|(?P<sign>\*\*|//|[-+*/^()·⋅×÷−⌊⌋⌈⌉])"
    r"|(?P<space>\s+)"
)
_CLOSING = {"(": ")", "⌊": "⌋", "⌈": "⌉"}
_ROUNDING: Mapping[str, Operator] = {"⌊": "floor", "⌈": "ceil"}
_SIGNS: Mapping[str, Operator] = {
    "+": "+",
    "-": "-",
    "*": "*",
    "/": "/",
    "//": "//",
    "^": "^",
}
_FUNCTIONS: Mapping[str, Operator] = {"floor": "floor", "ceil": "ceil", "ceiling": "ceil"}
_LIKE_LATIN = str.maketrans("асеорхукАСЕОРХУКМТНВ", "aceopxykACEOPXYKMTHB")
"""Cyrillic letters that look like Latin ones: another keyboard, and not another variable."""


def read_formula(text: str, variables: Sequence[str]) -> Formula:
    """Read a formula in some variables. Raises UnreadableError for everything else."""
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError("too-long", limit=MOST_CHARACTERS, length=len(text))
    found = tokens(unicodedata.normalize("NFC", text), _PATTERN)
    if len(found) == 1:
        raise UnreadableError("empty")
    return _Reader(found, variables).formula()


@dataclass(frozen=True)
class _Part:
    """A formula, and the most bits that the numerator and denominator of its values have."""

    formula: Formula
    above: int
    below: int = 1


class _Reader:
    """Recursive descent over the tokens of one text; one method per line of the grammar."""

    def __init__(self, tokens: list[Token], variables: Sequence[str]) -> None:
        self._tokens = tokens
        self._variables = tuple(variables)
        self._next = 0
        self._level = 0

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _take(self, *signs: str) -> Token | None:
        """The next token, used up, if it is one of these signs."""
        token = self._token
        if token.sign not in signs:
            return None
        self._next += 1
        return token

    def formula(self) -> Formula:
        found = self._sum()
        if self._token.sign in _CLOSING.values():
            raise UnreadableError("not-opened", **self._token.details)
        if self._token.kind != "end":
            raise UnreadableError("operator-needed", **self._token.details)
        return found.formula

    def _sum(self) -> _Part:
        left = self._product()
        while sign := self._take("+", "-"):
            left = _applied(sign, left, self._product())
        return left

    def _product(self) -> _Part:
        left = self._signed()
        while sign := self._take("*", "/", "//"):
            left = _applied(sign, left, self._signed())
        return left

    def _signed(self) -> _Part:
        sign = self._take("+", "-")
        if sign is None:
            return self._power()
        self._deeper(sign)
        part = self._signed()
        self._level -= 1
        return part if sign.sign == "+" else _applied(sign, part)

    def _power(self) -> _Part:
        base = self._atom()
        raised = self._token
        if raised.kind == "power":
            self._next += 1
            exponent = _number(raised, raised.text.translate(_FROM_RAISED))
            return _applied(raised, base, exponent)
        sign = self._take("^")
        if sign is None:
            return base
        self._deeper(sign)
        exponent = self._signed()
        self._level -= 1
        return _applied(sign, base, exponent)

    def _atom(self) -> _Part:
        token = self._token
        if token.kind == "end":
            raise UnreadableError("value-needed-at-end", **self._tokens[self._next - 1].details)
        if token.kind == "power" or (token.kind == "sign" and token.sign not in _CLOSING):
            raise UnreadableError("value-needed", **token.details)
        self._next += 1
        match token.kind:
            case "number":
                return _number(token, token.text)
            case "name":
                return self._named(token)
        inside = self._bracket(token)
        rounding = _ROUNDING.get(token.sign)
        return _rounded(rounding, inside) if rounding else inside

    def _bracket(self, opening: Token) -> _Part:
        self._deeper(opening)
        inside = self._sum()
        self._level -= 1
        needed = _CLOSING[opening.sign]
        if self._take(needed):
            return inside
        if self._token.kind == "end":
            raise UnreadableError("not-closed", **opening.details)
        if self._token.sign in _CLOSING.values():
            raise UnreadableError("wrong-bracket", needed=needed, **self._token.details)
        raise UnreadableError("operator-needed", **self._token.details)

    def _named(self, token: Token) -> _Part:
        name = token.text
        if name not in self._variables:
            name = name.translate(_LIKE_LATIN)
        if name in self._variables:
            return _Part(variable(name), MOST_BITS_OF_A_COORDINATE)
        function = _FUNCTIONS.get(token.text.lower())
        if function is not None:
            opening = self._take("(")
            if opening is None:
                raise UnreadableError("brackets-needed", **token.details)
            return _rounded(function, self._bracket(opening))
        if self._token.sign == "(":
            raise UnreadableError("unknown-function-of-formula", **token.details)
        known = {"variables": ", ".join(self._variables), **token.details}
        if set(name) <= set(self._variables):
            raise UnreadableError("variables-side-by-side", product="*".join(name), **known)
        raise UnreadableError("unknown-variable", **known)

    def _deeper(self, token: Token) -> None:
        self._level += 1
        if self._level > MOST_LEVELS:
            raise UnreadableError("too-deep", limit=MOST_LEVELS, position=token.start + 1)


def _number(token: Token, text: str) -> _Part:
    size = number_of(token, text.removeprefix("-"))
    number = -size if text.startswith("-") else size
    return _Part(Formula(number), number.numerator.bit_length(), number.denominator.bit_length())


def _rounded(function: Operator, part: _Part) -> _Part:
    return _Part(_combined(function, part.formula), part.above + 1)


def _combined(function: Operator, formula: Formula) -> Formula:
    """A rounded formula, in which a quotient that is rounded down is written with ``//``."""
    return formula.__floor__() if function == "floor" else combined(function, formula)


def _applied(token: Token, *parts: _Part) -> _Part:
    """An operator at its operands, none of which is worked out before its size is known."""
    operator = "^" if token.kind == "power" else _SIGNS[token.sign]
    formulas = [part.formula for part in parts]
    if operator == "^":
        _check_exponent(token, formulas[1])
    if operator in ("/", "//") and formulas[1].number == 0:
        raise UnreadableError("division-by-zero", **token.details)
    above, below = _size(operator, parts)
    if max(above, below) > _MOST_BITS:
        raise UnreadableError("too-large", limit=MOST_DIGITS, **token.details)
    if operator == "^" and formulas[0].number == 0 and (formulas[1].number or 0) < 0:
        raise UnreadableError("division-by-zero", **token.details)
    return _Part(combined(operator, *formulas), above, below)


def _check_exponent(token: Token, exponent: Formula) -> None:
    number = exponent.number
    if number is None or number.denominator != 1:
        raise UnreadableError("exponent-not-whole", **token.details)
    if not is_exponent(exponent):
        raise UnreadableError("exponent-too-large", limit=MOST_EXPONENT, **token.details)


def _size(operator: Operator, parts: Sequence[_Part]) -> tuple[int, int]:
    """The most bits of the numerator and the denominator of an operation's values."""
    match operator, parts:
        case (("+" | "-"), [x, y]):
            return max(x.above + y.below, y.above + x.below) + 1, x.below + y.below
        case "*", [x, y]:
            return x.above + y.above, x.below + y.below
        case "/", [x, y]:
            return x.above + y.below, x.below + y.above
        case "//", [x, y]:
            return x.above + y.below + 1, 1
        case "^", [x, y]:
            exponent = int(y.formula.number or Fraction(0))
            sides = (x.above, x.below) if exponent >= 0 else (x.below, x.above)
            return abs(exponent) * sides[0], abs(exponent) * sides[1]
    return parts[0].above, parts[0].below
