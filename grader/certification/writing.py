"""What is written of a variant: every sentence in every language, and the same numbers in all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from jinja2 import TemplateError

from grader.certification.digest import document_in, languages_of
from grader.certification.fault import Kind
from grader.certification.leaks import drawn_in, formulas_given_away, program_given_away
from grader.certification.statements import rules_applied
from grader.document.markdown import read_line
from grader.document.nodes import Document
from grader.document.refusal import RefusedError
from grader.render.blanks import wanted_format
from grader.render.statement import statement
from grader.render.text import one_line, text
from grader.sheet.sheet import Problem
from problems.catalogue import folder
from problems.family import ByHand, InCode
from problems.forms import Reasoned
from problems.formula import Formula
from problems.sentences import LANGUAGES, Language, MissingTextError, check_name, slip_text
from problems.values import plain_number
from problems.variant import Variant

_REFUSALS = (MissingTextError, TemplateError, RefusedError)
_NUMBER = re.compile(r"(?<![\w.])[-−]?\d+(?:[./]\d+)?")
_WIDTH = 100_000
_NO_NUMBERS_TO_COMPARE = re.compile(r"\d+(?=[^\W\d_])")  # 2d, 1D: words that have a digit

Found = tuple[Kind, str]


@dataclass
class Written:
    """The documents of a variant by language, those that could be made."""

    documents: dict[Language, Document]


def faults_of(variant: Variant, written: Written) -> Iterator[Found]:
    """Sentences that are missing or cannot be read, and numbers that differ between languages.

    The documents that are made on the way are put into ``written``.
    """
    numbers: dict[Language, Counter[str]] = {}
    for language in languages_of(variant):
        try:
            document = written.documents[language] = document_in(variant, language)
            numbers[language] = Counter(numbers_in(text(document, _WIDTH)))
        except _REFUSALS as error:
            yield Kind.TEXT, f"in {language!r}: {error}"
    if numbers:  # some language could be written
        yield from _other_numbers(numbers)
    yield from _unsaid(variant)
    if "en" in written.documents:
        yield from formulas_given_away(variant)
        yield from program_given_away(variant)


def _other_numbers(numbers: dict[Language, Counter[str]]) -> Iterator[Found]:
    first, *others = numbers
    for language in others:
        more, fewer = (
            sorted((a - b).elements())
            for a, b in (
                (numbers[language], numbers[first]),
                (numbers[first], numbers[language]),
            )
        )
        if more or fewer:
            yield (
                Kind.NUMBERS,
                (
                    f"{language} has other numbers than {first}: {_listed(more)} instead of "
                    f"{_listed(fewer)}"
                ),
            )


def _listed(numbers: Sequence[str]) -> str:
    return ", ".join(numbers[:6]) or "none"


def _unsaid(variant: Variant) -> Iterator[Found]:
    """Slips and checks of which a report could not tell in some language."""
    where = folder(variant.family.key)
    keys = dict.fromkeys(slip.key for _, rule, _ in rules_applied(variant) for slip in rule.slips)
    names: list[str] = []
    if isinstance(variant.family.task, InCode):
        names = [*(check.name for check in variant.checks), *(rule.name for rule in variant.style)]
        keys |= dict.fromkeys(k for rule in variant.style for k in (rule.slip, rule.unseen) if k)
    for language in LANGUAGES:
        for key in keys:
            try:
                read_line(slip_text(where, key, language))
            except _REFUSALS as error:
                yield Kind.TEXT, str(error)
        for name in names:
            try:
                read_line(check_name(variant.family.key, name, language))
            except _REFUSALS as error:
                yield Kind.TEXT, str(error)


def numbers_in(written: str) -> list[str]:
    """The numbers of a text in a row, with a hyphen for a minus."""
    plain = _NO_NUMBERS_TO_COMPARE.sub("", written)
    return [number.replace("−", "-") for number in _NUMBER.findall(plain)]


def numbers_of(variant: Variant) -> dict[str, Any]:
    """What a specimen keeps of numbers: answers, those of the statement, and those given."""
    problem = Problem("1", variant)
    document = statement(problem, "en")
    stated = numbers_in(text(document, _WIDTH))  # with what figures show in words
    stated += [number for drawn in drawn_in(document) for number in numbers_in(drawn)]
    found: dict[str, Any] = {"given": tuple(_numbers(variant.parameters))}
    if isinstance(variant.family.task, ByHand):
        formats = " ".join(
            one_line(wanted_format(problem, asked, "en")) for asked in variant.working.asked
        )
        stated += numbers_in(formats)
        truth = {asked.name: variant.truth[asked.name] for asked in variant.working.asked}
        found["answers"] = {name: _written(value) for name, value in truth.items()}
        sequences = {name: tuple(_numbers(value)) for name, value in truth.items()}
        found["sequences"] = {name: numbers for name, numbers in sequences.items() if numbers}
    return {**found, "numbers": tuple(stated)}


def _numbers(value: Any) -> Iterator[str]:
    """The numbers in plain data or in a value, in a row."""
    if isinstance(value, dict):
        for part in value.values():
            yield from _numbers(part)
    elif isinstance(value, list | tuple | np.ndarray) and np.ndim(np.array(value, object)):
        for part in value:
            yield from _numbers(part)
    elif value is not None and not isinstance(value, str | bool | Reasoned | Formula):
        yield plain_number(value)


def _written(value: Any) -> str:
    if isinstance(value, str | Reasoned | Formula) or value is None:
        return str(value)
    if isinstance(value, list | tuple | np.ndarray):
        return "[" + ", ".join(map(_written, value)) + "]"
    return plain_number(value)
