"""From the marks of a file to what its student gets."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from grader.answers.outcome import Outcome
from grader.course.assignment import Assignment, Late, read_assignment
from grader.course.finishing import finish
from grader.course.handed import Handed
from grader.course.lateness import Lateness, Timing
from grader.course.matching import Match
from grader.course.overrides import Override
from grader.course.record import Sitting
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.report.wording import incidents_of
from tests.grader.course.courses import HEAD

SITTING = Sitting(1, "100", 1)
DAYS = Late(timedelta(days=1), share=Fraction(1, 10), floor=Fraction(1, 2))
ON_TIME = Lateness(Timing.ON_TIME)
TWO_DAYS = Lateness(Timing.LATE, 2, timedelta(hours=30), DAYS)


@pytest.fixture
def assignment(tmp_path: Path) -> Assignment:
    problem = '[[problem]]\nfamily = "equivariance"\nlevel = "easy"\npoints = 10\n'
    (tmp_path / "assignment.toml").write_text(HEAD + problem, encoding="utf-8")
    return read_assignment(tmp_path)


def result() -> SheetResult:
    """Three of four marks."""
    fields = (
        FieldResult("y", Outcome.CORRECT, 3, 3),
        FieldResult("z", Outcome.WRONG, 0, 1),
    )
    return SheetResult("hw3, X", "en", (ProblemResult("1", "equivariance", "easy", fields),))


def finished(
    assignment: Assignment, lateness: Lateness = ON_TIME, *overrides: Override
) -> SheetResult:
    handed = Handed("hw3.py", Match("100", SITTING), None, lateness)
    return finish(result(), assignment, handed, overrides)


def override(field: str, points: int, student: str = "100", attempt: int = 1) -> Override:
    return Override(student, 1, attempt, "1", field, Fraction(points), "a misprint")


def test_marks_become_the_points_of_the_assignment(assignment: Assignment) -> None:
    found = finished(assignment)
    assert (found.score, found.max_score, found.deducted) == (7.5, 10, 0)


def test_what_is_late_costs_its_share_and_that_is_said(assignment: Assignment) -> None:
    found = finished(assignment, TWO_DAYS)
    assert (found.score, found.deducted) == (5.5, 2)
    assert incidents_of(found) == [
        "Handed in after the deadline (started days: 2), which costs 2 points."
    ]


def test_what_is_too_late_earns_nothing_and_that_is_said(assignment: Assignment) -> None:
    found = finished(assignment, Lateness(Timing.TOO_LATE, late=DAYS))
    assert found.score == 0
    assert incidents_of(found) == ["Handed in too late to earn points."]


def test_a_person_sets_the_points_of_a_blank_with_the_reason(assignment: Assignment) -> None:
    found = finished(assignment, ON_TIME, override("z", 2))
    assert found.score == 9.5
    (told,) = incidents_of(found)
    assert "a misprint" in told


def test_a_person_sets_the_points_of_a_whole_problem(assignment: Assignment) -> None:
    found = finished(assignment, ON_TIME, override("", 9))
    assert (found.problems[0].set_by_hand, found.score) == (9, 9)


def test_lateness_is_taken_from_what_a_person_has_set(assignment: Assignment) -> None:
    assert finished(assignment, TWO_DAYS, override("", 10)).score == 8


@pytest.mark.parametrize("other", [override("z", 2, student="101"), override("z", 2, attempt=2)])
def test_what_was_set_of_another_sheet_changes_nothing(
    assignment: Assignment, other: Override
) -> None:
    assert finished(assignment, ON_TIME, other) == finished(assignment)
