"""What was drawn and what was set by hand is taken in once, whatever else is there."""

from __future__ import annotations

from fractions import Fraction

import pytest

from grader.course.overrides import Override, every_override
from grader.store.persons import numbers_of
from grader.store.store import Store
from grader.store.taking_in import take_in_overrides, take_in_variants
from tests.grader.cli.commands import grader
from tests.grader.course.courses import Course
from tests.grader.store.stores import asked


@pytest.fixture
def persons(course: Course, store: Store) -> dict[str, int]:
    return numbers_of(store, "hw3", [course.student(each) for each in ("ana", "bo", "cy")])


def test_what_was_drawn_is_taken_in_with_all_its_parameters(course: Course, store: Store) -> None:
    rows = asked(
        course,
        "SELECT student, problem, family, level FROM variant JOIN person ON person.id = person_id "
        "ORDER BY student, problem",
    )
    assert rows == [
        (student, problem, family, "easy")
        for student in ("ana", "bo", "cy")
        for problem, family in (("1", "equivariance"), ("2", "conv1d-hand"))
    ]
    assert asked(course, "SELECT count(*) FROM variant WHERE parameters = '{}'") == [(0,)]


def test_what_is_there_is_not_taken_in_again(
    course: Course, store: Store, persons: dict[str, int]
) -> None:
    assert take_in_variants(store, course.record, persons) == 0


def test_a_problem_that_is_drawn_anew_and_a_second_attempt_are_taken_in_beside(
    course: Course, store: Store, persons: dict[str, int]
) -> None:
    grader("redraw", "bo", "1", "--reason", "why", "--assignment", course.folder)
    assert course.generate("--attempt", "2", "--student", "ana").exit_code == 0
    assert take_in_variants(store, course.record, persons) == 3
    assert take_in_variants(store, course.record, persons) == 0
    assert asked(
        course,
        "SELECT student, attempt, problem, draw FROM variant JOIN person ON person.id = person_id "
        "WHERE attempt = 2 OR draw > (SELECT min(draw) FROM variant) ORDER BY student, problem",
    ) == [("ana", 2, "1", 0), ("ana", 2, "2", 0), ("bo", 1, "1", 1)]


def test_of_whoever_is_not_in_the_roster_nothing_is_taken_in(
    course: Course, store: Store, persons: dict[str, int]
) -> None:
    one = Override("eve", 1, 1, "1", "", Fraction(1), "why")
    assert take_in_overrides(store, [one], persons) == 0


def test_overrides_are_taken_in_line_by_line_with_those_that_are_taken_back(
    course: Course, store: Store, persons: dict[str, int]
) -> None:
    for arguments in (
        ("ana", "1", "--marks", "1.5", "--reason", "čudno"),
        ("bo", "2", "--marks", "2", "--reason", "two"),
        ("ana", "1", "--withdraw", "--reason", "three"),
    ):
        done = grader("override", *arguments, "--assignment", course.folder)
        assert done.exit_code == 0, done.output
        take_in_overrides(store, every_override(course.folder), persons)
    assert take_in_overrides(store, every_override(course.folder), persons) == 0
    assert asked(
        course,
        "SELECT line, student, problem, points, reason FROM override "
        "JOIN person ON person.id = person_id JOIN override_reason ON override.id = override_id "
        "ORDER BY line",
    ) == [
        (1, "ana", "1", "3/2", "čudno"),
        (2, "bo", "2", "2", "two"),
        (3, "ana", "1", None, "three"),
    ]
