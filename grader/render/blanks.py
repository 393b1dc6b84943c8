"""How a blank is described: what it is, and the format and unit in which it is to be given."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from grader.document.markdown import read_line
from grader.document.nodes import Inline, Math, Text
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
    Rational,
    Reasoned,
    ReasonedChoice,
    Shape,
    Shapes,
    shape_of,
)
from problems.formula import Formula
from problems.options import option_text, options_in_words
from problems.sentences import Language, axes_text, unit_text
from problems.table import Table
from problems.texts import render_meaning, render_program
from problems.values import in_one_form, plain_number
from problems.working import Asked, Step, symbol_of


def meaning(problem: Problem, asked: Asked, language: Language) -> tuple[Inline, ...]:
    """What a blank stands for: ``∂L/∂w₁: gradient with respect to the kernel``."""
    variant = problem.variant
    source = render_meaning(
        folder(variant.family.key), asked.meaning, language, of=asked.of, **variant.parameters
    )
    told = read_line(source.text, source.values)
    if not has_symbol(asked.step):
        return told
    return (Math(read_formula(asked.step.symbol)), Text(": "), *told)


def has_symbol(step: Step) -> bool:
    """Whether a quantity is written otherwise on the sheet than in the file."""
    return step.symbol != symbol_of(step.name)


def wanted_format(problem: Problem, asked: Asked, language: Language) -> str:
    """The format and unit of a blank, and how it is marked: ``whole number, px``.

    Where the size is part of the question, nothing here depends on the true value.
    """
    size = shape_of(problem.variant.truth[asked.name]) if asked.size_told else None
    described = _described(asked.form, size, language, folder(problem.variant.family.key))
    if not asked.size_told and not isinstance(asked.form, Shape):
        described = say(language, "form.size-open", form=described)
    return say(language, "form.per-cell", form=described) if asked.per_cell else described


@dataclass(frozen=True)
class BlankCell:
    """A cell of a table of blanks: the name of the blank, its format and its marks."""

    name: str
    format: str
    marks: int


def cells_of_table(
    problem: Problem, table: Table, language: Language
) -> tuple[tuple[BlankCell | None, ...], ...]:
    """A table of blanks, row by row in the order of its ``rows`` and ``columns``; None for holes.

    What the rows and columns are called is in the family's texts, under their keys.
    """
    asked = {each.name: each for each in problem.variant.working.asked}

    def cell(name: str | None) -> BlankCell | None:
        if name is None:
            return None
        blank = asked[name]
        return BlankCell(name, wanted_format(problem, blank, language), blank.marks)

    return tuple(
        tuple(cell(table.at(row, column)) for column in table.columns) for row in table.rows
    )


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
            return say(language, "form.shape", axes=axes_text(axes, language))
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
        case ReasonedChoice(options=options, reasons=reasons):
            listed = (
                f"{form.letter(reason)}) {option_text(texts, reason, language)}"
                for reason in reasons
            )
            return say(
                language,
                "form.reasoned",
                options=options_in_words(texts, options, language, between=" / "),
                reasons=", ".join(listed),
            )
        case Expression(variables=variables):
            return say(language, "form.expression", variables=", ".join(variables))
        case Numeric() | Shapes():
            raise TypeError("a function's results are not answers to a blank")


def _typed_size(size: tuple[int, ...] | None, language: Language) -> str:
    """The size of what is to be typed; of a tensor also that its lists are nested."""
    if size is None:
        return say(language, "form.any-size")
    words = size_in_words(size, language)
    return say(language, "form.nested", form=words) if len(size) > 2 else words


def value_in_words(problem: Problem, value: Any, language: Language) -> str | None:
    """The words of a value that is no number, as a solution tells it; None for numbers.

    None itself, as a value, says that there is none.
    """
    texts = folder(problem.variant.family.key)
    match value:
        case None:
            return say(language, "form.none")
        case str():
            return option_text(texts, value, language)
        case Reasoned(option=option, reason=reason):
            return f"{option_text(texts, option, language)}: {option_text(texts, reason, language)}"
        case Formula():
            return str(value)
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
