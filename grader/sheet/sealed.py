"""What the file of an assignment tells the student's own grader, which must not know the answers.

Of a problem by hand that is how each blank is read: its form and, where the sheet tells it, the
size of its value. Of a problem in code it is what the sheet states, and so the checks that anybody
can make; their inputs are drawn from the code of the sheet, and those that marks are given for from
a secret.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from functools import lru_cache, partial
from typing import Any

import numpy as np

from grader.sheet.issued import Claim, Issued
from grader.sheet.sheet import MOST_PROBLEMS, Problem, Sheet, SheetError, as_language, as_level
from problems.catalogue import UnknownFamilyError, family
from problems.family import ByHand
from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Form,
    Integer,
    Rational,
    Reasoned,
    ReasonedChoice,
    Shape,
)
from problems.rule import Rule
from problems.sizes import size_of
from problems.variant import Variant
from problems.working import Asked, Working

FORMAT = 1
DATA = "grader-data"
"""How the line with it begins, and what it is called in the metadata of a notebook."""

_FORMS: tuple[type[Any], ...] = (
    *(Integer, Rational, Decimal, Shape),
    *(Choice, ReasonedChoice, Expression),
)
_KINDS = {kind.__name__.lower(): kind for kind in _FORMS}
_UNSAID = "where"  # which points an expression is compared at: only marking needs to know
_MOST_BLANKS = 500
_MOST_CELLS = 10_000
_MOST_CHARACTERS = 64 * 1024


def sealed_data(sheet: Sheet, titles: Mapping[str, str]) -> str:
    """What the student's grader is told, as JSON in a line; ``titles`` are of its problems."""
    problems = [
        {
            "key": problem.key,
            "family": problem.variant.family.key,
            "level": problem.variant.level,
            "title": titles[problem.key],
            **_content(problem.variant),
        }
        for problem in sheet.problems
    ]
    told = {"format": FORMAT, "language": sheet.language, "problems": problems}
    return json.dumps(told, separators=(",", ":"))  # in the order in which a family has them


def _content(variant: Variant) -> dict[str, Any]:
    if isinstance(variant.family.task, ByHand):
        return {"blanks": [_blank(variant, asked) for asked in variant.working.asked]}
    return {"parameters": variant.parameters}


def _blank(variant: Variant, asked: Asked) -> list[Any]:
    """A blank: its name, the kind of its value, what more there is to that, and its size."""
    form = asked.form
    size = None
    if asked.size_told and not isinstance(form, Integer):
        size = list(size_of(variant, asked))
    return [asked.name, *_told_of_form(form), size]


@lru_cache(maxsize=256)
def _told_of_form(form: Form) -> tuple[str, Mapping[str, Any]]:
    own = {field.name: getattr(form, field.name) for field in fields(form) if field.name != _UNSAID}
    return type(form).__name__.lower(), own


def sealed_sheet(claim: Claim, data: str) -> Sheet:
    """The sheet as the student's grader knows it. Raises SheetError, in words for the student.

    Its problems by hand have zeros for values, and are not to be marked.
    """
    if len(data) > _MOST_CHARACTERS:
        raise _unreadable()
    try:
        told = json.loads(data)
        if told["format"] != FORMAT:
            raise SheetError(key="sealed-format", found=told["format"], expected=FORMAT)
        records = told["problems"]
        if not 1 <= len(records) <= MOST_PROBLEMS:
            raise _unreadable()
        problems = tuple(_problem(record, claim.code) for record in records)
        issued = Issued(claim.assignment, claim.revision, claim.code)
        return Sheet("", as_language(told["language"]), problems, issued=issued)
    except SheetError:
        raise
    except (LookupError, TypeError, AttributeError, ValueError, RecursionError):
        raise _unreadable() from None


def _problem(record: Mapping[str, Any], code: str) -> Problem:
    try:
        chosen = family(record["family"])
    except UnknownFamilyError as error:
        raise SheetError(key="unknown-family", error=error) from None
    key, level, called = str(record["key"]), as_level(record["level"]), str(record["title"])
    if not (key.isalnum() and len(key) <= 10 and called.isprintable()):
        raise _unreadable()
    if not isinstance(chosen.task, ByHand):
        variant = Variant(chosen, level, f"sheet {code}", record["parameters"])
        for check in variant.stated_checks:
            _ = [seen.true for seen in check.probe.observations]
        return Problem(key, variant, is_sealed=True, called=called)
    working = _working(record["blanks"])
    blank = replace(chosen, task=ByHand(partial(_handed_on, working)))
    variant = Variant(blank, level, f"sheet {code}", {})
    return Problem(key, variant, is_sealed=True, called=called)


def _handed_on(working: Working, _: Any) -> Working:
    return working


def _working(blanks: Sequence[Sequence[Any]]) -> Working:
    """A working that has the blanks alone, each with a value of its size that says nothing."""
    if not 1 <= len(blanks) <= _MOST_BLANKS:
        raise _unreadable()
    working = Working()
    for name, kind, own, size in blanks:
        form = _form(kind, own)
        shape = tuple(map(int, size or ()))
        if min(shape, default=1) < 1 or int(np.prod(shape, dtype=object)) > _MOST_CELLS:
            raise _unreadable()
        rule = Rule(f"sealed-{name}", _nothing(form, shape))
        step = working.derive(str(name), rule)
        working.ask(step, form, size_told=size is not None or isinstance(form, Integer))
    return working


def _form(kind: str, own: Mapping[str, Any]) -> Form:
    plain = {key: tuple(value) if isinstance(value, list) else value for key, value in own.items()}
    form: Form = _KINDS[kind](**plain)
    return form


def _nothing(form: Form, shape: tuple[int, ...]) -> Callable[[], Any]:
    """What stands in for a value: zeros, of its size."""
    if isinstance(form, Shape):
        return lambda: (0,) * (shape[0] if shape else 1)
    if isinstance(form, Choice):
        return lambda: form.options[0]
    if isinstance(form, ReasonedChoice):
        return lambda: Reasoned(form.options[0], form.reasons[0])
    if not shape:
        return lambda: 0
    return lambda: np.zeros(shape, dtype=object)


def _unreadable() -> SheetError:
    return SheetError(key="sealed-data")
