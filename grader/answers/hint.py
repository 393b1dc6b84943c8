"""Hints: what to type in place of an answer that cannot be read; nothing is guessed from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from grader.answers.option import option_named
from grader.answers.python_error import known_cause
from grader.messages.remark import HINT, Remark
from grader.sandbox.wire.frames import Opaque
from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Form,
    Integer,
    Numeric,
    PlainData,
    Rational,
    ReasonedChoice,
    Shape,
    Shapes,
)

_LONGEST = 80
"""A text that is longer is more than a number."""

_FRACTION = r"[-+−]?\d+(?:[.,]\d+)?(?:/\d+)?"
_WORD = r"[^\W\d_]+(?:[²³]|\^[23])?"
_UNIT = rf"{_WORD}(?:\.?\s+{_WORD})*\.?"
_GROUPS = r"[-+−]?[1-9]\d{0,2}(?:[\s.,'’_]\d{3})+"

_WITH_UNIT = re.compile(rf"\s*(?:[≈~]\s*)?(?P<number>{_FRACTION})\s*(?P<unit>{_UNIT})\s*")
_GROUPED = re.compile(rf"\s*{_GROUPS}(?:[.,]\d+)?\s*(?:{_UNIT})?\s*")
_BY_COMMA = re.compile(r"\s*[-+−]?[1-9]\d{0,2},\d{3}\s*")
_BY_POINT = re.compile(r"\s*[-+−]?[1-9]\d{0,2}\.\d{3}\s*")
_FLOAT_BY_POINT = re.compile(r"-?[1-9]\d{0,2}\.\d{2,3}")  # 18.840 comes as 18.84

_NO_UNITS = frozenset({"e", "j", "pi", "π", "x", "х", "exp", "ln", "log", "sqrt"})

_POWERS_OF_TEN = frozenset(
    {
        *("k", "m", "g", "t", "mio", "mil", "mln", "mrd", "mlrd", "bn", "tis", "tys"),
        *("к", "м", "тыс", "млн", "млрд"),
        *("thousand", "million", "millions", "billion", "billions"),
        *("tisuća", "tisuće", "milijun", "milijuna", "milijarda", "milijarde", "milijardi"),
        *("tysiąc", "tysiąca", "tysiące", "tysięcy", "milion", "miliona", "miliony", "milionów"),
        *("miliard", "miliarda", "miliardy", "miliardów"),
        *("тысяча", "тысяч", "тысячи", "миллион", "миллиона", "миллионов"),
        *("миллиард", "миллиарда", "миллиардов"),
    }
)
"""What tools and people write in place of digits: ``17.11 M``."""

_PREFIXED = re.compile(r"[kmgt](?:macs?|flops?|ops?|mults?|params?)", re.IGNORECASE)
"""A count of operations or parameters in thousands or millions, as tools print it: ``GMACs``."""

_OF_BARE_NAMES = frozenset({"builtin_function_or_method", "function", "type", "module"})
"""What a word without quotes may be in Python: ``max``, ``type``, ``np``."""

_NOT_DEFINED = re.compile(r"name '(\w{1,40})' is not defined")
_NO_NUMBER = ("invalid syntax", "leading zeros in decimal integer literals")
"""What Python's messages on ``7 px`` or ``18 840``, and on ``18,040``, begin with."""
_NO_LITERAL = "invalid decimal literal"
"""What its message on ``7px`` begins with, also in a list."""


def is_ambiguous(form: Form, text: str) -> bool:
    """Whether a text may be a number with thousands set apart, or with decimals.

    It is like ``18,840`` or ``18.840`` where a whole number is asked; anywhere else a comma is one
    before decimals, as in most of Europe.
    """
    patterns = (_BY_POINT, _BY_COMMA) if isinstance(form, Integer) else ()
    return any(pattern.fullmatch(text) for pattern in patterns)


def is_grouped(value: Any) -> bool:
    """Whether a value may be a number with thousands set apart: ``18,840`` without quotes."""
    if not isinstance(value, tuple) or len(value) < 2 or any(type(n) is not int for n in value):
        return False
    first, *others = value
    return 1 <= abs(first) < 1000 and all(n == 0 or 100 <= n < 1000 for n in others)


def hint_on_value(form: Form, value: Any) -> Remark | None:
    """What to type in place of a value that is none of the blank's form; None if unknown."""
    match form:
        case Choice() | ReasonedChoice():
            is_name = isinstance(value, Opaque) and value.type_name in _OF_BARE_NAMES
            return Remark("answer-in-quotes") if is_name else None
        case Expression():
            is_name = isinstance(value, Opaque) and value.type_name in _OF_BARE_NAMES
            return Remark("expression-in-quotes") if is_name else None
        case Integer() | Shape() | Shapes() | Rational() | Decimal() | Numeric() | PlainData():
            sides = None if isinstance(form, Shape) else _hint_on_sides(value)
            has_decimals = isinstance(form, Decimal | Rational)
            return sides or _hint_on_number(value, has_decimals=has_decimals)


def _hint_on_sides(value: Any) -> Remark | None:
    found = _SIDES.fullmatch(value) if isinstance(value, str) and len(value) <= _LONGEST else None
    return Remark("sides-for-number", found.groupdict()) if found else None


def _hint_on_number(value: Any, *, has_decimals: bool) -> Remark | None:
    is_split = isinstance(value, float) and _FLOAT_BY_POINT.fullmatch(repr(value)) is not None
    if is_split or is_grouped(value):
        return Remark("digits-together")
    hints = (_hint_on_text(text, has_decimals=has_decimals) for text in _texts(value))
    return next(filter(None, hints), None)


def hint_on_error(
    form: Form, remark: Remark, *, one_number: bool, folder: Path | None = None
) -> Remark | None:
    """What to type in place of what Python could not make a value of; None if that is unknown.

    ``one_number`` says that the blank asks for no more than that, and may say so. ``folder`` is
    that of the family, whose texts name its options.
    """
    if remark.key not in ("raised", "raised-somewhere"):
        return None
    kind, message = remark.details["type"], remark.details["message"]
    is_syntax = kind in ("SyntaxError", "IndentationError")
    missing = _NOT_DEFINED.match(message) if kind == "NameError" else None
    name = missing[1] if missing else ""
    other = None if HINT in remark.details else _on_any_error(kind, message)
    match form:
        case Choice(options=options):
            if name and option_named(name, options, folder) is not None:
                return Remark("word-in-quotes", {"word": name})
            return Remark("answer-in-quotes") if name or is_syntax else other
        case ReasonedChoice():
            return Remark("answer-in-quotes") if name or is_syntax else other
        case Expression():
            return Remark("expression-in-quotes") if name or is_syntax else other
        case Integer() | Shape() | Shapes() | Rational() | Decimal() | Numeric() | PlainData():
            if not is_syntax:
                is_new = bool(name) and HINT not in remark.details
                return Remark("name-without-value", {"name": name}) if is_new else other
            known = (_NO_LITERAL, *_NO_NUMBER) if one_number else _NO_LITERAL
            is_whole = one_number and isinstance(form, Integer)
            if message.startswith(known) or is_whole:
                return Remark("number-alone")
            return Remark(_what_to_type(form, one_number=one_number))


def _what_to_type(form: Form, *, one_number: bool) -> str:
    """The key of what is told where nothing is known of a text but what it should be."""
    if isinstance(form, Shape):
        return "sizes-with-commas"
    return "number-or-text" if one_number else "numbers-in-list"


def _on_any_error(kind: str, message: str) -> Remark:
    return known_cause(kind, message) or Remark("error-in-answer")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _hint_on_text(text: str, *, has_decimals: bool) -> Remark | None:
    if len(text) > _LONGEST:
        return None
    found = _WITH_UNIT.fullmatch(text)
    if found is not None and _is_shortened(found["unit"]):
        return Remark("exact-number", {"found": text.strip()})
    is_decimal = has_decimals and found is not None  # of 1.408 the point is one before decimals
    if _GROUPED.fullmatch(text) and not is_decimal:
        return Remark("digits-together")
    if found is None or found["unit"].lower() in _NO_UNITS or not _is_word(found["unit"]):
        return None
    return Remark("without-unit", {"number": found["number"].replace(",", ".")})


_SIDES = re.compile(r"\s*[\[(]?\s*(?P<side>\d+)\s*[xXхХ×]\s*(?P<other>\d+)\s*[\])]?\s*")
"""A window or a map by its two sides: ``9x9``."""


def _is_shortened(unit: str) -> bool:
    """Whether a unit begins with what stands for thousands or millions: ``K params``, ``GMACs``."""
    first = unit.split(maxsplit=1)[0].rstrip(".").lower()
    return first in _POWERS_OF_TEN or _PREFIXED.fullmatch(first) is not None


def _is_word(unit: str) -> bool:
    """Whether a unit is of letters, as ``½`` is not."""
    return all(character.isalpha() or character in " .²³^23" for character in unit)
