"""``grader replay``: one result marked again, beside what was written of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result

from grader.store.erasing import erase, number_of
from grader.store.store import Store
from tests.grader.cli.commands import grader
from tests.grader.course.courses import Course
from tests.grader.store.stores import ROSTER, TOML, asked, forced, path_of


@pytest.fixture
def course(marked: Course) -> Course:
    return marked


def replay(course: Course, *arguments: str | Path, status: int = 0) -> Result:
    result = grader("replay", *arguments, "--assignment", course.folder)
    assert result.exit_code == status, result.output
    return result


def field(course: Course, problem: str) -> str:
    rows = asked(course, "SELECT field FROM outcome WHERE run_id = 1 AND problem = ?", problem)
    return str(rows[0][0])


def test_all_fields_of_a_result_come_out_as_they_were(course: Course) -> None:
    said = replay(course, "ana").stdout.splitlines()
    assert said[0] == "result 1: ana/hw3.py"
    fields = said[1:-1]
    assert len(fields) == asked(course, "SELECT count(*) FROM outcome WHERE run_id = 1")[0][0]
    assert not [line for line in fields if "now" in line]
    assert said[-1].startswith("marked with python ")


def test_a_result_is_named_by_its_number_too(course: Course) -> None:
    assert replay(course, "1").stdout == replay(course, "ana").stdout
    assert replay(course, "2").stdout.startswith("result 2: bo/hw3.py")


def test_the_program_is_run_and_nothing_is_written(course: Course, run: list[str]) -> None:
    before = asked(course, "SELECT (SELECT count(*) FROM run), count(*) FROM batch")
    replay(course, "ana")
    assert run
    assert asked(course, "SELECT (SELECT count(*) FROM run), count(*) FROM batch") == before


def test_one_field_is_shown_with_all_that_is_known_of_it(course: Course) -> None:
    place = f"2.{field(course, '2')}"
    said = replay(course, "ana", place).stdout
    assert f"\n{place}\n  outcome: correct\n" in said
    for each in ("points: 5", "of: 5", "found: [", "read as: ["):
        assert f"\n  {each}" in said
    assert "\n  as it was\n" in said


def test_what_comes_out_otherwise_is_shown_beside_what_was_written(course: Course) -> None:
    course.write(TOML.replace("points = 10", "points = 20"))
    place = f"2.{field(course, '2')}"
    said = replay(course, "ana", place).stdout
    assert "  → now " in said
    assert "\n  not as it was\n" in said


def test_a_name_that_nearly_is_one_is_asked_for(course: Course) -> None:
    place = f"2.{field(course, '2')}"
    said = replay(course, "ana", f"{place}x", status=2).stderr
    assert f"the result has nothing called '{place}x'; is {place} meant? there are " in said


def test_a_batch_that_is_not_there_is_what_is_told(course: Course) -> None:
    said = replay(course, "ana", "--batch", "99", status=2).stderr
    assert "there is no batch 99 that came to its end; 'grader store log' lists them" in said


@pytest.mark.parametrize("unknown", ["cy", "eve", "77", "0", "9" * 30, "-1", "1.5", "²"])
def test_a_result_that_is_not_there_is_refused(course: Course, unknown: str) -> None:
    result = grader("replay", "--assignment", course.folder, "--", unknown)
    assert result.exit_code == 2
    assert f"there is no result {unknown!r}; " in result.stderr


def test_a_result_of_another_assignment_in_the_store_is_none_of_this_one(course: Course) -> None:
    forced(course, "UPDATE batch SET assignment = 'hw4'", "UPDATE person SET assignment = 'hw4'")
    said = replay(course, "1", status=2).stderr
    assert "nothing was marked for 'hw3' yet" in said


def test_a_result_of_an_earlier_batch_can_be_named(course: Course) -> None:
    course.hand_in("ana/hw3.py", course.solved("ana") + "\n# again\n")
    course.batch()
    assert replay(course, "ana").stdout.startswith("result 3: ")
    assert replay(course, "ana", "--batch", "1").stdout.startswith("result 1: ")


def test_a_sheet_that_is_not_there_as_it_was_is_refused(course: Course) -> None:
    grader("redraw", "ana", "1", "--reason", "why", "--assignment", course.folder)
    said = replay(course, "ana", status=2).stderr
    assert "ana/hw3.py answers a sheet of which a problem was drawn anew since then" in said
    course.enrol("\n".join(line for line in ROSTER.splitlines() if "Bo" not in line) + "\n")
    said = replay(course, "2", status=2).stderr
    assert "bo/hw3.py is that of 'bo', who is not in the roster" in said
    course.write(TOML.replace("revision = 1", "revision = 2"))
    said = replay(course, "2", status=2).stderr
    assert "answers a sheet of revision 1; a result of revision 2" in said


def test_of_whoever_was_erased_nothing_is_shown(course: Course) -> None:
    with Store(str(path_of(course))) as store:
        erase(store, number_of(store, "hw3", "ana"))
    for name in ("ana", "1"):
        assert "there is no result" in replay(course, name, status=2).stderr
