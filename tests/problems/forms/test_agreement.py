"""Agreement: two values count as one answer, exactly or within a tolerance that is said."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

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
    agree,
    cells_that_agree,
    exact,
    shape_of,
)
from problems.formula import variable

HALF = Fraction(1, 2)
WHY = ReasonedChoice(("yes", "no"), ("odd", "cut"))
IN_N_K = Expression(("n", "k"))
n, k = variable("n"), variable("k")


def test_exact_keeps_whole_numbers_whole_and_never_overflows() -> None:
    row = exact([[1, 2, 10**30], [0, -3, 4]])
    assert (row.dtype, row.shape) == (np.dtype(object), (2, 3))
    assert row[0, 2] * row[0, 2] == 10**60
    assert exact(7) == 7
    assert type(exact(7)) is int


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (3, ()),
        (HALF, ()),
        ([[1, 2, 3], [4, 5, 6]], (2, 3)),
        (np.zeros((2, 0)), (2, 0)),
        ((4,), (1,)),
    ],
)
def test_the_shape_of_a_value(value: Any, shape: tuple[int, ...]) -> None:
    assert shape_of(value) == shape


@pytest.mark.parametrize(
    ("form", "found", "true", "same"),
    [
        # whole numbers, exactly
        (Integer(), 24, 24, True),
        (Integer(), 25, 24, False),
        (Integer(), 24.0, 24, False),
        (Integer(), True, 1, False),
        (Integer(), 10**30 + 1, 10**30, False),
        # shapes, in order
        (Shape("C, H, W"), (16, 24, 28), (16, 24, 28), True),
        (Shape("C, H, W"), (24, 28, 16), (16, 24, 28), False),
        (Shape("C, H, W"), (16, 24), (16, 24, 28), False),
        (Shape("N"), 16, (16,), False),
        # shapes of several tensors, in any order
        (Shapes(), [(6, 1, 5), (6,)], [(6,), (6, 1, 5)], True),
        (Shapes(), ((6, 1, 5), (6,), (6,)), [(6, 1, 5), (6,)], False),
        (Shapes(), [(6, 5, 1), (6,)], [(6, 1, 5), (6,)], False),
        (Shapes(), [], [(6,)], False),
        (Shapes(), 6, [(6,)], False),
        (Shapes(), [6], [(6,)], False),
        # options, by their key
        (Choice(("yes", "no")), "yes", "yes", True),
        (Choice(("yes", "no")), "no", "yes", False),
        # options with a reason: both have to be right
        (WHY, Reasoned("yes", "odd"), Reasoned("yes", "odd"), True),
        (WHY, Reasoned("yes", "cut"), Reasoned("yes", "odd"), False),
        (WHY, Reasoned("no", "odd"), Reasoned("yes", "odd"), False),
        (WHY, "yes", Reasoned("yes", "odd"), False),
        # expressions, by their value and never as they are put
        (IN_N_K, (n - k) // 2 + 1, (n - k + 2) // 2, True),
        (IN_N_K, (n - k) // 2 + 1, (n - k) / 2 + 1, False),
        (IN_N_K, n * k, n * k + 1, False),
        (IN_N_K, 6, variable("n") * 0 + 6, True),
        (IN_N_K, HALF, n / n / 2, True),
        (IN_N_K, "n", n, False),
        (IN_N_K, None, n, False),
        # tensors of any order
        (Rational(), exact([[[1, 2], [3, 4]]]), exact([[[1, 2], [3, 4]]]), True),
        (Rational(), exact([[[1, 2], [3, 4]]]), exact([[[1, 2], [3, 5]]]), False),
        (Rational(), exact([[[1, 2], [3, 4]]]), exact([[1, 2], [3, 4]]), False),
        # rationals, exactly
        (Rational(), HALF, HALF, True),
        (Rational(), 1, Fraction(1), True),
        (Rational(), Fraction(333, 1000), Fraction(1, 3), False),
        (Rational(tolerance=10), 4, 5, False),
        (Rational(), exact([1, 0, -2]), exact([1, 0, -2]), True),
        (Rational(), exact([1, 0, 2]), exact([1, 0, -2]), False),
        (Rational(), exact([1, 0]), exact([1, 0, -2]), False),
        (Rational(), exact([[1], [0]]), exact([1, 0]), False),
        (Rational(), 1, exact([1]), False),
        # a value that is not rational, since a mistake led to it: within the tolerance
        (Rational(tolerance=0.01), Fraction(27, 10), 2.709, True),
        (Rational(tolerance=0.01), Fraction(27, 10), 2.711, False),
        (Rational(), exact([1, 3]), np.array([1.004, 2.996]), True),
        (Rational(), exact([1, 3]), np.array([1.006, 2.996]), False),
        # nothing is no number
        (Integer(), None, 0, False),
        (Rational(), None, Fraction(0), False),
        (Rational(), None, exact([0, 0]), False),
        (Decimal(tolerance=0.005), None, 0.0, False),
        # decimals, within an absolute tolerance
        (Decimal(tolerance=0.005), 0.6925, np.log(2), True),
        (Decimal(tolerance=0.005), 0.687, np.log(2), False),
        (Decimal(tolerance=0.5), 1000.6, 1000, False),
        (Decimal(tolerance=0.25), HALF, Fraction(3, 4), True),
        (Decimal(tolerance=0.01), np.array([[0.5, 1]]), exact([[HALF, 1]]), True),
        (Decimal(tolerance=0.01), np.array([0.5, 1]), exact([[HALF, 1]]), False),
        # what functions return, in float32 or better
        (Numeric(), np.array([0.1, -3], dtype=np.float32), np.array([0.1, -3.0]), True),
        (Numeric(rtol=0.1, atol=0), 109, 100, True),
        (Numeric(rtol=0.1, atol=0), 111, 100, False),
        (Numeric(rtol=0, atol=0.1), 100.2, 100, False),
        (Numeric(), [1, 2, 3], np.array([1, 2, 3]), True),
        (Numeric(), np.array([[1, 2, 3]]), np.array([1, 2, 3]), False),
        (Numeric(), 1.0, np.array([1.0, 1.0]), False),
    ],
)
def test_two_values_count_as_the_same_answer(form: Form, found: Any, true: Any, same: bool) -> None:
    assert agree(form, found, true) is same


@pytest.mark.parametrize("form", [Decimal(tolerance=0.005), Numeric(), Rational()])
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_agrees_with_nothing_not_even_with_itself(
    form: Form, value: float
) -> None:
    assert not agree(form, value, value)
    assert not agree(form, value, 1.5)
    assert not agree(form, 1.5, value)


@pytest.mark.parametrize("form", [Decimal(tolerance=0.005), Numeric(), Rational()])
def test_a_number_too_large_for_a_decimal_is_far_from_every_decimal(form: Form) -> None:
    assert not agree(form, Fraction(10**400), 1.5)
    cells = cells_that_agree(form, exact([10**400, 2]), np.array([1.5, 2.0]))
    assert cells is not None
    assert not cells[0]


def test_no_float_is_a_rational_beyond_all_floats() -> None:
    assert not agree(Rational(), 1.5, Fraction(10**400, 3))
    cells = cells_that_agree(Rational(), np.array([1.5, 2.0]), exact([-(10**400), 2]))
    assert cells is not None
    assert cells.tolist() == [False, True]


def test_the_cells_that_are_right_are_told_one_by_one() -> None:
    cells = cells_that_agree(
        Rational(), exact([[1, 2, 3], [4, 5, 6]]), exact([[1, 0, 3], [4, 5, 0]])
    )
    assert cells is not None
    assert cells.tolist() == [[True, False, True], [True, True, False]]


@pytest.mark.parametrize("form", [Rational(), Decimal(tolerance=1), Numeric()])
def test_values_of_different_shapes_have_no_cells_to_compare(form: Form) -> None:
    assert cells_that_agree(form, np.zeros((2, 3)), np.zeros((3, 2))) is None
    assert cells_that_agree(form, np.zeros(1), 0.0) is None


def test_a_value_without_cells_gives_one_verdict_without_axes() -> None:
    for form, value in ((Integer(), 3), (Shape("N"), (3,)), (Rational(), HALF)):
        cells = cells_that_agree(form, value, value)
        assert cells is not None
        assert (cells.shape, bool(cells)) == ((), True)


@given(st.fractions(max_denominator=50), st.fractions(max_denominator=50))
def test_rationals_agree_when_they_are_equal_and_only_then(a: Fraction, b: Fraction) -> None:
    assert agree(Rational(), a, b) is (a == b)


@given(
    st.floats(-1e3, 1e3),
    st.floats(-1e3, 1e3),
    st.floats(1e-6, 10),
)
def test_a_decimal_agrees_when_it_is_within_its_tolerance(a: float, b: float, off: float) -> None:
    assume(abs(abs(a - b) - off) > 1e-9 * (1 + abs(b)))  # the edge has tests of its own
    assert agree(Decimal(tolerance=off), a, b) is (abs(a - b) <= off)


@pytest.mark.parametrize(
    ("true", "most", "least"),
    [(0.335, 0.34, 0.33), (0.125, 0.13, 0.12), (1.4, 1.405, 1.395), (-0.045, -0.04, -0.05)],
)
def test_an_error_of_the_tolerance_itself_is_right_on_both_sides(
    true: float, most: float, least: float
) -> None:
    for found in (most, least):
        assert agree(Decimal(0.005), found, true)
        assert agree(Decimal(0.005), np.array([found, true]), np.array([true, true]))
        assert agree(Rational(0.005), np.array([found], object), np.array([true], object))


def test_the_edge_is_that_of_the_decimal_which_a_float_was_meant_to_be() -> None:
    assert 1 - 0.67 < 0.33
    assert agree(Decimal(0.005), 1 - 0.67, 0.335)
    assert agree(Decimal(0.005), 0.005, 0.1 + 0.2 - 0.3 - 2**-54)  # which should be 0
    assert not agree(Decimal(0.005), 0.3299999999, 0.335)
    assert not agree(Decimal(0.005), 0.3400000001, Fraction(67, 200))


@given(
    st.integers(-(10**7), 10**7),
    st.integers(1, 10**4),
    st.integers(1, 4),
    st.integers(0, 4),
)
def test_the_edge_of_a_tolerance_is_that_of_the_decimals(
    true: int, error: int, places: int, more: int
) -> None:
    """Whatever floats make of them: numbers and an error of so many places."""
    scale = 10 ** (places + more)
    form = Decimal(error / scale)
    assert agree(form, (true + error) / scale, true / scale)
    assert agree(form, (true - error) / scale, true / scale)
    assert not agree(form, (10 * (true + error) + 1) / (10 * scale), true / scale)
    assert not agree(form, (10 * (true - error) - 1) / (10 * scale), true / scale)


@pytest.mark.parametrize(
    ("found", "agrees"),
    [
        ([{"kernel": 3}, {"kernel": (1, 2)}], True),
        ([{"kernel": 3}, {"kernel": [1, 2]}], False),
        ([{"kernel": 3, "stride": 1}, {"kernel": (1, 2)}], False),
        ([{"kernel": 3}], False),
        (({"kernel": 3}, {"kernel": (1, 2)}), False),
        (None, False),
    ],
)
def test_plain_data_agree_if_they_are_the_same_in_every_part(found: Any, agrees: bool) -> None:
    assert agree(PlainData(), found, [{"kernel": 3}, {"kernel": (1, 2)}]) == agrees
