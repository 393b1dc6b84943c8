"""How a blank is described: what it is, and the format and unit in which it is to be given."""

from __future__ import annotations

import ast
import re
from typing import Any

import numpy as np

from grader.document.markdown import read_line
from grader.document.nodes import Inline, Math, Text
from grader.document.tex import read_formula
from grader.messages.say import options_in_words, say
from grader.sheet.sheet import Problem
from problems.catalogue import folder
from problems.forms import (
    Choice,
    Decimal,
    Form,
    Integer,
    Numeric,
    Rational,
    Shape,
    Shapes,
    shape_of,
)
from problems.sentences import Language, axes_text, unit_text
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
    """The format and unit of a blank, and how it is marked: ``whole number, px``."""
    true = problem.variant.truth[asked.name]
    described = _described(problem, asked.form, true, language)
    return say(language, "form.per-cell", form=described) if asked.per_cell else described


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


def _described(problem: Problem, form: Form, true: Any, language: Language) -> str:
    match form:
        case Integer(unit=""):
            return say(language, "form.integer")
        case Integer(unit=unit):
            written = unit_text(folder(problem.variant.family.key), unit, language)
            return say(language, "form.integer-unit", unit=written)
        case Shape(axes=axes):
            if len(true) == 1:
                return say(language, "form.vector-shape")
            return say(language, "form.shape", axes=axes_text(axes, language))
        case Rational():
            if not shape_of(true):
                return say(language, "form.rational")
            return say(language, "form.rational-tensor", shape=_by(shape_of(true), language))
        case Decimal(tolerance=tolerance):
            if not shape_of(true):
                return say(language, "form.decimal", tolerance=tolerance)
            shape = _by(shape_of(true), language)
            return say(language, "form.decimal-tensor", shape=shape, tolerance=tolerance)
        case Choice(options=options):
            return say(language, "form.choice", options=options_in_words(options, language))
        case Numeric() | Shapes():
            raise TypeError("a function's results are not answers to a blank")


def _by(shape: tuple[int, ...], language: Language) -> str:
    if len(shape) == 1:
        return say(language, "form.vector", n=shape[0])
    return say(language, "form.matrix", rows=shape[0], columns=shape[1])


def in_python(value: Any) -> str:
    """A value as a student would write it: ``(16, 24, 24)``, ``[[0, "1/2"], [0, 0]]``."""
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
