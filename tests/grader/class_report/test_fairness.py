"""Marks by what was drawn: the test, its correction, and which parameters are looked at."""

from __future__ import annotations

import random
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.class_report.fairness import (
    Comparison,
    Parameters,
    compared,
    corrected,
    holm,
    kruskal_wallis,
    ranks_of,
)


def test_equal_marks_share_their_ranks() -> None:
    assert ranks_of(np.array([3.0, 1.0, 3.0, 2.0])).tolist() == [3.5, 1.0, 3.5, 2.0]


def test_the_statistic_by_hand() -> None:
    """Ranks 1 2 3, 4 5 6 and 7 8 9: 12 / 90 * (36 + 225 + 576) / 3 - 30 is 7.2."""
    groups = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2])
    assert kruskal_wallis(np.arange(1.0, 10), groups) == pytest.approx(7.2)


def test_the_statistic_with_ties_by_hand() -> None:
    """Marks 1 1 | 1 2: ranks 2 2 | 2 4, H without ties 0.6, the correction 1 - 24 / 60."""
    ranks = ranks_of(np.array([1.0, 1.0, 1.0, 2.0]))
    assert kruskal_wallis(ranks, np.array([0, 0, 1, 1])) == pytest.approx(1.0)


def test_holm_by_hand() -> None:
    assert holm([0.01, 0.02, 0.03, 0.04]) == pytest.approx([0.04, 0.06, 0.06, 0.06])
    assert holm([0.5, 0.9]) == [1.0, 1.0]


@given(st.lists(st.floats(0, 1), max_size=12))
def test_holm_refuses_what_its_steps_refuse(chances: list[float]) -> None:
    """By the definition: go up until a chance is above its part of the level, and stop."""
    in_order = sorted(chances)
    refused = 0
    while refused < len(in_order) and in_order[refused] * (len(in_order) - refused) < 0.05:
        refused += 1
    assert sum(each < 0.05 for each in holm(in_order)) == refused


def with_values(marks: dict[str, list[float]]) -> Parameters:
    found = Parameters()
    for value, several in marks.items():
        for share in several:
            found.add(share, {"stride": int(value)})
    return found


def test_the_chance_is_that_of_all_orders() -> None:
    first, second = [0.1, 0.3, 0.2, 0.5, 0.6], [0.4, 0.8, 0.9, 0.55]
    (found,) = compared({"1": with_values({"1": first, "2": [*second, 0.7]})}, seed=0)
    every = np.array([*first, *second, 0.7])
    ranks = ranks_of(every)
    size = len(first)
    sums = [
        sum(ranks[list(chosen)])
        for chosen in {tuple(sorted(each)) for each in permutations(range(10), size)}
    ]
    middle = size * 11 / 2
    exact = np.mean([abs(s - middle) >= abs(ranks[:size].sum() - middle) - 1e-9 for s in sums])
    assert found.chance == pytest.approx(exact, rel=0.4)


def test_an_unfair_value_is_flagged_and_how_far_it_lies_apart_is_told() -> None:
    chance = random.Random(4)
    parameters = Parameters()
    for _ in range(200):
        stride, padding = chance.choice((1, 2)), chance.choice((0, 1))
        share = min(1.0, chance.random() * 0.6 + (0.3 if stride == 1 else 0.0))
        parameters.add(share, {"stride": stride, "layers": [{"padding": padding}]})
    found = compared({"2": parameters}, seed=0)
    assert [each.parameter for each in found if each.is_unequal] == ["stride"]
    assert {each.parameter for each in found} == {"stride", "layers[1].padding"}
    assert found[0].spread == pytest.approx(0.3, abs=0.08)
    assert [group.value for group in found[0].groups] == ["1", "2"]
    assert sum(group.number for group in found[0].groups) == 200
    assert 0.1 < found[0].effect < 0.6


def test_equal_variants_are_seldom_flagged() -> None:
    chance = random.Random(7)
    flagged = 0
    for seed in range(60):
        parameters = Parameters()
        for _ in range(40):
            drawn = {name: chance.randrange(3) for name in ("a", "b", "c", "d")}
            parameters.add(chance.choice((0.0, 0.5, 1.0)), drawn)
        flagged += any(each.is_unequal for each in compared({"1": parameters}, seed))
    assert flagged <= 8  # 3 are to be expected of 60 classes; 9 or more come once in 300 times


def test_the_same_class_gives_the_same_numbers() -> None:
    parameters = with_values({"1": [0.1, 0.2, 0.5, 0.4, 0.9], "2": [0.3, 0.8, 0.7, 0.6, 1.0]})
    assert compared({"1": parameters}, seed=3) == compared({"1": parameters}, seed=3)


def test_what_has_many_values_or_few_students_is_left_out() -> None:
    parameters = Parameters()
    for number in range(40):
        drawn = {"x": [number, 1], "kernel": 3, "rare": number == 7, "pad": number % 2}
        parameters.add(number / 40, drawn)
    assert [each.parameter for each in compared({"1": parameters}, seed=0)] == ["pad"]


def test_parameters_that_go_together_are_one() -> None:
    parameters = Parameters()
    for number in range(20):
        parameters.add(number / 20, {"stride": number % 2 + 1, "padding": 1 - number % 2})
    (found,) = compared({"1": parameters}, seed=0)
    assert found.parameter == "padding, stride"


def test_a_parameter_that_comes_up_late_is_absent_before() -> None:
    parameters = Parameters()
    for number in range(20):
        parameters.add(number / 20, {"layers": [{"k": 3}] if number < 10 else [{"k": 3}, {"k": 5}]})
    (found,) = compared({"1": parameters}, seed=0)
    assert [group.number for group in found.groups] == [10, 10]
    assert found.is_unequal


def test_equal_marks_are_compared_with_nothing() -> None:
    assert compared({"1": with_values({"1": [1.0] * 9, "2": [1.0] * 9})}, seed=0) == []


def test_comparisons_are_corrected_in_their_order() -> None:
    several = [Comparison("1", name, (), 0.0, chance) for name, chance in [("b", 0.5), ("a", 0.01)]]
    found = corrected(several)
    assert [(each.parameter, each.corrected) for each in found] == [("a", 0.02), ("b", 0.5)]
