"""What counts of all that a student has handed in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from grader.course.assignment import Assignment, Counts, read_assignment
from grader.course.counting import UNKNOWN_TIME, MarkedFile, Standing, standings
from grader.course.handed import Handed
from grader.course.lateness import Lateness, Timing
from grader.course.matching import Match, Refusal
from grader.course.record import Sitting
from grader.course.roster import Student
from tests.grader.course.courses import BY_HAND, HEAD

ANA = Student("100", "Ana Anić")
EARLY, LATER = datetime(2026, 12, 1, 8, tzinfo=UTC), datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def assignment(folder: Path, counts: Counts = "last") -> Assignment:
    text = f'{HEAD}[handing-in]\nattempts = 3\ncounts = "{counts}"\n{BY_HAND}'
    (folder / "assignment.toml").write_text(text, encoding="utf-8")
    return read_assignment(folder)


def file(
    name: str, score: float | None, attempt: int = 1, when: datetime | None = None, **more: Any
) -> MarkedFile:
    match = Match("100", Sitting(1, "100", attempt))
    data = None if score is None else {"score": score}
    return MarkedFile(Handed(name, match, when), data, **more)


def standing(folder: Path, *files: MarkedFile, counts: Counts = "last") -> Standing:
    return standings(assignment(folder, counts), [ANA], files)[0]


def counted(folder: Path, *files: MarkedFile, counts: Counts = "last") -> str:
    found = standing(folder, *files, counts=counts)
    assert found.counted is not None
    return found.counted.handed.name


def test_the_only_file_counts_and_nothing_is_said_of_it(folder: Path) -> None:
    found = standing(folder, file("a.py", 3))
    assert (found.status, found.notes, found.others) == ("marked", (), ())


@pytest.mark.parametrize(
    ("counts", "name"), [("first", "one.py"), ("last", "three.py"), ("best", "two.py")]
)
def test_of_several_attempts_the_one_counts_that_is_set(
    folder: Path, counts: Counts, name: str
) -> None:
    files = [file("one.py", 5, 1), file("two.py", 9, 2), file("three.py", 2, 3)]
    assert counted(folder, *files, counts=counts) == name


@pytest.mark.parametrize(("counts", "name"), [("first", "early.py"), ("last", "later.py")])
def test_of_two_files_for_one_sheet_the_time_decides(
    folder: Path, counts: Counts, name: str
) -> None:
    files = [file("later.py", 1, when=LATER), file("early.py", 9, when=EARLY)]
    assert counted(folder, *files, counts=counts) == name


def test_where_a_time_is_not_known_the_best_of_one_sheet_counts_and_that_is_said(
    folder: Path,
) -> None:
    found = standing(folder, file("a.py", 1, when=LATER), file("b.py", 9))
    assert found.counted is not None
    assert found.counted.handed.name == "b.py"
    assert any("the best, since nobody knows which was handed in last" in n for n in found.notes)


def test_a_file_that_names_no_sheet_counts_if_there_is_nothing_else(folder: Path) -> None:
    module = file("helper.py", 0)
    module = MarkedFile(
        Handed("helper.py", Match("100", Sitting(1, "100", 1), by_path_alone=True)), module.data
    )
    assert counted(folder, module) == "helper.py"
    assert counted(folder, module, file("a.py", 0)) == "a.py"


def test_a_file_that_cannot_be_used_does_not_count_against_one_that_can(folder: Path) -> None:
    found = standing(folder, file("a.py", 4), file("b.py", None, 2, error="b.py: empty"))
    assert found.status == "marked"
    assert found.notes == ("b.py: b.py: empty",)


def test_nothing_handed_in_is_missing(folder: Path) -> None:
    assert standing(folder).status == "missing"


def test_what_cannot_be_used_at_all_is_told_so(folder: Path) -> None:
    assert standing(folder, file("a.py", None, error="a.py: empty")).status == "unusable"


def test_somebody_elses_sheet_is_refused(folder: Path) -> None:
    match = Match("100", None, Refusal("other-student", {"code": "X"}), "that of 101")
    found = standing(folder, MarkedFile(Handed("a.py", match)))
    assert (found.status, found.notes) == ("refused", ("a.py: that of 101",))


def test_a_fault_of_ours_is_told_before_all_else(folder: Path) -> None:
    found = standing(folder, file("a.py", None, error="a fault", is_our_fault=True))
    assert found.status == "grader-fault"
    assert standing(folder, file("a.py", 3, is_our_fault=True)).status == "grader-fault"


def test_a_time_that_nobody_knows_is_told(folder: Path) -> None:
    handed = Handed("a.py", Match("100", Sitting(1, "100", 1)), None, Lateness(Timing.UNKNOWN))
    found = standing(folder, MarkedFile(handed, {"score": 1}))
    assert found.notes == (f"a.py: {UNKNOWN_TIME}",)


def test_every_student_of_the_roster_has_a_place_in_its_order(folder: Path) -> None:
    students = [Student("b"), Student("100"), Student("a")]
    found = standings(assignment(folder), students, [file("a.py", 1)])
    assert [each.student.id for each in found] == ["b", "100", "a"]
    assert [each.status for each in found] == ["missing", "marked", "missing"]
