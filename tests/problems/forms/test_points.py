"""Formulas are compared at points that tell them apart, the same each time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given

from problems.forms.points import MOST_BITS_OF_A_COORDINATE, Point, are_equal, points
from problems.formula import Formula, variable
from tests.problems.test_formula import RECIPES, formula_of

n, k, s, p = map(variable, ("n", "k", "s", "p"))
NAMES = ("n", "k", "s", "p")

DIFFERENT: Sequence[Formula] = [
    (n - k) // s + 1,
    (n - k) // s,
    (n - k) / s + 1,
    -((k - n) // s) + 1,
    (n - k + 1) // s,
    (n - k + 1) // s + 1,
    (n - k - 1) // s + 1,
    (n + p - k) // s + 1,
    (n + 2 * p - k) // s + 1,
    (n + 2 * p - k) // s,
    n // s - k // s + 1,
    (n - 2 * (k - 1) - 1) // s + 1,
    n // s,
    -(-n // s),
    (n - 1) // s,
    n * k - s + 1,
    n * k - s,
    n * (k - s + 1),
    n * k * s,
    n * k + s,
    n**2 * k,
    n * k**2,
]
"""Formulas and the mistakes in them that people make, no two with one meaning."""

SAME: Sequence[tuple[Formula, Formula]] = [
    ((n - k) // s + 1, (n - k + s) // s),
    (-(-n // s), (n + s - 1) // s),
    ((n + k) ** 2, n**2 + 2 * n * k + k**2),
    (n * (k - s + 1), n * k - n * s + n),
    (n // s // k, n // (s * k)),
    ((n - k) * s / (n - k), s),
]


def test_no_two_different_formulas_are_taken_for_one() -> None:
    at = points(NAMES)
    told = [(str(a), str(b)) for a, b in combinations(DIFFERENT, 2) if are_equal(a, b, at)]
    assert told == []


@pytest.mark.parametrize(("one", "other"), SAME, ids=lambda formula: str(formula))
def test_what_is_put_in_another_way_is_equal(one: Formula, other: Formula) -> None:
    assert are_equal(one, other, points(NAMES))
    assert not are_equal(one, other + 1, points(NAMES))


def test_coordinates_that_are_all_large_would_not_do() -> None:
    """The mutant: points at which no divisor leaves a remainder."""
    even: Sequence[Point] = [dict.fromkeys(NAMES, 2 * i) for i in range(1, 65)]
    assert are_equal((n - k) // s, (n - k) / s, even)


def test_the_points_are_the_same_in_every_process() -> None:
    source = "from problems.forms.points import points; print(points(('n', 'k')))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", source],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert runs == {f"{points(('n', 'k'))}\n"}


def test_coordinates_are_positive_and_no_larger_than_the_reader_counts_on() -> None:
    found = [value for point in points(NAMES) for value in point.values()]
    assert 1 <= min(found) <= max(found) < 2**MOST_BITS_OF_A_COORDINATE
    assert len({tuple(point.values()) for point in points(NAMES)}) == len(points(NAMES))


def test_a_condition_on_the_variables_holds_at_every_point() -> None:
    at = points(("n", "k", "g"), lambda n, g: n % g == 0)
    assert all(point["n"] % point["g"] == 0 for point in at)
    g = variable("g")
    assert are_equal(n // g * k, n * k / g, at)
    assert not are_equal(n // g * k, n * k / g, points(("n", "k", "g")))


def test_a_condition_that_hardly_ever_holds_is_refused() -> None:
    with pytest.raises(ValueError, match=r"64 points are needed .* in n, k, but the condition"):
        points(("n", "k"), lambda n, k: n == 1000 * k)


def test_without_variables_there_is_one_point() -> None:
    assert points(()) == ({},)
    assert are_equal(6, Formula(n.value({"n": 6})), points(()))


def test_points_where_nothing_can_be_said_do_not_make_formulas_equal() -> None:
    assert not are_equal(n, n / (k - k), points(NAMES))
    assert not are_equal(n / (k - k), n / (k - k), points(NAMES))


@pytest.mark.parametrize("other", [None, "n", 1.5, [n]])
def test_what_is_no_formula_equals_none(other: Any) -> None:
    assert not are_equal(n, other, points(NAMES))
    assert not are_equal(other, other, points(NAMES))


@given(RECIPES)
def test_a_formula_equals_itself_and_not_itself_plus_one(recipe: Any) -> None:
    made = formula_of(recipe)
    if made is None:
        return
    at = points(("n", "k", "s"))
    defined = are_equal(made, made, at)
    assert are_equal(made + 1 - 1, made, at) is defined
    assert not are_equal(made + 1, made, at)
