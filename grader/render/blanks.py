"""How a blank is described: what it is, and the format and unit in which it is to be given.

What is said is Markdown until it is whole, and is then read like any other sentence.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from grader.document.markdown import read_line
from grader.document.nodes import Inline, Math, Text, words
from grader.document.tex import read_formula
from grader.messages.say import say
from grader.messages.size import size_in_words
from grader.sheet.sheet import Problem
from problems.catalogue import folder
from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Form,
    Integer,
    Numeric,
    PlainData,
    Rational,
    Reasoned,
    ReasonedChoice,
    Shape,
    Shapes,
)
from problems.formula import Formula
from problems.options import options_in_words
from problems.quantity import Step, symbol_of
from problems.sentences import (
    Language,
    axes_text,
    blank_text,
    option_text,
    rule_text,
    table_text,
    unit_text,
)
from problems.sizes import size_of
from problems.texts import is_alike_for_all, render_meaning, render_program, render_table_text
from problems.values import in_one_form, plain_number
from problems.working import Asked


def meaning(problem: Problem, asked: Asked, language: Language) -> tuple[Inline, ...]:
    """What a blank stands for: ``∂L/∂w₁: gradient with respect to the kernel``."""
    return _after_symbol(asked.step, _told(problem, asked, language))


def meaning_of_step(problem: Problem, step: Step, language: Language) -> tuple[Inline, ...]:
    """What a step stands for: a blank as on the sheet, others by the family or by their rule."""
    working = problem.variant.working
    asked = next((each for each in working.asked if each.step is step), None)
    if asked is not None:
        return meaning(problem, asked, language)
    if told := working.told.get(step.name):
        return _after_symbol(step, _own_words(problem, told.meaning, told.of, language))
    where = folder(problem.variant.family.key)
    return _after_symbol(step, read_line(rule_text(where, step.rule.key, "title", language)))


def _after_symbol(step: Step, told: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if not has_symbol(step):
        return told
    return (Math(read_formula(step.symbol)), Text(": "), *told)


def _told(problem: Problem, asked: Asked, language: Language) -> tuple[Inline, ...]:
    """The family's own words for a blank, or those for its row and column in a table."""
    if not asked.meaning and asked.cell is not None:
        row, column = asked.cell.row, asked.cell.column
        both = (name_in_table(problem, key, language) for key in (row, column))
        return (*next(both), Text(", "), *next(both))
    return _own_words(problem, asked.meaning, asked.of, language)


def _own_words(problem: Problem, key: str, of: str, language: Language) -> tuple[Inline, ...]:
    variant = problem.variant
    where = folder(variant.family.key)
    if is_alike_for_all(where, blank_text(where, key, language), "of"):
        return _words_for_all(where, key, of, language)
    source = render_meaning(where, key, language, of=of, **variant.parameters)
    return read_line(source.text, source.values)


@lru_cache(maxsize=2**10)
def _words_for_all(where: Path, key: str, of: str, language: Language) -> tuple[Inline, ...]:
    """The words for a blank that are the same for all variants."""
    source = render_meaning(where, key, language, of=of)
    return read_line(source.text, source.values)


def name_in_table(problem: Problem, key: str, language: Language) -> tuple[Inline, ...]:
    """What a table of blanks is called, or a row or column of one."""
    variant = problem.variant
    where = folder(variant.family.key)
    source = render_table_text(where, key, language, **variant.parameters)
    return read_line(source.text, source.values)


@dataclass(frozen=True)
class Blanks:
    """The blanks of a problem, which equal those of another of which the same is to be said.

    ``said`` is all that this depends on; where it is words that take parameters of the variant, the
    blanks equal no others. Where the size is part of the question, nothing here depends on the true
    value.
    """

    said: tuple[Any, ...]
    problem: Problem = field(compare=False)

    @classmethod
    @lru_cache(maxsize=64)  # they stand in every form of a sheet
    def of(cls, problem: Problem, language: Language) -> Blanks:
        """The blanks of a problem by hand, in a language."""
        working = problem.variant.working
        where = folder(problem.variant.family.key)
        meanings = {one.meaning for one in working.asked if one.meaning}
        texts = [is_alike_for_all(where, blank_text(where, m, language), "of") for m in meanings]
        tables = [
            is_alike_for_all(where, table_text(where, key, language))
            for table in working.tables
            for key in (*([table.key] if table.key else []), *table.rows, *table.columns)
        ]
        own = () if all(texts) and all(tables) else (problem,)
        placed = [(table.key, table.rows, table.columns) for table in working.tables]
        return cls(
            (where, language, own, *placed, *(_said(problem, a) for a in working.asked)), problem
        )


def _said(problem: Problem, asked: Asked) -> tuple[Any, ...]:
    """What is said of a blank."""
    size = told_size(problem, asked)
    points = problem.points_for(asked.name, asked.marks)
    marked = points.numerator, points.denominator, asked.per_cell, asked.size_told
    return (
        asked.name,
        asked.step.symbol,
        asked.form,
        size,
        *marked,
        asked.cell,
        asked.meaning,
        asked.of,
    )


def told_size(problem: Problem, asked: Asked) -> tuple[int, ...] | None:
    """The size of a blank, as far as it is told."""
    if not asked.size_told:
        return None
    if isinstance(asked.form, Integer):
        return ()  # nothing has to be worked out for it
    return size_of(problem.variant, asked)


def has_symbol(step: Step) -> bool:
    """Whether a quantity is written otherwise on the sheet than in the file."""
    return step.symbol != symbol_of(step.name)


def wanted_format(
    problem: Problem, asked: Asked, language: Language, *, with_reasons: bool = True
) -> tuple[Inline, ...]:
    """The format and unit of a blank, and how it is marked: ``whole number, px``.

    Where the size is part of the question, nothing here depends on the true value. Without its
    reasons, a choice with a reason says that their letters are wanted.
    """
    texts = folder(problem.variant.family.key)
    size = told_size(problem, asked)
    form = _described(asked.form, size, language, texts)
    if isinstance(asked.form, ReasonedChoice) and with_reasons:
        reasons = ", ".join(_lettered(asked.form, language, texts))
        form = say(language, "form.with-reasons", form=form, reasons=reasons)
    if not asked.size_told and not isinstance(asked.form, Shape):
        form = say(language, "form.size-open", form=form)
    return read_line(say(language, "form.per-cell", form=form) if asked.per_cell else form)


def reasons_of(
    problem: Problem, form: ReasonedChoice, language: Language
) -> tuple[tuple[Inline, ...], ...]:
    """The reasons of a choice, in the order of their letters."""
    texts = folder(problem.variant.family.key)
    return tuple(read_line(option_text(texts, reason, language)) for reason in form.reasons)


def _lettered(form: ReasonedChoice, language: Language, texts: Path) -> Iterator[str]:
    for reason in form.reasons:
        yield f"{form.letter(reason)}) {option_text(texts, reason, language)}"


def wanted_definition(problem: Problem, name: str, language: Language) -> str:
    """What is to be defined: ``function conv1d(vector, kernel)``, or a class and its methods."""
    variant = problem.variant
    starter = render_program(
        folder(variant.family.key), "starter.py.j2", docstring="", **variant.parameters
    )
    for node in ast.parse(starter).body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return say(language, "form.function", signature=_signature(node))
        if isinstance(node, ast.ClassDef) and node.name == name:
            methods = [_signature(part) for part in node.body if isinstance(part, ast.FunctionDef)]
            return say(language, "form.class", name=name, methods=", ".join(methods))
    raise ValueError(f"{variant.family.key}: the starter does not define {name!r}")


def _signature(function: ast.FunctionDef) -> str:
    return f"{function.name}({ast.unparse(function.args)})"


def _described(form: Form, size: tuple[int, ...] | None, language: Language, texts: Path) -> str:
    """The format of a form whose value has this size, or one that must not be told: None."""
    match form:
        case Integer(unit=""):
            return say(language, "form.integer")
        case Integer(unit=unit):
            written = unit_text(texts, unit, language)
            return say(language, "form.integer-unit", unit=written)
        case Shape(axes=axes):
            if size is None:
                return say(language, "form.shape-open")
            if size == (1,):
                return say(language, "form.vector-shape")
            return say(language, "form.shape", axes=axes_text(texts, axes, language))
        case Rational():
            if size == ():
                return say(language, "form.rational")
            return say(language, "form.rational-tensor", shape=_typed_size(size, language))
        case Decimal(tolerance=tolerance):
            if size == ():
                return say(language, "form.decimal", tolerance=tolerance)
            typed = _typed_size(size, language)
            return say(language, "form.decimal-tensor", shape=typed, tolerance=tolerance)
        case Choice(options=options):
            quoted = (f'"{option_text(texts, option, language)}"' for option in options)
            return say(language, "form.choice", options=", ".join(quoted))
        case ReasonedChoice(options=options):
            listed = options_in_words(texts, options, language, between=" / ")
            return say(language, "form.reasoned", options=listed)
        case Expression(variables=variables):
            named = ", ".join(f"`{name}`" for name in variables)
            return say(language, "form.expression", variables=named)
        case Numeric() | Shapes() | PlainData():
            raise TypeError("a function's results are not answers to a blank")


def _typed_size(size: tuple[int, ...] | None, language: Language) -> str:
    """The size of what is to be typed; of a tensor also that its lists are nested."""
    if size is None:
        return say(language, "form.any-size")
    words = size_in_words(size, language)
    return say(language, "form.nested", form=words) if len(size) > 2 else words


def value_in_words(
    problem: Problem, value: Any, language: Language, form: Form | None = None
) -> tuple[Inline, ...] | None:
    """The words of a value that is not typeset, as a solution tells it; None for one that is.

    None itself, as a value, says that there is none. With the form of its blank, a reason has the
    letter that it has on the sheet: ``yes, b) padding makes up for the kernel``.
    """
    texts = folder(problem.variant.family.key)

    def called(option: str) -> tuple[Inline, ...]:
        return read_line(option_text(texts, option, language))

    match value:
        case None:
            return words(say(language, "form.none"))
        case str():
            return called(value)
        case Reasoned(option=option, reason=reason):
            between = ": "
            if isinstance(form, ReasonedChoice):
                between = f", {form.letter(reason)}) "
            return (*called(option), Text(between), *called(reason))
    return None


def in_python(value: Any, form: Form | None = None) -> str:
    """A value as a student would write it: ``(16, 24, 24)``, ``[[0, "1/2"], [0, 0]]``.

    With its form, a choice with a reason has the letter that the sheet lists: ``"yes, b"``.
    """
    if isinstance(value, Reasoned):
        reason = form.letter(value.reason) if isinstance(form, ReasonedChoice) else value.reason
        return f'"{value.option}, {reason}"'
    if isinstance(value, Formula):
        return f'"{value}"' if value.number is None else in_python(value.number)
    if isinstance(value, tuple):
        inside = ", ".join(map(in_python, value))
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if isinstance(value, np.ndarray) and value.ndim:
        return "[" + ", ".join(map(in_python, in_one_form(value))) + "]"
    if isinstance(value, np.ndarray | np.generic):
        return in_python(value.item())
    if isinstance(value, str):
        return repr(value)
    text = plain_number(value)
    is_literal = re.fullmatch(r"-?\d+(\.\d+)?", text)
    return text if is_literal else f'"{text}"'  # fractions and expressions are typed as texts
