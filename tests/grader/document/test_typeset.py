"""Values become formulas and words."""

from __future__ import annotations

from fractions import Fraction as Rational

import numpy as np
import pytest
import sympy

from grader.document.formula import Formula, Slices, Word
from grader.document.tex import read_formula
from grader.document.typeset import formula_of, is_rounded, words_of
from problems.values import Number, Product, Shape, Tensor, Value

E = sympy.E


@pytest.mark.parametrize(
    ("number", "tex"),
    [
        (7, "7"),
        (-7, "-7"),
        (0.731058, "0.7311"),
        (Rational(-1, 2), r"-\frac{1}{2}"),
        (Rational(4, 2), "2"),
        (sympy.log(2), r"\ln(2)"),
        (E / (1 + E), r"\frac{e}{1 + e}"),
        (-E / (1 + E), r"-\frac{e}{1 + e}"),
        (1 / (1 + sympy.exp(2)), r"\frac{1}{1 + e^2}"),
        (sympy.sqrt(2), r"\sqrt{2}"),
        (3 * sympy.sqrt(2), r"3 \cdot \sqrt{2}"),
        (sympy.Rational(2, 3), r"\frac{2}{3}"),
        (sympy.Integer(-3), "-3"),
        (-1 + sympy.log(1 + E), r"-1 + \ln(1 + e)"),
        (sympy.exp(17) / 987654321, "0.02446"),
        (np.int64(5), "5"),
    ],
)
def test_a_number_is_typeset(number: object, tex: str) -> None:
    assert formula_of(Number(number)) == read_formula(tex)


def test_no_number_is_a_dash() -> None:
    assert formula_of(Number(None)) == Word("–")


def test_a_tensor_of_order_three_is_its_slices() -> None:
    cells = np.arange(12).reshape(2, 3, 2).astype(object)
    found = formula_of(Tensor(cells))
    assert isinstance(found, Slices)
    assert found.parts == tuple(formula_of(Tensor(part)) for part in cells)


def test_a_vector_has_expressions_or_decimals_not_both() -> None:
    short, long = E / (1 + E), sympy.exp(17) / 987654321
    found: Formula = formula_of(Tensor(np.array([Rational(1, 4), short, long], dtype=object)))
    assert found == read_formula("[0.25, 0.7311, 0.02446]")


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (Number(0.5), True),
        (Number(Rational(1, 2)), False),
        (Number(E / (1 + E)), False),
        (Number(sympy.exp(17) / 987654321), True),
        (Tensor(np.array([1, 0.5], dtype=object)), True),
        (Tensor(np.array([1, Rational(1, 2)], dtype=object)), False),
        (Shape((1, 2)), False),
    ],
)
def test_it_is_known_what_is_rounded(value: Value, *, rounded: bool) -> None:
    assert is_rounded(value) == rounded


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Number(-7), "−7"),
        (Number(None), "–"),
        (Number(Rational(1, 2)), None),
        (Number(sympy.log(2)), None),
        (Number(1e-5), None),
        (Shape((3, 28, 31)), "3\u00a0×\u00a028\u00a0×\u00a031"),
        (Shape(("N", 3)), None),
        (Product((3, 28)), "3·28"),
        (Tensor(np.array([1, 2], dtype=object)), None),
    ],
)
def test_a_value_is_words_where_it_needs_no_typesetting(value: Value, words: str | None) -> None:
    assert words_of(value) == words
