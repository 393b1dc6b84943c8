"""Values become formulas and words."""

from __future__ import annotations

import math
from fractions import Fraction as Rational

import numpy as np
import pytest
import sympy
from hypothesis import given, settings

from grader.document import typeset
from grader.document.formula import Formula, Slices, Word
from grader.document.tex import read_formula
from grader.document.typeset import formula_of, is_rounded, words_of
from grader.render.linear import linear
from grader.render.tex import tex
from problems.formula import Formula as Symbolic
from problems.formula import variable
from problems.values import Number, Product, Shape, Tensor, Value
from tests.grader.render.arithmetic import VARIABLES, value_of
from tests.problems import test_formula as formulas

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


n, k, s, p = map(variable, ("n", "k", "s", "p"))


@pytest.mark.parametrize(
    ("made", "written"),
    [
        ((n + 2 * p - k) // s + 1, r"\left\lfloor \frac{n + 2 \cdot p - k}{s} \right\rfloor + 1"),
        (math.ceil((n - k) / s), r"\left\lceil \frac{n - k}{s} \right\rceil"),
        (math.floor(n * s), r"\lfloor n \cdot s \rfloor"),
        (((n - k) // s + 1) ** 2, r"\left(\left\lfloor\frac{n - k}{s}\right\rfloor + 1\right)^2"),
        (n - (k - s), "n - (k - s)"),
        (n - (k + s) * 2, r"n - (k + s) \cdot 2"),
        (n + (k - s), "n + k - s"),
        (n + k * -3, r"n + k \cdot (-3)"),
        (n + -3 * k, r"n - 3 \cdot k"),
        (n - -3 * k, r"n - (-3 \cdot k)"),
        (-(n + k), "-(n + k)"),
        ((-n) ** 2, "(-n)^2"),
        (-(n**2), "-n^2"),
        ((n**2) ** 3, "(n^2)^3"),
        (n**-1, "n^{-1}"),
        ((n / k) ** 2, r"\left(\frac{n}{k}\right)^2"),
        (Rational(-1, 2) * n, r"-\frac{1}{2} \cdot n"),
        (variable("k_h") * variable("C_out") ** 2, r"k_h \cdot {C_{\mathrm{out}}}^2"),
        (variable("n_12") + variable("eta"), r"n_{12} + \eta"),
        (variable("rows") - variable("k1"), r"\mathtt{rows} - \mathtt{k1}"),
        (Symbolic(Rational(-1, 2)), r"-\frac{1}{2}"),
    ],
)
def test_a_formula_in_variables_is_typeset(made: Symbolic, written: str) -> None:
    assert formula_of(made) == read_formula(written)


WHERE = {name: int(VARIABLES[name]) for name in formulas.NAMES}


def lines_and_values(made: Symbolic) -> tuple[Rational, Rational]:
    """The value of a formula, and that of its line when it is read as arithmetic."""
    return made.value(WHERE), value_of(linear(formula_of(made)))


@given(formulas.RECIPES)
@settings(max_examples=600)
def test_no_bracket_of_a_formula_in_variables_is_lost(recipe: formulas.Recipe) -> None:
    made = formulas.formula_of(recipe)
    if made is None:
        return
    assert read_formula(tex(formula_of(made))) == formula_of(made)
    try:
        value, read = lines_and_values(made)
    except ZeroDivisionError:
        return
    assert value == read, (str(made), linear(formula_of(made)))


@pytest.mark.parametrize("brackets", ["_grouped", "_first_factor", "_base"])
def test_brackets_that_are_left_out_are_noticed(
    monkeypatch: pytest.MonkeyPatch, brackets: str
) -> None:
    monkeypatch.setattr(typeset, brackets, lambda formula: formula)
    different = [lines_and_values(m) for m in (n - (k - s), (n + k) * s, (n - k) ** 2, (-n) ** 2)]
    assert any(value != read for value, read in different)


def test_no_number_is_a_dash() -> None:
    assert formula_of(Number(None)) == Word("–")


def test_a_tensor_of_order_three_is_its_slices() -> None:
    cells = np.arange(12).reshape(2, 3, 2).astype(object)
    found = formula_of(Tensor(cells))
    assert isinstance(found, Slices)
    assert found.parts == tuple(formula_of(Tensor(part)) for part in cells)


def test_a_vector_of_formulas_is_one() -> None:
    found = formula_of(Tensor(np.array([n + 1, 2], dtype=object)))
    assert found == read_formula("[n + 1, 2]")


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
        (n // 2, False),
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
        (n + 1, None),
    ],
)
def test_a_value_is_words_where_it_needs_no_typesetting(value: Value, words: str | None) -> None:
    assert words_of(value) == words
