"""Reads the value that a student typed, and evaluates nothing as code.

The grammar, all of it (spaces are free; a word is letters, also joined by hyphens)::

    answer   = list of sums between commas, without brackets | sum
    sum      = product {("+" | "-") product}
    product  = signed {("*" | "/") signed}              also · ⋅ × and ÷
    signed   = ("+" | "-") signed | power               also −
    power    = atom [("^" | "**") signed]               from the right
    atom     = number | shape | "e" | "pi" | word | function "(" sum ")" | "√" atom
             | "(" items ")" | "[" items "]"            also E and π
    number   = 12 | 0.5 | .5 | 1e-3                     a comma separates, it is no decimal point
    shape    = 16x24x24                                 also with the Cyrillic х, and see ``read``;
                                                        sizes that should be whole may not be: 22.5
    function = "exp" | "ln" | "log" | "sqrt"            log is the natural logarithm
             | "log2" | "log10"
             | module "." function                      np.exp, math.log; np.pi and math.e likewise

What is rational stays exact. The limits hold for every value on the way, and a value is looked at
before it is computed, so that ``9**9**9**9`` costs nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Literal, TypeAlias

from grader.answers.arithmetic import Irrational, Number, Operator, Refusal, combine
from grader.answers.tokens import Token, number_of, tokens
from grader.answers.unreadable import UnreadableError
from problems.frozen import frozen

__all__ = ["Irrational", "UnreadableError", "Value", "Word", "read", "render"]

MOST_CHARACTERS = 2_000
MOST_LEVELS = 50


@frozen
class Word:
    """A word, as it was typed (composed to NFC): ``yes``, ``нет``, ``zero-padding``."""

    text: str


Value: TypeAlias = Fraction | Irrational | Word | tuple["Value", ...]


def render(value: Value) -> str:
    """The text of a value, which ``read`` reads back as the same value if no limit forbids it."""
    match value:
        case Fraction():
            return str(value)
        case Irrational() | Word():
            return value.text
        case (single,):
            return f"({render(single)},)"
    return f"({', '.join(render(each) for each in value)})"


def read(text: str, *, cross: Literal["shape", "product"] = "shape") -> Value:
    """Read the value that a student typed.

    Lists, tuples, matrices and shapes come as (nested) tuples. ``×`` multiplies, except that
    numbers joined by it and nothing else are a shape (``16×24×24``), unless ``cross`` is
    ``"product"``: for a blank where a number is asked, ``3×4`` is 12. ``x`` never multiplies.

    Raises UnreadableError for everything else, in time linear in the length of the text.
    """
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError("too-long", limit=MOST_CHARACTERS, length=len(text))
    return _Reader(_read_tokens(unicodedata.normalize("NFC", text), cross)).answer()


_CONSTANTS: Mapping[str, Operator] = {"e": "e", "pi": "pi", "π": "pi"}
_FUNCTIONS: Mapping[str, Operator] = {
    **{"exp": "exp", "ln": "ln", "log": "ln", "sqrt": "sqrt"},
    **{"log2": "log2", "log10": "log10"},
}
_ARITHMETIC: Mapping[str, Operator] = {
    "+": "+",
    "-": "-",
    "*": "*",
    "/": "/",
    "^": "^",
    "√": "sqrt",
}
_OPERATORS = {**_FUNCTIONS, **_ARITHMETIC}
_KNOWN = (*_CONSTANTS, *_FUNCTIONS)
_CLOSING = {"(": ")", "[": "]"}
_SIZE = r"[0-9]+(?:\.[0-9]+)?"
_SHAPE = rf"{_SIZE}(?:\s*[{{marks}}]\s*{_SIZE})+"
_LETTERS_X = "xXхХ"


def token_pattern(cross: Literal["shape", "product"]) -> re.Pattern[str]:
    """The tokens of a text: groups by their kind, and ``space``; what the sign × is part of."""
    return _token_pattern(_LETTERS_X + "×" * (cross == "shape"))


@cache  # compiled when a text is to be read, which most answers are not
def _token_pattern(marks: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<shape>{_SHAPE.format(marks=marks)})"
        r"|(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+\-−]?[0-9]+)?)"
        rf"|(?P<module>(?:np|numpy|math|torch|sympy|sp)\.(?=(?:{'|'.join(_KNOWN)})\b))"
        r"|(?P<name>log(?:2|10)(?![^\W_])|[^\W\d_]+)"
        r"|(?P<sign>\*\*|[-+*/^()\[\],·⋅×÷−√])"
        r"|(?P<space>\s+)"
    )


@cache
def crossed_pattern() -> re.Pattern[str]:
    """Numbers joined by any cross."""
    return re.compile(_SHAPE.format(marks=_LETTERS_X + "×"))


def _is_crossed(text: str) -> bool:
    """Whether numbers joined by any cross, in brackets or not, are all of the text."""
    inner = text.strip()
    if inner.startswith(tuple(_CLOSING)) and inner.endswith(tuple(_CLOSING.values())):
        inner = inner[1:-1].strip()
    return crossed_pattern().fullmatch(inner) is not None


def _read_tokens(text: str, cross: Literal["shape", "product"]) -> list[Token]:
    is_shape = cross == "shape" and _is_crossed(text)
    return tokens(text, token_pattern("shape" if is_shape else "product"))


class _Reader:
    """Recursive descent over the tokens of one text; one method per line of the grammar."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
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

    def _deeper(self, token: Token) -> None:
        self._level += 1
        if self._level > MOST_LEVELS:
            raise UnreadableError("too-deep", limit=MOST_LEVELS, position=token.start + 1)

    def answer(self) -> Value:
        items, separated = self._items(opening=None)
        if not items:
            raise UnreadableError("empty")
        return items if separated else items[0]

    def _items(self, opening: Token | None) -> tuple[tuple[Value, ...], bool]:
        """The values up to the closing bracket or the end, and whether a comma came."""
        closing = _CLOSING[opening.text] if opening else ""
        items: list[Value] = []
        separated = False
        while not self._closed(opening, closing):
            items.append(self._sum())
            if self._take(","):
                separated = True
            elif not self._closed(opening, closing):
                raise UnreadableError("side-by-side", **self._token.details)
        return tuple(items), separated

    def _closed(self, opening: Token | None, closing: str) -> bool:
        token = self._token
        if token.kind == "end":
            if opening:
                raise UnreadableError("not-closed", **opening.details)
            return True
        if token.sign in _CLOSING.values() and token.sign != closing:
            if opening:
                raise UnreadableError("wrong-bracket", needed=closing, **token.details)
            raise UnreadableError("not-opened", **token.details)
        return bool(closing) and token.sign == closing

    def _sum(self) -> Value:
        left = self._product()
        while operator := self._take("+", "-"):
            left = _applied(operator, left, self._product())
        return left

    def _product(self) -> Value:
        left = self._signed()
        while operator := self._take("*", "/"):
            left = _applied(operator, left, self._signed())
        return left

    def _signed(self) -> Value:
        operator = self._take("+", "-")
        if operator is None:
            return self._power()
        self._deeper(operator)
        value = _applied(operator, self._signed())
        self._level -= 1
        return value

    def _power(self) -> Value:
        left = self._atom()
        operator = self._take("^")
        if operator is None:
            return left
        self._deeper(operator)
        value = _applied(operator, left, self._signed())
        self._level -= 1
        return value

    def _atom(self) -> Value:
        token = self._token
        if token.kind == "end":
            raise UnreadableError("value-needed-at-end", **self._tokens[self._next - 1].details)
        if token.kind == "sign" and token.sign not in {"(", "[", "√"}:
            raise UnreadableError("value-needed", **token.details)
        self._next += 1
        match token.kind:
            case "number":
                return number_of(token, token.text)
            case "shape":
                return tuple(number_of(token, size) for size in re.findall(_SIZE, token.text))
            case "name":
                return self._named(token)
        self._deeper(token)
        value = _applied(token, self._atom()) if token.sign == "√" else self._bracket(token)
        self._level -= 1
        return value

    def _bracket(self, opening: Token) -> Value:
        items, separated = self._items(opening)
        inside = self._tokens[self._next - 1]
        self._next += 1
        alone = len(items) == 1 and not separated
        grouped = alone and (opening.sign == "(" or inside.kind == "shape")
        return items[0] if grouped else items

    def _named(self, token: Token) -> Value:
        name = token.text.lower()
        if name in _CONSTANTS:
            return Irrational(_CONSTANTS[name])
        opening = self._token
        if name in _FUNCTIONS:
            if self._take("(") is None:
                raise UnreadableError("brackets-needed", **token.details)
            self._deeper(opening)
            argument = self._bracket(opening)
            self._level -= 1
            return _applied(token, argument)
        if opening.sign == "(":
            raise UnreadableError("unknown-function", **token.details)
        return self._word(token)

    def _word(self, token: Token) -> Word:
        """A word, with the words that hyphens join to it without a space: ``zero-padding``."""
        text, end = token.text, token.start + len(token.text)
        while self._token.text == "-" and self._token.start == end:
            name = self._tokens[self._next + 1]
            if name.kind != "name" or name.start != end + 1:
                break
            text, end = f"{text}-{name.text}", name.start + len(name.text)
            self._next += 2
        return Word(text)


def _applied(token: Token, *operands: Value) -> Number:
    """The value of an operator or a function at its operands, which have to be numbers."""
    numbers: list[Number] = []
    for operand in operands:
        if isinstance(operand, Word):
            raise UnreadableError("word-in-arithmetic", **token.details)
        if isinstance(operand, tuple):
            raise UnreadableError("list-in-arithmetic", **token.details)
        numbers.append(operand)
    value = combine(_OPERATORS[token.sign or token.text.lower()], numbers)
    if isinstance(value, Refusal):
        limit = {} if value.limit is None else {"limit": value.limit}
        raise UnreadableError(value.key, **limit, **token.details)
    return value
