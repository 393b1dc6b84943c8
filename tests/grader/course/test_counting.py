"""Which file of a student counts, by the rule that is set, and why is told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from grader.course.assignment import COUNTS, Assignment, Counts, read_assignment
from grader.course.counting import MarkedFile, Standing, standings
from grader.course.handed import Handed
from grader.course.lateness import Lateness, Timing
from grader.course.matching import Match, Refusal
from grader.course.record import Sitting
from grader.course.roster import Student
from tests.grader.course.courses import DEADLINE, HEAD

ANA = Student("Ana", "Ana Anić")
PROBLEM = '[[problem]]\nfamily = "conv1d-hand"\n'


@pytest.fixture
def assignment(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    return assignment_of(tmp_path_factory, "last")


def assignment_of(factory: pytest.TempPathFactory, counts: Counts) -> Assignment:
    folder = factory.mktemp("counting")
    head = DEADLINE.replace("attempts = 2", f'attempts = 3\ncounts = "{counts}"')
    (folder / "assignment.toml").write_text(HEAD + head + PROBLEM, encoding="utf-8")
    return read_assignment(folder)


def file(
    name: str,
    score: float,
    attempt: int = 1,
    hour: int | None = None,
    *,
    by_path_alone: bool = False,
) -> MarkedFile:
    sitting = Sitting(1, "ana", attempt)
    when = None if hour is None else datetime(2026, 12, 1, hour, tzinfo=UTC)
    match = Match("ana", sitting, by_path_alone=by_path_alone)
    return MarkedFile(Handed(name, match, when, Lateness(Timing.ON_TIME)), {"score": score})


def standing(assignment: Assignment, *files: MarkedFile) -> Standing:
    (found,) = standings(assignment, [ANA], files)
    return found


def counted(assignment: Assignment, *files: MarkedFile) -> str:
    found = standing(assignment, *files).counted
    assert found is not None
    return found.handed.name


@pytest.mark.parametrize("counts", COUNTS)
def test_the_first_the_last_or_the_best_attempt_counts(
    tmp_path_factory: pytest.TempPathFactory, counts: Counts
) -> None:
    found = counted(
        assignment_of(tmp_path_factory, counts),
        file("best", 9, attempt=2),
        file("last", 1, attempt=3),
        file("first", 5, attempt=1),
    )
    assert found == counts


def test_of_two_files_of_one_sheet_the_later_one_counts(assignment: Assignment) -> None:
    assert counted(assignment, file("a", 1, hour=11), file("b", 9, hour=10)) == "a"
    assert counted(assignment, file("a", 1, hour=9), file("b", 9, hour=10)) == "b"


@pytest.mark.parametrize(("one", "other"), [(None, None), (None, 10), (10, None), (10, 10)])
def test_where_nobody_can_tell_which_is_the_later_one_the_better_counts(
    assignment: Assignment, one: int | None, other: int | None
) -> None:
    found = standing(assignment, file("a", 1, hour=one), file("b", 9, hour=other))
    assert found.counted is not None
    assert found.counted.handed.name == "b"
    assert "b counts (the best, since nobody knows which was handed in last)" in found.notes[-1]


def test_a_file_that_names_its_sheet_comes_before_one_that_does_not(assignment: Assignment) -> None:
    module = file("module", 0, attempt=3, by_path_alone=True)
    assert counted(assignment, file("sheet", 5), module) == "sheet"
    assert counted(assignment, module) == "module"


def test_what_is_not_marked_does_not_count(assignment: Assignment) -> None:
    refused = MarkedFile(Handed("r", Match("ana", None, Refusal("practice"), "a practice sheet")))
    broken = MarkedFile(Handed("b", Match("ana", Sitting(1, "ana", 2))), error="b: no archive")
    assert counted(assignment, refused, file("sheet", 0), broken) == "sheet"
    assert standing(assignment, refused).status == "refused"
    assert standing(assignment, broken).status == "unusable"
    assert standing(assignment, broken).notes == ("b: b: no archive",)
    assert standing(assignment).status == "missing"


def test_a_fault_of_the_grader_is_not_called_a_fault_of_the_student(assignment: Assignment) -> None:
    fault = MarkedFile(Handed("f", Match("ana", Sitting(1, "ana", 1))), None, "a fault", True)
    assert standing(assignment, fault).status == "grader-fault"


def test_the_files_of_nobody_in_the_roster_are_nobodys(assignment: Assignment) -> None:
    other = MarkedFile(Handed("x", Match("bo", Sitting(1, "bo", 1))), {"score": 9})
    assert standing(assignment, other).status == "missing"
