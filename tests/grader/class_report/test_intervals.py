"""Intervals and correlations from sums, against published and independent values."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.class_report.intervals import Pairs, Z, fisher, wilson


@pytest.mark.parametrize(
    ("right", "number", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share_is_that_of_newcombes_table(
    right: int, number: int, low: float, high: float
) -> None:
    """Newcombe 1998, "Two-sided confidence intervals for the single proportion", method 3."""
    assert wilson(right / number, number) == pytest.approx((low, high), abs=5e-5)


@given(st.floats(0, 1), st.integers(1, 10_000))
def test_the_ends_are_the_shares_that_a_score_test_just_does_not_refuse(
    mean: float, number: int
) -> None:
    found = wilson(mean, number)
    assert 0 <= found.low <= mean + 1e-9
    assert mean - 1e-9 <= found.high <= 1
    for end in found:
        if 1e-9 < end < 1 - 1e-9:
            away = abs(mean - end) / math.sqrt(end * (1 - end) / number)
            assert away == pytest.approx(Z, rel=1e-6)


def test_a_share_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one student was expected"):
        wilson(0.5, 0)


def test_the_interval_of_a_correlation_by_hand() -> None:
    """0.5 of 28: z is 0.5493, half the width 1.96 / 5."""
    assert fisher(0.5, 28) == pytest.approx((0.1560, 0.7360), abs=5e-4)


@pytest.mark.parametrize(("correlation", "number"), [(0.5, 3), (1.0, 50), (-1.0, 50)])
def test_a_line_and_three_students_have_no_interval(correlation: float, number: int) -> None:
    assert fisher(correlation, number) is None


def test_a_correlation_by_hand() -> None:
    pairs = Pairs()
    for first, second in [(1, 2), (2, 1), (3, 4), (4, 3)]:
        pairs.add(first, second)
    assert pairs.correlation == pytest.approx(0.6)
    assert (pairs.mean, pairs.mean_of_second) == (2.5, 2.5)


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(0, 9)), min_size=4, max_size=40))
def test_sums_give_the_correlation_of_numpy_however_large_the_numbers(
    values: list[tuple[int, int]],
) -> None:
    pairs = Pairs()
    for first, second in values:
        pairs.add(first + 1e6, second / 9)
    first, second = np.array(values, dtype=np.float64).T
    if first.std() == 0 or second.std() == 0:
        assert pairs.correlation is None
    else:
        expected = np.corrcoef(first, second)[0, 1]
        assert pairs.correlation == pytest.approx(expected, abs=1e-6)


def test_three_pairs_have_no_correlation() -> None:
    pairs = Pairs()
    for number in range(3):
        pairs.add(number, number)
    assert pairs.correlation is None
