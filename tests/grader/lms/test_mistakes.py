"""Wrong numbers get intervals of their own: none meets another, and none what counts as right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grader.lms.mistakes import disjoint
from grader.lms.places import ONE, decimal, in_places
from grader.lms.question import Interval

NUMBERS = st.integers(-50 * ONE, 50 * ONE)
FOUND = st.dictionaries(NUMBERS, st.just(("slip",)), max_size=8)
CLOSE = st.dictionaries(st.integers(0, ONE // 20), st.just(("slip",)), max_size=8)


@given(NUMBERS, FOUND | CLOSE, st.integers(0, ONE // 50))
def test_no_interval_meets_another_or_a_right_one(
    right: int, found: dict[int, tuple[str, ...]], tolerance: int
) -> None:
    counts = Interval(right, tolerance)
    made = [interval for interval, _ in disjoint([counts], found, tolerance)]
    every = [counts, *made]
    assert not any(a.meets(b) for place, a in enumerate(every) for b in every[:place])


@given(NUMBERS, FOUND | CLOSE, st.integers(0, ONE // 50))
def test_every_wrong_number_that_is_not_next_to_the_right_one_is_in_an_interval(
    right: int, found: dict[int, tuple[str, ...]], tolerance: int
) -> None:
    made = [one for one, _ in disjoint([Interval(right, tolerance)], found, tolerance)]
    for value in found:
        is_near = abs(value - right) <= tolerance + tolerance // 10
        assert is_near != any(one.low <= value <= one.high for one in made)


def test_numbers_next_to_each_other_share_an_interval_and_what_is_said() -> None:
    found = {in_places(2): ("a",), in_places(2) + 10: ("b", "a"), in_places(3): ("c",)}
    made = disjoint([Interval(0, ONE // 200)], found, ONE // 200)
    assert [keys for _, keys in made] == [("a", "b"), ("c",)]


def test_whole_numbers_are_told_apart_exactly() -> None:
    found = {in_places(n): (f"slip-{n}",) for n in (4, 6)}
    assert disjoint([Interval(in_places(5))], found, 0) == [
        (Interval(in_places(4)), ("slip-4",)),
        (Interval(in_places(6)), ("slip-6",)),
    ]


@given(st.fractions(max_denominator=10**6))
def test_a_number_to_twelve_places_is_written_as_it_is(value: object) -> None:
    from fractions import Fraction

    assert abs(Fraction(decimal(in_places(value))) - Fraction(str(value))) <= Fraction(1, 2 * ONE)
