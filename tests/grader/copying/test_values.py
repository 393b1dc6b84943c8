"""Where values are looked up."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.answers.formula import read_formula
from grader.copying.values import is_of_one_shape, pieces_of, places_of
from problems.forms import Decimal, Expression, Form, Integer, Rational, Shape, agree


def meets(form: Form, found: Any, true: Any) -> bool:
    """Whether a right value is found from an answer."""
    return places_of(form, true)[0] in places_of(form, found)


@given(
    st.lists(st.floats(-100, 100), min_size=1, max_size=6),
    st.lists(st.floats(-1, 1), min_size=6, max_size=6),
)
def test_what_agrees_within_its_tolerance_is_found(cells: list[float], off: list[float]) -> None:
    form = Decimal(0.01)
    true = np.array(cells)
    found = true + 0.01 * np.array(off[: len(cells)])
    if agree(form, found, true):
        assert meets(form, found, true)


@given(st.lists(st.fractions(-50, 50, max_denominator=9), min_size=1, max_size=6))
def test_equal_fractions_are_found(cells: list[Fraction]) -> None:
    assert meets(Rational(), np.array(cells, dtype=object), np.array(cells, dtype=object))


@pytest.mark.parametrize(
    ("form", "found", "true", "expected"),
    [
        (Integer(), 24, 24, True),
        (Integer(), 24, 25, False),
        (Shape("C, H, W"), (8, 6, 6), (8, 6, 6), True),
        (Shape("C, H, W"), (8, 6, 6), (8, 6), False),
        (Rational(), np.array([1, 2]), np.array([[1, 2]]), False),
        (Decimal(0.01), 0.5, 0.8, False),
    ],
)
def test_others_lie_elsewhere(form: Form, found: Any, true: Any, expected: bool) -> None:
    assert meets(form, found, true) is expected


@pytest.mark.parametrize("text", ["(n + 2*p - k) + 1", "n - k + 1 + p + p", "1 + n - k + 2*p"])
def test_a_formula_is_found_however_it_is_put(text: str) -> None:
    names = ("n", "p", "k")
    form = Expression(names)
    assert meets(form, read_formula(text, names), read_formula("n + 2*p - k + 1", names))
    assert not meets(form, read_formula(text, names), read_formula("n + p - k + 1", names))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**400])
def test_what_is_beyond_all_numbers_is_found_nowhere(value: Any) -> None:
    assert places_of(Decimal(0.1), value) == ()


def test_an_array_is_made_of_cells_and_a_shape_is_one_piece() -> None:
    assert pieces_of(np.array([[1, 2], [3, 4]])) == [(0, "1"), (1, "2"), (2, "3"), (3, "4")]
    assert pieces_of((16, 24, 24)) == ((0, "(16, 24, 24)"),)
    assert len(pieces_of(np.zeros((20, 20)))) == 64
    assert is_of_one_shape(np.zeros((2, 3)), np.ones((2, 3)))
    assert not is_of_one_shape(np.zeros((2, 3)), np.ones((3, 2)))
