"""What the page's own reader is told: the grader's tables and patterns, and the blanks.

How a typed text is read stands in `grader.answers`; the page has the same in JavaScript. All of it
that is data is handed over here, so that a word, a sign or a limit is written once. Of a blank the
page is told what the file of a sheet tells: its form and, where the sheet tells it, its size.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from grader.answers import (
    arithmetic,
    expression,
    formula,
    hint,
    option,
    reasoned,
    spelling,
    tokens,
)
from grader.messages.say import messages, to_fill_in
from grader.render.interactive.javascript import in_javascript
from grader.render.line import plain_line
from grader.sheet.sheet import Problem
from problems import formula as formulas
from problems import options
from problems.catalogue import folder
from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Integer,
    Rational,
    ReasonedChoice,
    Shape,
    points,
)
from problems.languages import Added, added
from problems.options import options_in_words, spellings
from problems.sentences import Language, option_text
from problems.sizes import size_of
from problems.values import Source
from problems.working import Asked

_HERE = Path(__file__).parent
_PARTS = (
    *("text", "numbers", "tokens", "expression", "spelling", "formula", "notation", "answer"),
    "wording",
)
"""Of the program that reads, in the order in which they need each other."""

_REMARKS = (
    "ambiguous-separator",
    "digits-together",
    "entry-is-list",
    "exact-number",
    "list-for-number",
    "not-a-shape",
    "not-an-option",
    "not-any-shape",
    "not-reasoned",
    "not-whole",
    "option-missing",
    "ragged",
    "reason-missing",
    "sides-for-number",
    "unreadable-text",
    "without-unit",
    "word-for-number",
    "wrong-size",
)
"""What may be said of a text that was typed."""
_TYPES = ("list", "other")


@cache
def reader() -> str:
    """The program that reads an answer and says how."""
    parts = (_HERE / "js" / f"{name}.js" for name in _PARTS)
    return "\n".join(path.read_text(encoding="utf-8") for path in parts)


@cache
def tables() -> str:
    """The grader's tables, limits and patterns, as JSON."""
    patterns = {
        f"{_name(module)}.{name}": in_javascript(value)
        for module in (spelling, hint, formula)
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    }
    patterns["expression.shapes"] = in_javascript(expression.token_pattern("shape"))
    patterns["expression.products"] = in_javascript(expression.token_pattern("product"))
    patterns["expression.crossed"] = in_javascript(expression.crossed_pattern())
    of_formulas = ("MOST_CHARACTERS", "MOST_LEVELS", "MOST_DIGITS", "_MOST_BITS")
    of_numbers = ("MOST_DIGITS", "MOST_PLACES", "MOST_EXPONENT", "MOST_OPERATIONS")
    told = {
        "patterns": patterns,
        "arithmetic": _table(arithmetic, *of_numbers, "_MOST_POWER_BITS"),
        "expression": _table(
            expression, "MOST_CHARACTERS", "MOST_LEVELS", "_CONSTANTS", "_FUNCTIONS", "_OPERATORS"
        ),
        "formula": {
            **_table(formula, *of_formulas, "_FUNCTIONS", "_LIKE_LATIN"),
            **_table(formulas, "MOST_EXPONENT"),
            **_table(points, "MOST_BITS_OF_A_COORDINATE"),
        },
        "hint": _table(hint, "_LONGEST", "_NO_UNITS", "_POWERS_OF_TEN"),
        "option": _table(option, "_YES_AND_NO"),
        "options": _table(options, "_STROKES"),
        "reasoned": _table(reasoned, "_MOST_WORDS", "_LETTERS_LIKE_LATIN"),
        "spelling": _table(spelling, "_QUOTES"),
        "tokens": _table(tokens, "_SIGNS"),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _table(module: ModuleType, *names: str) -> dict[str, Any]:
    return {name: _plain(getattr(module, name)) for name in names}


def _plain(value: Any) -> Any:
    """A table as JSON has it: sets in order, and characters for their numbers."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return {
            chr(key) if isinstance(key, int) else key: chr(to) if isinstance(to, int) else to
            for key, to in value.items()
        }
    return value


def sentences(language: Language) -> Mapping[str, str]:
    """What is said of a text that cannot be read, by key, with names for what is filled in."""
    return _sentences(language, added())


@cache
def _sentences(language: Language, _: tuple[Added, ...]) -> Mapping[str, str]:
    wanted: Mapping[str, Iterable[str]] = {
        "remark": _REMARKS,
        "type": _TYPES,
        "text": messages("text"),
    }
    keys = [f"{table}.{key}" for table, names in wanted.items() for key in names]
    return {key: to_fill_in(language, key) for key in keys}


def blank_of(problem: Problem, asked: Asked, language: Language) -> dict[str, Any]:
    """How a blank is read: its form, its size where that is told, and its words."""
    form = asked.form
    told: dict[str, Any] = {"kind": type(form).__name__.lower(), "shape": _size(problem, asked)}
    match form:
        case Shape(axes=axes):
            return {**told, "axes": axes}
        case Choice(options=keys):
            return {**told, **_options(problem, keys, language)}
        case ReasonedChoice(options=keys, reasons=reasons):
            called = {reason: option_in_words(problem, reason, language) for reason in reasons}
            own = {"letters": form.letters, "reasons": reasons, "calledReasons": called}
            return {**told, **_options(problem, keys, language), **own}
        case Expression(variables=variables):
            return {**told, "variables": variables}
        case Integer() | Rational() | Decimal():
            return told
    raise TypeError("a function's results are not answers to a blank")


def _size(problem: Problem, asked: Asked) -> Sequence[int] | None:
    if not asked.size_told:
        return None
    if isinstance(asked.form, Integer):
        return ()  # nothing has to be worked out for it
    return size_of(problem.variant, asked)


def _options(problem: Problem, keys: tuple[str, ...], language: Language) -> dict[str, Any]:
    texts = folder(problem.variant.family.key)
    listed = plain_line(Source(options_in_words(texts, keys, language), ()))
    called = {key: option_in_words(problem, key, language) for key in keys}
    return {"options": listed, "spellings": dict(spellings(texts, keys)), "called": called}


def option_in_words(problem: Problem, key: str, language: Language) -> str:
    """What an option or a reason is called on the sheet."""
    return _words(problem.variant.family.key, key, language, added())


@lru_cache(maxsize=2**10)
def _words(family: str, key: str, language: Language, _: tuple[Added, ...]) -> str:
    return plain_line(Source(option_text(folder(family), key, language), ()))
