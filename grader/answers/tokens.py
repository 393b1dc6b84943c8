"""Tokens: the numbers, names and signs of a text that a student typed."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

from grader.answers.arithmetic import FINEST, LARGEST, MOST_DIGITS, MOST_EXPONENT, MOST_PLACES
from grader.answers.unreadable import UnreadableError
from problems.frozen import frozen


@frozen
class Token:
    """A part of a text; ``power`` is an exponent that is written raised: ``²``."""

    kind: Literal["number", "shape", "name", "sign", "power", "end"]
    text: str
    start: int

    @property
    def sign(self) -> str:
        """The operator or bracket in its plain spelling; empty for everything else."""
        return _SIGNS.get(self.text, self.text) if self.kind == "sign" else ""

    @property
    def details(self) -> dict[str, int | str]:
        """Where it stands and what it is, as errors tell it."""
        shown = self.text if len(self.text) <= 24 else self.text[:23] + "…"
        return {"found": shown, "position": self.start + 1}


_SIGNS = {"·": "*", "⋅": "*", "×": "*", "÷": "/", "−": "-", "**": "^"}
_IN_NAMES = "0123456789_"


def tokens(text: str, pattern: re.Pattern[str]) -> list[Token]:
    """The tokens of a text, by a pattern whose groups are kinds of tokens, or ``space``.

    The last one is its end. Raises UnreadableError for a character that no token begins with.
    """
    found: list[Token] = []
    start = 0
    while start < len(text):
        match = pattern.match(text, start)
        if match is None:
            raise _unknown(text[start], start)
        taken = match.group()
        match match.lastgroup:
            case "name" if odd := [c for c in taken if not (c.isalpha() or c in _IN_NAMES)]:
                raise _unknown(odd[0], start)  # ½ counts as a word character
            case "number" | "shape" | "name" | "sign" | "power" as kind:
                found.append(Token(kind, taken, start))
        start = match.end()
    found.append(Token("end", "", len(text)))
    return found


def _unknown(sign: str, start: int) -> UnreadableError:
    shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
    return UnreadableError("unknown-character", found=shown, position=start + 1)


def number_of(token: Token, text: str) -> Fraction:
    """The exact value of a number without a sign, whose text is looked at before it is computed."""
    mantissa, _, exponent = text.lower().replace("−", "-").partition("e")
    if len(exponent.lstrip("+-0")) > 2 or abs(int(exponent or "0")) > MOST_EXPONENT:
        raise UnreadableError("exponent-too-large", limit=MOST_EXPONENT, **token.details)
    whole, _, places = mantissa.partition(".")
    whole, places = whole.lstrip("0"), places.rstrip("0")
    if len(places) > MOST_PLACES:
        raise UnreadableError("too-fine", limit=MOST_PLACES, **token.details)
    if len(whole) <= MOST_DIGITS + 1:
        scale = Fraction(10) ** (int(exponent or "0") - len(places))
        value = int(whole + places or "0") * scale
        if value.denominator > FINEST:
            raise UnreadableError("too-fine", limit=MOST_PLACES, **token.details)
        if value <= LARGEST:
            return value
    raise UnreadableError("too-large", limit=MOST_DIGITS, **token.details)
