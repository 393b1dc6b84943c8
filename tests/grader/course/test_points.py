"""The marks of a result become those that the assignment gives, exactly."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.answers.outcome import Outcome
from grader.course.assignment import Assignment, read_assignment
from grader.course.points import with_points
from grader.course.set_problem import SetProblem
from grader.grading.style_costs import StyleCost
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import Remark
from grader.report.feedback import Feedback, Level, as_told
from grader.report.wording import message_of
from problems.sentences import LANGUAGES

HEAD = 'id = "hw"\nlanguages = ["en"]\ntitle.en = "Homework"\n'


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    folder = tmp_path_factory.mktemp("plain")
    (folder / "assignment.toml").write_text(HEAD + '[[problem]]\nfamily = "conv1d-code"\n')
    return read_assignment(folder)


def field(name: str, score: float, of: float, outcome: Outcome | None = None) -> FieldResult:
    told = Outcome.CORRECT if score == of else Outcome.WRONG
    return FieldResult(name, outcome or told, score, of, is_style=name.startswith("style"))


def sheet(*fields: FieldResult, key: str = "1") -> SheetResult:
    problem = ProblemResult(key, "conv1d-code", "standard", fields)
    return SheetResult("hw", "en", (problem,))


def set_as(
    plain: Assignment, follow_through: Fraction = Fraction(1), **given: object
) -> Assignment:
    problem = SetProblem("1", "conv1d-code", **given)  # type: ignore[arg-type]
    return replace(plain, problems=(problem,), follow_through=follow_through)


def marks(result: SheetResult) -> dict[str, tuple[float, float]]:
    return {one.name: (one.score, one.max_score) for one in result.problems[0].fields}


FOLLOWS = replace(
    field("b", 2, 2, Outcome.FOLLOW_THROUGH), remarks=(Remark("follow-through"), Remark("wrong"))
)


# -- one thing after the other ---------------------------------------------------------------------


def test_without_a_word_on_marks_nothing_changes(plain: Assignment) -> None:
    result = sheet(field("a", 1, 1), field("b", 0, 2), field("style", 1, 1))
    assert with_points(result, plain) == result


def test_marks_are_scaled_to_the_points(plain: Assignment) -> None:
    result = sheet(field("a", 1, 1), field("b", 0, 2), field("c", 1.5, 3))
    told = with_points(result, set_as(plain, points=Fraction(15)))
    assert marks(told) == {"a": (2.5, 2.5), "b": (0, 5), "c": (3.75, 7.5)}
    assert (told.score, told.max_score) == (6.25, 15)


def test_weights_change_the_total_where_no_points_are_given(plain: Assignment) -> None:
    result = sheet(field("a1", 1, 1), field("a2", 0, 2), field("b", 3, 3))
    weights = (("a*", Fraction(2)), ("a2", Fraction(1, 2)))
    told = with_points(result, set_as(plain, weights=weights))
    assert marks(told) == {"a1": (2, 2), "a2": (0, 1), "b": (3, 3)}


def test_weights_come_before_points(plain: Assignment) -> None:
    result = sheet(field("a", 1, 1), field("b", 0, 2), field("c", 3, 3))
    weights = (("a", Fraction(4)), ("c", Fraction(0)))
    told = with_points(result, set_as(plain, weights=weights, points=Fraction(12)))
    assert marks(told) == {"a": (8, 8), "b": (0, 4), "c": (0, 0)}


def test_a_weight_of_nothing_takes_a_field_out_right_or_wrong(plain: Assignment) -> None:
    given = set_as(plain, weights=(("b", Fraction(0)),), points=Fraction(10))
    for earned in (0, 1, 2):
        told = with_points(sheet(field("a", 1, 2), field("b", earned, 2)), given)
        assert (told.score, told.max_score) == (5, 10)


def test_what_has_no_marks_is_told_as_it_is_even_where_marks_alone_are_told(
    plain: Assignment,
) -> None:
    given = set_as(plain, weights=(("[ab]", Fraction(0)),))
    result = sheet(field("a", 0, 1), field("b", 1, 1), field("c", 1, 1))
    told = as_told(with_points(result, given), Feedback(Level.SCORE))
    outcomes = [one.outcome for one in told.problems[0].fields]
    assert outcomes == [Outcome.WRONG, Outcome.CORRECT, Outcome.CORRECT]


def test_what_follows_from_earlier_slips_earns_its_share_and_that_is_said(
    plain: Assignment,
) -> None:
    result = sheet(field("a", 0, 2), FOLLOWS)
    told = with_points(result, set_as(plain, Fraction(3, 4), points=Fraction(10)))
    assert marks(told) == {"a": (0, 5), "b": (3.75, 5)}
    carried = told.problems[0].fields[1]
    assert carried.outcome is Outcome.FOLLOW_THROUGH
    assert [remark.key for remark in carried.remarks] == ["follow-through-part", "wrong"]
    for language in LANGUAGES:
        assert "75%" in message_of(carried, "conv1d-code", language)
    assert with_points(result, set_as(plain)) == result


def test_a_mistake_that_is_made_again_stays_free(plain: Assignment) -> None:
    again = replace(field("b", 2, 2, Outcome.FOLLOW_THROUGH), remarks=(Remark("rounded-again"),))
    slip = field("c", 2, 2, Outcome.SLIP)
    told = with_points(sheet(again, slip), set_as(plain, Fraction(0)))
    assert marks(told) == {"b": (2, 2), "c": (2, 2)}


def test_style_costs_are_in_points_and_the_rest_comes_to_what_is_left(plain: Assignment) -> None:
    costs = (StyleCost("style-a", 2.5, "conv1d-code"),)
    given = set_as(plain, style_costs=costs, points=Fraction(10))
    kept = sheet(field("a", 2, 4), field("style-a", 1, 1), field("style-b", 1, 1))
    assert marks(with_points(kept, given)) == {
        "a": (3, 6),
        "style-a": (2.5, 2.5),
        "style-b": (1.5, 1.5),
    }
    broken = sheet(field("a", 4, 4), field("style-a", 0, 1), field("style-b", 1, 1))
    told = with_points(broken, given)
    assert (told.score, told.max_score) == (7.5, 10)


def test_a_style_that_costs_nothing_leaves_all_points_to_the_rest(plain: Assignment) -> None:
    costs = (StyleCost("*", 0.0, "conv1d-code"),)
    result = sheet(field("a", 4, 4), field("style", 0, 1))
    told = with_points(result, set_as(plain, style_costs=costs, points=Fraction(10)))
    assert marks(told) == {"a": (10, 10), "style": (0, 0)}


def test_a_breach_that_costs_all_costs_all_points(plain: Assignment) -> None:
    costs = (StyleCost("style", None, "conv1d-code"),)
    breach = replace(field("style", 0, 1, Outcome.SLIP), slips=("ready-made",))
    told = with_points(
        sheet(field("a", 4, 4), breach), set_as(plain, style_costs=costs, points=Fraction(10))
    )
    assert (told.score, told.max_score) == (0, 10)


def test_a_breach_that_costs_all_leaves_its_rule_among_the_weighted_marks(
    plain: Assignment,
) -> None:
    costs = (StyleCost("style", None, "conv1d-code"),)
    given = set_as(plain, style_costs=costs, points=Fraction(10))
    told = with_points(sheet(field("a", 4, 4), field("style", 1, 1)), given)
    assert marks(told) == {"a": (8, 8), "style": (2, 2)}


def test_costs_hold_for_their_own_problem_alone(plain: Assignment) -> None:
    costs = (StyleCost("style", 5.0, "conv1d-code"),)
    one, two = (
        SetProblem("1", "conv1d-code", style_costs=costs),
        SetProblem("2", "conv1d-code"),
    )
    fields = (field("a", 4, 4), field("style", 1, 1))
    both = tuple(ProblemResult(key, "conv1d-code", "standard", fields) for key in "12")
    told = with_points(SheetResult("hw", "en", both), replace(plain, problems=(one, two)))
    assert [problem.max_score for problem in told.problems] == [9, 5]


# -- faults of ours --------------------------------------------------------------------------------

FAULT = FieldResult("f", Outcome.GRADER_FAULT, 0, 0)


def test_a_problem_that_could_not_be_marked_is_taken_out_of_the_points(plain: Assignment) -> None:
    one, two = (
        SetProblem(key, "conv1d-code", points=Fraction(points))
        for key, points in (("1", 10), ("2", 20))
    )
    problems = (
        ProblemResult("1", "conv1d-code", "standard", (FAULT, replace(FAULT, name="g"))),
        ProblemResult("2", "conv1d-code", "standard", (field("a", 3, 4),)),
    )
    told = with_points(SheetResult("hw", "en", problems), replace(plain, problems=(one, two)))
    assert (told.score, told.max_score) == (15, 20)
    assert told.has_grader_fault


def test_the_rest_of_a_problem_that_was_marked_in_part_comes_to_all_points(
    plain: Assignment,
) -> None:
    told = with_points(sheet(FAULT, field("a", 3, 4)), set_as(plain, points=Fraction(10)))
    assert marks(told) == {"f": (0, 0), "a": (7.5, 10)}
    assert told.problems[0].fields[0].outcome is Outcome.GRADER_FAULT


def test_a_problem_that_is_not_of_the_assignment_is_refused(plain: Assignment) -> None:
    with pytest.raises(
        ValueError, match="problem 2 of hw was expected, but a result of conv1d-code"
    ):
        with_points(sheet(field("a", 1, 1), key="2"), plain)
    other = replace(plain, problems=(SetProblem("1", "cnn-table"),))
    with pytest.raises(
        ValueError, match="problem 1 of hw was expected, but a result of conv1d-code"
    ):
        with_points(sheet(field("a", 1, 1)), other)


# -- properties ------------------------------------------------------------------------------------

points = st.integers(1, 10_000).map(lambda hundredths: Fraction(hundredths, 100))
weights = st.fractions(0, 3, max_denominator=10)
fields = st.lists(
    st.tuples(st.integers(1, 7), st.integers(0, 12), st.integers(1, 12), weights),
    min_size=1,
    max_size=40,
).filter(lambda all_fields: any(weight for *_, weight in all_fields))
"""The marks of a field, its right cells of all, and its weight."""


@given(fields, points)
def test_marks_come_to_what_they_are_as_fractions(
    plain: Assignment, drawn: list[tuple[int, int, int, Fraction]], given_points: Fraction
) -> None:
    made = [
        field(f"q{n}", of * min(right, cells) / cells, of)
        for n, (of, right, cells, _) in enumerate(drawn)
    ]
    given_weights = tuple((f"q{n}", weight) for n, (*_, weight) in enumerate(drawn))
    told = with_points(sheet(*made), set_as(plain, weights=given_weights, points=given_points))
    whole = sum(of * weight for of, _, _, weight in drawn)
    earned = sum(
        of * weight * Fraction(min(right, cells), cells) for of, right, cells, weight in drawn
    )
    assert told.max_score == float(given_points)
    assert abs(told.score - float(given_points * earned / whole)) < 1e-8
    for one, (_, right, cells, weight) in zip(told.problems[0].fields, drawn, strict=True):
        assert (one.score == one.max_score) == (right >= cells or not weight)
        assert (one.score == 0) == (not right or not weight)
    if earned == whole:
        assert told.score == told.max_score
    if not earned:
        assert told.score == 0


@given(fields, points)
def test_full_marks_stay_full_and_none_stay_none(
    plain: Assignment, drawn: list[tuple[int, int, int, Fraction]], given_points: Fraction
) -> None:
    given_weights = tuple((f"q{n}", weight) for n, (*_, weight) in enumerate(drawn))
    given_all = set_as(plain, weights=given_weights, points=given_points)
    full = with_points(sheet(*(field(f"q{n}", d[0], d[0]) for n, d in enumerate(drawn))), given_all)
    assert full.score == full.max_score == float(given_points)
    none = with_points(sheet(*(field(f"q{n}", 0, d[0]) for n, d in enumerate(drawn))), given_all)
    assert (none.score, none.max_score) == (0, float(given_points))
