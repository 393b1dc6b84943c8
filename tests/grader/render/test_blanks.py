"""A blank is described by what it is and by its format, and never by its value."""

from __future__ import annotations

import ast
from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from grader.answers.answer import read_answer
from grader.render.blanks import in_python, meaning, wanted_definition, wanted_format
from grader.render.text import one_line
from grader.sheet.sheet import Problem
from problems.forms import Choice, Decimal, Form, Integer, Numeric, Rational, Shape, agree
from problems.rule import Rule
from problems.sentences import LANGUAGES, Language
from problems.variant import Variant, example_variant
from problems.working import Asked, Working

TABLE = Problem("1", example_variant("cnn-table", "lecture"))
BACKPROP = Problem("2", example_variant("conv2d-backprop", "lecture"))


def asked_of(problem: Problem, name: str) -> Asked:
    return next(asked for asked in problem.variant.working.asked if asked.name == name)


def one_blank(form: Form, true: Any) -> tuple[Problem, Asked]:
    """A problem that asks for one value."""
    w = Working()
    w.ask(w.derive("a", Rule("rule", lambda: true)), form)
    problem = Problem("1", example_variant("cnn-table", "lecture"))
    variant = Variant(problem.variant.family, "easy", "7", {})
    object.__setattr__(variant, "working", w)
    return Problem("1", variant), w.asked[0]


@pytest.mark.parametrize(
    ("form", "true", "text"),
    [
        (Integer(), 7, "whole number"),
        (Integer("px"), 7, "whole number, px"),
        (Shape("C, H, W"), (2, 3, 13), "(channels, height, width)"),
        (Shape("C, H, W"), (7,), "(N,)"),
        (Rational(), Fraction(1, 7), '"1/2"'),
        (Rational(), np.array([7, 7, 7], dtype=object), "length 3"),
        (Rational(), np.array([[7, 7, 7], [7, 7, 7]], dtype=object), "2 × 3"),
        (Decimal(tolerance=0.003), 0.7, "0.003"),
        (Decimal(tolerance=0.003), np.array([[0.7, 0.7, 0.7]]), "1 × 3"),
        (Choice(("zero", "mirror")), "zero", "zero, mirror"),
    ],
)
def test_the_format_says_what_is_wanted_and_not_the_value(form: Form, true: Any, text: str) -> None:
    described = wanted_format(*one_blank(form, true), "en")
    assert text in described
    assert "7" not in described


def test_a_blank_that_is_marked_by_its_entries_says_so() -> None:
    for asked in BACKPROP.variant.working.asked:
        described = wanted_format(BACKPROP, asked, "en")
        assert described.endswith("; marked entry by entry") == asked.per_cell
    assert asked_of(BACKPROP, "q1").per_cell


def test_yes_and_no_are_words_of_the_language() -> None:
    blank = one_blank(Choice(("yes", "no")), "yes")
    assert [wanted_format(*blank, language).partition(": ")[2] for language in LANGUAGES] == [
        "yes, no",
        "da, ne",
        "tak, nie",
        "да, нет",
    ]


def test_a_function_or_class_is_described_by_its_signatures() -> None:
    function = Problem("1", example_variant("conv1d-code", "lecture"))
    assert wanted_definition(function, "conv1d", "pl") == "funkcja conv1d(vector, kernel)"
    model = Problem("1", example_variant("torch-model-code", "lecture"))
    assert wanted_definition(model, "ConvModel", "en") == (
        "class ConvModel with the methods __init__(self), fwd(self, x), loss(self, x, y)"
    )
    with pytest.raises(ValueError, match="the starter does not define 'conv2d'"):
        wanted_definition(function, "conv2d", "en")


def test_the_results_of_a_function_are_no_blank() -> None:
    with pytest.raises(TypeError, match="not answers to a blank"):
        wanted_format(*one_blank(Numeric(), 7), "en")


def told(problem: Problem, name: str, language: Language) -> str:
    return one_line(meaning(problem, asked_of(problem, name), language))


def test_a_blank_is_explained_by_its_symbol_and_by_what_its_family_calls_it() -> None:
    assert told(TABLE, "conv1_rf", "en") == "receptive field of one output value of `conv1`"
    assert told(BACKPROP, "dw1", "en") == "∂L/∂w₁: gradient with respect to kernel 1"
    assert told(BACKPROP, "s", "pl") == "logity"


def test_units_and_axes_are_words_of_the_language() -> None:
    assert wanted_format(TABLE, asked_of(TABLE, "conv1_rf"), "ru") == "целое число, пикс."
    assert wanted_format(TABLE, asked_of(TABLE, "conv1_shape"), "hr") == (
        "dimenzije (kanali, visina, širina)"
    )


def test_every_language_has_words_of_its_own() -> None:
    for problem in (TABLE, BACKPROP):
        explained = [
            [meaning(problem, asked, language) for asked in problem.variant.working.asked]
            for language in LANGUAGES
        ]
        assert all(a != b for a, b in combinations(explained, 2))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"),
        (-7, "-7"),
        (Fraction(1, 2), '"1/2"'),
        (Fraction(-4, 2), "-2"),
        ((16, 24, 25), "(16, 24, 25)"),
        ((7,), "(7,)"),
        ("mirror", "'mirror'"),
        (np.array([[0, Fraction(1, 2)], [-3, 4]], dtype=object), '[[0, "1/2"], [-3, 4]]'),
        (np.int64(5), "5"),
        (np.array(5), "5"),
    ],
)
def test_a_value_is_written_as_a_student_would_type_it(value: object, text: str) -> None:
    assert in_python(value) == text


@pytest.mark.parametrize("problem", [TABLE, BACKPROP], ids=["table", "backprop"])
def test_what_is_written_is_read_back_as_the_true_value(problem: Problem) -> None:
    values = problem.variant.working.solve_in_symbols()
    for asked in problem.variant.working.asked:
        typed = ast.literal_eval(in_python(values[asked.name]))
        answer = read_answer(asked.form, typed)
        assert agree(asked.form, answer, problem.variant.truth[asked.name]), asked.name
