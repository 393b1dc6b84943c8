"""What was set by hand is kept line by line, and comes between points and lateness."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from grader.answers.outcome import Outcome
from grader.course.assignment import Assignment, Late, read_assignment
from grader.course.counting import MarkedFile, standings
from grader.course.finishing import finish
from grader.course.handed import Handed
from grader.course.lateness import Lateness, Timing
from grader.course.matching import Match
from grader.course.overrides import NAME, Override, OverrideError, add_override, read_overrides
from grader.course.record import PRIVATE, Sitting
from grader.course.roster import Student
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.render.statement import marks_of
from grader.report.wording import incidents_of, message_of
from grader.sheet.sheet import draw_sheet

SITTING = Sitting(1, "ana", 1)
FIRST = Override("ana", 1, 1, "1", "integers", Fraction(5, 3), "Printed badly")


@pytest.fixture(scope="module")
def assignment(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    folder = tmp_path_factory.mktemp("course")
    head = 'id = "hw"\nlanguages = ["en"]\ntitle.en = "Homework"\n'
    (folder / "assignment.toml").write_text(head + '[[problem]]\nfamily = "conv1d-code"\n')
    return read_assignment(folder)


def finished(
    assignment: Assignment, *overrides: Override, lateness: Lateness | None = None
) -> SheetResult:
    fields = (
        FieldResult("integers", Outcome.WRONG, 0, 3),
        FieldResult("decimals", Outcome.CORRECT, 1, 1),
    )
    problem = ProblemResult("1", "conv1d-code", "standard", fields)
    handed = Handed("ana/hw.py", Match("ana", SITTING), None, lateness)
    return finish(SheetResult("hw", "en", (problem,)), assignment, handed, overrides)


# -- the file --------------------------------------------------------------------------------------


def test_what_was_written_is_read_exactly_as_it_was(tmp_path: Path) -> None:
    other = replace_of(FIRST, student="bo", reason="Čšž “quoted” \\ done")
    add_override(tmp_path, FIRST)
    add_override(tmp_path, other)
    assert read_overrides(tmp_path) == (FIRST, other)
    assert (tmp_path / PRIVATE / NAME).stat().st_mode & 0o077 == 0


def replace_of(override: Override, **changes: object) -> Override:
    return override._replace(**changes)  # type: ignore[arg-type]


def test_the_last_one_for_a_place_counts_and_none_is_taken_away(tmp_path: Path) -> None:
    for points in (Fraction(1), Fraction(2), None, Fraction(3)):
        add_override(tmp_path, replace_of(FIRST, points=points))
    assert [one.points for one in read_overrides(tmp_path)] == [3]
    assert len((tmp_path / PRIVATE / NAME).read_text().splitlines()) == 4


@pytest.mark.parametrize("line", ["{}", "nothing", '{"student": 1}', "[1]", '{"points": "1/0"}'])
def test_a_line_that_is_none_of_ours_is_told_by_its_number(tmp_path: Path, line: str) -> None:
    add_override(tmp_path, FIRST)
    path = tmp_path / PRIVATE / NAME
    path.write_text(f"{path.read_text()}{line}\n")
    with pytest.raises(OverrideError, match="line 2: a record of the grader was expected"):
        read_overrides(tmp_path)


# -- what it does ----------------------------------------------------------------------------------


def test_a_check_has_the_points_that_were_set_and_says_why(assignment: Assignment) -> None:
    result = finished(assignment, FIRST)
    assert result.score == pytest.approx(1 + 5 / 3)
    (field, other) = result.problems[0].fields
    told = message_of(field, "conv1d-code", "en")
    assert told == "These points were set by a person: Printed badly"
    assert not message_of(other, "conv1d-code", "en")
    assert incidents_of(result) == [
        "The points of 1.integers were set by a person, 1.67: Printed badly"
    ]


def test_a_problem_as_a_whole_comes_before_its_checks(assignment: Assignment) -> None:
    whole = replace_of(FIRST, field="", points=Fraction(1, 2))
    assert finished(assignment, FIRST, whole).score == 0.5


@pytest.mark.parametrize(
    "change", [{"student": "bo"}, {"revision": 2}, {"attempt": 2}, {"problem": "2"}]
)
def test_what_was_set_of_another_sheet_changes_nothing(
    assignment: Assignment, change: dict[str, object]
) -> None:
    assert finished(assignment, replace_of(FIRST, **change)).score == 1


def test_lateness_takes_its_part_of_what_was_set(assignment: Assignment) -> None:
    late = Late(timedelta(days=1), share=Fraction(1, 10), floor=Fraction(1, 2))
    lateness = Lateness(Timing.LATE, 2, timedelta(hours=30), late)
    full = replace_of(FIRST, points=Fraction(3))
    result = finished(assignment, full, lateness=lateness)
    assert [result.score, result.deducted] == pytest.approx([3.2, 0.8])
    nothing = replace_of(FIRST, points=Fraction(0), field="")
    assert finished(assignment, nothing, lateness=lateness).score == 0


def test_the_table_tells_of_what_was_set_on_the_sheet_that_counts(assignment: Assignment) -> None:
    handed = Handed("ana/hw.py", Match("ana", SITTING))
    file = MarkedFile(handed, {"score": 1.0, "max_score": 4.0})
    other = replace_of(FIRST, attempt=2)
    (found,) = standings(assignment, [Student("Ana")], [file], [FIRST, other])
    assert found.notes == ("1.integers set by hand to 1.67: Printed badly",)
    (missing,) = standings(assignment, [Student("Ana")], [], [FIRST])
    told = "1.integers set by hand, which counts once something of theirs does"
    assert missing.notes == (told,)


@pytest.mark.parametrize("field", ["integers", ""])
def test_what_met_a_fault_of_ours_has_its_points_again_once_they_are_set(
    assignment: Assignment, field: str
) -> None:
    sheet = draw_sheet("3", ["conv1d-code"], "en")
    marks = marks_of(sheet.problems[0].variant)
    fields = tuple(
        FieldResult(name, Outcome.GRADER_FAULT, 0, 0)
        if name == "integers"
        else FieldResult(name, Outcome.CORRECT, mark, mark)
        for name, mark in marks.items()
    )
    result = SheetResult("hw", "en", (ProblemResult("1", "conv1d-code", "standard", fields),))
    handed = Handed("ana/hw.py", Match("ana", SITTING))
    before = finish(result, assignment, handed, (), sheet)
    assert before.max_score == sum(marks.values()) - marks["integers"]
    override = replace_of(FIRST, field=field, points=Fraction(2))
    after = finish(result, assignment, handed, (override,), sheet)
    assert after.max_score == sum(marks.values())
    assert after.score == (2 if not field else before.score + 2)
