"""What each blank or check is worth."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from grader.course.set_problem import SetProblem
from grader.course.worth import worth_of
from grader.grading.style_costs import StyleCost

MARKS = {"conv1_rf": 1, "conv1_params": 3, "fc1_params": 4}


def test_without_points_each_field_is_worth_its_marks_by_its_weight() -> None:
    problem = SetProblem("1", "cnn-table", weights=(("fc*", Fraction(0)), ("*_rf", Fraction(2))))
    assert worth_of(problem, MARKS) == {"conv1_rf": 2, "conv1_params": 3, "fc1_params": 0}


def test_points_are_shared_out_by_the_weighted_marks() -> None:
    problem = SetProblem("1", "cnn-table", points=Fraction(10), weights=(("fc*", Fraction(1, 4)),))
    assert worth_of(problem, MARKS) == {"conv1_rf": 2, "conv1_params": 6, "fc1_params": 2}


def test_what_is_set_for_style_is_in_points_already() -> None:
    costs = (StyleCost("one-loop", 1.0),)
    problem = SetProblem("1", "conv1d-code", points=Fraction(5), style_costs=costs)
    worth = worth_of(problem, {"integers": 3, "decimals": 1, "one-loop": 2})
    assert worth == {"integers": 3, "decimals": 1, "one-loop": 1}


def test_a_breach_that_costs_all_leaves_the_marks_of_its_rule() -> None:
    costs = (StyleCost("own-code", None),)
    problem = SetProblem("1", "conv1d-code", style_costs=costs)
    assert worth_of(problem, {"integers": 3, "own-code": 1}) == {"integers": 3, "own-code": 1}


@given(
    st.dictionaries(st.text("abc", min_size=1, max_size=3), st.integers(1, 9), min_size=1),
    st.fractions(0, 100, max_denominator=100),
)
def test_all_together_is_worth_the_points(marks: dict[str, int], points: Fraction) -> None:
    problem = SetProblem("1", "cnn-table", points=points)
    assert sum(worth_of(problem, marks).values()) == points


def test_where_nothing_weighs_anything_there_are_no_points() -> None:
    problem = SetProblem("1", "cnn-table", points=Fraction(10), weights=(("*", Fraction(0)),))
    assert set(worth_of(problem, MARKS).values()) == {0}
