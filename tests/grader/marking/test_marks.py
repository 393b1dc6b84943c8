"""Marks are exact where they are reckoned with, and have two decimals where they are shown."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.marking.marks import exact, rounded, total, written

parts = st.builds(Fraction, st.integers(0, 900), st.integers(1, 900))


def test_three_thirds_are_one_and_ten_tenths_too() -> None:
    assert total([1 / 3] * 3) == 1
    assert total([0.1] * 10) == 1
    assert total([7.5 / 11] * 11) == 7.5
    assert total([]) == 0


@given(st.lists(parts, max_size=30))
def test_a_sum_is_that_of_the_numbers_that_were_meant(marks: list[Fraction]) -> None:
    assert abs(Fraction(total(map(float, marks))) - sum(marks)) < Fraction(1, 10**8)


@given(parts)
def test_a_part_of_a_mark_is_known_again(mark: Fraction) -> None:
    assert exact(float(mark)) == mark
    assert exact(float(10 * mark)) == 10 * mark


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        (0.0, "0"),
        (10.0, "10"),
        (100, "100"),
        (2.5, "2.5"),
        (8 / 3, "2.67"),
        (0.125, "0.13"),
        (2.675, "2.68"),
        (1.005, "1.01"),
        (2.6749999, "2.67"),
        (Fraction(1, 200), "0.01"),
        (9.999, "10"),
        (4.999999999999999, "5"),
    ],
)
def test_a_mark_is_shown_with_two_decimals_and_halves_are_rounded_up(
    mark: float | Fraction, shown: str
) -> None:
    assert written(mark) == shown
    assert float(rounded(mark)) == float(shown)
