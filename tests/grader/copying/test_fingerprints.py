"""Winnowing, and the pairs that come of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grader.copying.fingerprints import (
    LENGTH,
    MOST_SHARED,
    WINDOW,
    candidates,
    fingerprints,
)

TOKENS = st.lists(st.sampled_from("abcdefgh"), max_size=30)


@given(TOKENS, TOKENS, TOKENS, TOKENS, st.integers(0, 7))
def test_a_long_passage_in_common_is_a_number_in_common(
    before: list[str], after: list[str], other: list[str], last: list[str], turn: int
) -> None:
    """That is what winnowing guarantees, by its first theorem."""
    shared = [f"t{(turn + place) % 11}" for place in range(LENGTH + WINDOW - 1)]
    first = fingerprints([*before, *shared, *after])
    assert first & fingerprints([*other, *shared, *last])


@given(TOKENS)
def test_no_number_stands_for_less_than_a_passage(tokens: list[str]) -> None:
    assert bool(fingerprints(tokens)) == (len(tokens) >= LENGTH)


def test_pairs_are_those_with_rare_numbers_in_common() -> None:
    programs = [frozenset({1, 2, 3, 4}), frozenset({2, 3, 4, 9}), frozenset({4, 7, 8})]
    assert list(candidates(programs)) == [(0, 1, 3)]


def test_what_very_many_have_makes_no_pairs() -> None:
    programs = [frozenset({1, 2, 3, 100 + number}) for number in range(MOST_SHARED + 1)]
    assert list(candidates(programs)) == []
    assert len(list(candidates(programs[:MOST_SHARED]))) == MOST_SHARED * (MOST_SHARED - 1) // 2


def test_the_work_grows_with_the_programs_and_not_with_their_pairs() -> None:
    """Of 4,000 programs in groups of three, of which one passage is everybody's."""
    programs = [
        frozenset({0, *(3 * (number // 3) + n + 1 for n in range(3))}) for number in range(4000)
    ]
    found = list(candidates(programs))
    assert len(found) == 3 * (4000 // 3)
