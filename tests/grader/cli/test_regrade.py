"""``grader regrade``: who moves when work is marked again, why, and when that counts."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import Result

from grader.answers.outcome import Outcome
from grader.course import finishing
from grader.course.overrides import Override, add_override
from grader.grading import batch as grading
from grader.marking.result import FieldResult, SheetResult
from grader.store.store import Store
from grader.store.verifying import verified
from tests.grader.cli.commands import grader
from tests.grader.course.courses import Course
from tests.grader.store.stores import ROSTER, TOML, asked, path_of

FULL, EMPTY = "19", "0"


@pytest.fixture
def course(marked: Course) -> Course:
    return marked


def regrade(course: Course, *more: str | Path, status: int = 0) -> Result:
    finishing._assignment.cache_clear()
    result = grader("regrade", course.folder, "--jobs=1", *more)
    assert result.exit_code == status, result.output
    return result


def counted(course: Course) -> list[tuple[str, float]]:
    """What each student has by the last batch that ended."""
    return asked(
        course,
        "SELECT student, score FROM mark JOIN person ON person.id = person_id "
        "WHERE batch_id = (SELECT max(batch_id) FROM batch_end) ORDER BY place",
    )


def plant(monkeypatch: pytest.MonkeyPatch, *places: str, points: float = 0.0) -> None:
    """Another version of the grader, by which these fields are worth so much."""

    def marked(result: SheetResult, _: object) -> SheetResult:
        problems = (
            replace(problem, fields=tuple(field_of(problem.key, each) for each in problem.fields))
            for problem in result.problems
        )
        return replace(result, problems=tuple(problems))

    def field_of(key: str, field: FieldResult) -> FieldResult:
        place = f"{key}.{field.name}"
        if place not in places or field.outcome is not Outcome.CORRECT:
            return field
        return replace(field, outcome=Outcome.WRONG, score=points)

    monkeypatch.setattr(grading, "with_style_costs", marked)
    for module in ("work", "keeping"):
        monkeypatch.setattr(f"grader.store.{module}.edition", lambda: "another")


def fields(course: Course, problem: str) -> list[str]:
    """The fields of a problem that ana has right, by their names."""
    rows = asked(
        course,
        "SELECT field FROM outcome WHERE run_id = 1 AND problem = ? AND outcome = 'correct'",
        problem,
    )
    return [name for (name,) in rows]


# -- nothing changes -------------------------------------------------------------------------------


def test_where_nothing_is_marked_otherwise_nobody_moves_and_nothing_is_run(
    course: Course, run: list[str]
) -> None:
    result = regrade(course)
    assert result.stdout == "nobody moves: 3 students have the marks that they had\n"
    assert run == []


def test_by_another_version_the_answers_that_are_kept_are_marked_and_nothing_is_run(
    course: Course, run: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    result = regrade(course)
    assert "nobody moves" in result.stdout
    assert "2 of 2 files were marked by what their programs had answered before" in result.stderr
    assert run == []


def test_programs_are_run_where_it_is_asked_for_or_what_runs_them_has_changed(
    course: Course, run: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "nobody moves" in regrade(course, "--rerun").stdout
    once = len(run)
    assert once > 0
    monkeypatch.setattr("grader.store.work.edition", lambda: "another")
    monkeypatch.setattr("grader.store.work.edition_of_sandbox", lambda: "another")
    result = regrade(course)
    assert "had answered before" not in result.stderr
    assert len(run) == 2 * once


# -- a rule that changes ---------------------------------------------------------------------------


def test_who_moves_by_how_much_and_why_is_shown(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = fields(course, "2")[0]
    plant(monkeypatch, f"2.{name}")
    result = regrade(course)
    row = next(line for line in result.stdout.splitlines() if line.startswith("ana"))
    assert FULL in row
    assert f"2.{name} correct → wrong (" in " ".join(result.stdout.split())
    assert "bo" not in result.stdout.split("\n")[2]
    assert "0 up, 1 down, 0 with the same marks" in result.stdout
    assert f"2.{name}: 1" in result.stdout
    assert "no mark has changed; --apply has these count" in result.stderr


@pytest.mark.parametrize("option", [(), ("--dry-run",)])
def test_without_apply_no_mark_changes(
    course: Course, monkeypatch: pytest.MonkeyPatch, option: tuple[str, ...]
) -> None:
    before = counted(course)
    plant(monkeypatch, *(f"2.{name}" for name in fields(course, "2")))
    regrade(course, *option)
    assert counted(course) == before == [("ana", 19.0), ("bo", 0.0), ("cy", 0.0)]
    assert asked(course, "SELECT count(*) FROM batch_end") == [(1,)]


def test_with_apply_the_new_marks_count_and_the_old_ones_stay(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = asked(course, "SELECT * FROM mark")
    plant(monkeypatch, *(f"2.{name}" for name in fields(course, "2")))
    feedback = course.folder.parent / "feedback"
    result = regrade(course, "--apply", "--feedback", feedback)
    assert "1 student has new marks" in result.stderr
    assert counted(course) == [("ana", 9.0), ("bo", 0.0), ("cy", 0.0)]
    assert asked(course, "SELECT * FROM mark")[: len(marks)] == marks
    assert "9 / 19" in (feedback / "ana" / "feedback.txt").read_text(encoding="utf-8").replace(
        "9/19", "9 / 19"
    )
    with Store(str(path_of(course))) as store:
        assert verified(store).faults == ()
    assert "nobody moves" in regrade(course).stdout
    assert course.rows()["ana"]["score"] == "9"


def test_what_is_written_as_json_says_all_of_it(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = fields(course, "1")[0]
    plant(monkeypatch, f"1.{name}")
    out = course.folder / "moves.json"
    regrade(course, "--json", out)
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["left_out"] == []
    (move,) = told["moves"]
    assert (move["student"], move["before"]) == ("ana", 19)
    assert move["after"] < 19
    (change,) = move["changes"]
    assert (change["problem"], change["field"]) == ("1", name)
    assert change["outcome"] == ["correct", "wrong"]


def test_with_a_problem_or_field_only_those_move_of_whom_nothing_else_changes(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = fields(course, "1")[0], fields(course, "2")[0]
    plant(monkeypatch, f"1.{one}", f"2.{two}")
    for asked_for in (("--problem", "2"), ("--only", two), ("--problem", "1", "--only", one)):
        result = regrade(course, *asked_for, "--apply")
        assert "nobody moves" in result.stdout
        assert "left as they are, since more than" in result.stderr
        assert ": ana; without --problem and --only they are shown" in result.stderr
        assert counted(course)[0] == ("ana", 19.0)
    plant(monkeypatch, f"2.{two}")
    monkeypatch.setattr("grader.store.work.edition", lambda: "a third")
    assert "nobody moves" in regrade(course, "--problem", "1").stdout
    result = regrade(course, "--problem", "2", "--only", two, "--apply")
    assert "left as they are" not in result.stderr
    assert counted(course)[0][1] < 19


# -- what is set changes ---------------------------------------------------------------------------


def test_an_override_moves_its_student_and_runs_nothing(course: Course, run: list[str]) -> None:
    add_override(course.folder, Override("bo", 1, 1, "2", "", Fraction(15, 2), "a fair try"))
    result = regrade(course, "--apply")
    assert "problem 2 set by hand to 7.5" in " ".join(result.stdout.split())
    assert counted(course) == [("ana", 19.0), ("bo", 7.5), ("cy", 0.0)]
    assert run == []


def test_lateness_moves_whoever_it_concerns_and_runs_nothing(
    course: Course, run: list[str]
) -> None:
    table = course.folder / "times.csv"
    table.write_text("student,time\nana,2026-12-16 12:00\n", encoding="utf-8")
    assert course.rows("--times", table)["ana"]["score"] == "17.1"
    run.clear()
    course.write(TOML.replace('costs = "10%"', 'costs = "50%"'))
    result = regrade(course, "--apply")
    assert "for being late −1.9 → −9.5" in " ".join(result.stdout.split())
    assert counted(course)[0] == ("ana", 9.5)
    assert run == []


def test_points_of_an_assignment_move_all_and_run_nothing(course: Course, run: list[str]) -> None:
    course.write(TOML.replace("points = 10", "points = 20"))
    result = regrade(course, "--apply")
    assert "19/19  29/29  +10" in result.stdout
    assert "1 up, 0 down, 1 with the same marks" in result.stdout  # 0, but of more
    assert counted(course)[0] == ("ana", 29.0)
    assert run == []


def test_a_sheet_that_was_drawn_anew_is_left_as_it_is(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    redrawn = grader("redraw", "ana", "1", "--reason", "why", "--assignment", course.folder)
    assert redrawn.exit_code == 0
    plant(monkeypatch, *(f"2.{name}" for name in fields(course, "2")))
    result = regrade(course, "--apply")
    assert (
        "left as they are, since the sheet was drawn anew since then: ana/hw3.py" in result.stderr
    )
    assert counted(course)[0] == ("ana", 19.0)


def test_work_of_another_revision_is_left_as_it_is(
    course: Course, monkeypatch: pytest.MonkeyPatch, run: list[str]
) -> None:
    plant(monkeypatch, *(f"2.{name}" for name in fields(course, "2")))
    course.write(TOML.replace("revision = 1", "revision = 2"))
    assert course.generate("--force").exit_code == 0
    assert "nobody moves" in regrade(course, "--apply").stdout
    assert counted(course)[0] == ("ana", 19.0)
    assert run == []


def test_whoever_has_left_the_roster_is_left_out_and_named(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.enrol("\n".join(line for line in ROSTER.splitlines() if "Ana" not in line) + "\n")
    plant(monkeypatch, *(f"2.{name}" for name in fields(course, "2")))
    result = regrade(course)
    assert "since the student is in the roster no more: ana/hw3.py" in result.stderr


# -- what is refused -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--dry-run", "--apply"), "--dry-run or --apply was expected, one of the two"),
        (("--feedback", "feedback"), "--feedback goes with --apply"),
        (("--problem", "7"), "there is no problem '7' in the assignment; there are 1, 2"),
        (("--store", "nowhere.sqlite"), "there is no store yet"),
        (("--store", "ftp://x"), "the address of a store was expected"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    course: Course, options: tuple[str, ...], said: str, run: list[str]
) -> None:
    result = regrade(course, *options, status=2)
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) <= 2
    assert run == []


def test_before_anything_was_marked_there_is_nothing_to_mark_again(course: Course) -> None:
    other = course.folder / "other.sqlite"
    with Store(str(other)):
        pass
    result = regrade(course, "--store", other, status=2)
    assert (
        "nothing was marked for 'hw3' yet, or not to the end; 'grader batch' marks" in result.stderr
    )


def test_while_another_command_marks_it_is_refused(course: Course) -> None:
    with Store(str(path_of(course))) as store:
        store.lock("hw3")
        assert "is in use: another command marks" in regrade(course, status=2).stderr


def test_a_field_that_is_nowhere_is_refused_and_one_is_known_by_its_place(course: Course) -> None:
    name, other = next(iter(fields(course, "2"))), next(iter(fields(course, "1")))
    for unknown in ("nonsense", f"2.{other}"):
        result = grader("regrade", course.folder, "--only", unknown)
        assert result.exit_code == 2
        assert "--only: nothing is called " in result.stderr
    assert "nobody moves" in regrade(course, "--only", f"2.{name}").stdout
