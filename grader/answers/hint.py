"""Hints: what to type in place of an answer that cannot be read; nothing is guessed from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from grader.answers.option import option_named, words_of_phrases
from grader.answers.reasoned import reason_named
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
from problems.options import folded

_LONGEST = 80
"""A text that is longer is more than a number."""

_FRACTION = r"[-+−]?\d+(?:[.,]\d+)?(?:/\d+)?"
_WORD = r"[^\W\d_]+(?:[²³]|\^[23])?"
_UNIT = rf"{_WORD}(?:\s+{_WORD})*\.?"
_GROUPS = r"[-+−]?[1-9]\d{0,2}(?:[\s.,'’_]\d{3})+"

_WITH_UNIT = re.compile(rf"\s*(?P<number>{_FRACTION})\s*(?P<unit>{_UNIT})\s*")
_GROUPED = re.compile(rf"\s*{_GROUPS}(?:[.,]\d+)?\s*(?:{_UNIT})?\s*")
_BY_COMMA = re.compile(r"\s*[-+−]?[1-9]\d{0,2},\d{3}\s*")
_BY_POINT = re.compile(r"\s*[-+−]?[1-9]\d{0,2}\.\d{3}\s*")
_FLOAT_BY_POINT = re.compile(r"-?[1-9]\d{0,2}\.\d{2,3}")  # 18.840 comes as 18.84

_NO_UNITS = frozenset({"e", "j", "pi", "π", "x", "х", "exp", "ln", "log", "sqrt"})

_POWERS_OF_TEN = frozenset(
    {
        *("k", "m", "g", "mio", "mil", "mln", "mrd", "bn", "тыс", "млн", "млрд"),
        *("thousand", "million", "billion", "tisuća", "tisuće", "milijun", "milijuna"),
        *("tysiąc", "tysiąca", "tysięcy", "milion", "miliona", "milionów"),
        *("тысяч", "тысячи", "миллион", "миллиона", "миллионов"),
    }
)
"""What tools and people write in place of digits: ``17.11 M``."""

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
            return _hint_on_number(value, has_decimals=isinstance(form, Decimal | Rational))


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
    is_syntax = kind == "SyntaxError"
    missing = _NOT_DEFINED.match(message) if kind == "NameError" else None
    name = missing[1] if missing else ""
    match form:
        case Choice(options=options):
            if name and option_named(name, options, folder) is not None:
                return Remark("word-in-quotes", {"word": name})
            words = words_of_phrases(options, folder)
            is_phrase = folded(name) in words or (is_syntax and bool(words))
            return Remark("answer-in-quotes") if is_phrase else None
        case ReasonedChoice(options=options):
            is_part = bool(name) and (
                option_named(name, options, folder) is not None
                or reason_named(name, form) is not None
            )
            return Remark("answer-in-quotes") if is_part or is_syntax else None
        case Expression(variables=variables):
            is_formula = is_syntax or name in variables
            return Remark("expression-in-quotes") if is_formula else None
        case Integer() | Shape() | Shapes() | Rational() | Decimal() | Numeric() | PlainData():
            known = (_NO_LITERAL, *_NO_NUMBER) if one_number else _NO_LITERAL
            is_known = is_syntax and message.startswith(known)
            if name and HINT not in remark.details:
                return Remark("name-without-value", {"name": name})
            return Remark("number-alone") if is_known else None


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
    if found is not None and found["unit"].lower().rstrip(".") in _POWERS_OF_TEN:
        return Remark("exact-number", {"found": text.strip()})
    is_decimal = has_decimals and found is not None  # of 1.408 the point is one before decimals
    if _GROUPED.fullmatch(text) and not is_decimal:
        return Remark("digits-together")
    if found is None or found["unit"].lower() in _NO_UNITS:
        return None
    return Remark("without-unit", {"number": found["number"].replace(",", ".")})
