"""``grader redraw`` draws one problem of one student anew, and writes down why."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result

from tests.grader.cli.commands import grader
from tests.grader.course.courses import (
    BY_HAND,
    HEAD,
    Course,
    drawn_course,
    files_below,
    secrets_of,
    told_in,
)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return drawn_course(tmp_path / "course")


def redraw(course: Course, student: str, problem: str, reason: str, *more: str) -> Result:
    return grader(
        "redraw", student, problem, "--reason", reason, "--assignment", course.folder, *more
    )


def test_one_problem_of_one_student_is_another_one_and_all_else_stays(course: Course) -> None:
    before, code = files_below(course.sheets), course.code("101")
    was = course.record.problems(course.sitting("101"))

    result = redraw(course, "101", "2", "a figure  is\nbroken")

    now = course.record.problems(course.sitting("101"))
    assert result.exit_code == 0
    assert now[0] == was[0]
    assert now[1].variant_digest != was[1].variant_digest
    assert course.code("101") != code
    assert course.generate("--force").exit_code == 0
    after = files_below(course.sheets)
    assert {name for name in after if after[name] != before[name]} == {
        f"101/hw3.{ending}" for ending in ("py", "ipynb", "md")
    }


def test_the_reason_is_kept_and_stands_in_the_table(course: Course) -> None:
    redraw(course, "101", "2", "a figure  is\nbroken")
    assert '"reason":"a figure is broken"' in course.variants.read_text(encoding="utf-8")
    table = (course.folder / "private" / "sheets.csv").read_text(encoding="utf-8")
    assert f"101,Bo Bee,1,1,{course.code('101')}," in table
    assert "2: a figure is broken" in table


def test_it_is_said_how_the_sheet_is_handed_out_again_and_no_secret(course: Course) -> None:
    result = redraw(course, "101", "2", "a reason")
    assert "--student 101 --out ... --force" in result.stdout
    assert told_in([result.output], secrets_of(course)) == []


def test_it_may_be_drawn_anew_again(course: Course) -> None:
    codes = {course.code("101")}
    for number in range(2):
        assert redraw(course, "101", "1", f"reason {number}").exit_code == 0
        codes.add(course.code("101"))
    assert len(codes) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("999", "1", "why"), "there is no student '999' in the roster"),
        (("101", "7", "why"), "there is no problem '7' in the assignment; there are 1, 2"),
        (("101", "1", "  "), "--reason: a text of 1 to 200 characters was expected"),
        (("101", "1", "x" * 201), "--reason: a text of 1 to 200 characters was expected"),
        (("101", "1", "why", "--attempt", "2"), "101 has no sheet of attempt 2 yet"),
    ],
)
def test_what_cannot_be_drawn_anew_is_refused_and_nothing_changes(
    course: Course, arguments: tuple[str, str, str], said: str
) -> None:
    before = course.variants.read_bytes()
    result = redraw(course, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert course.variants.read_bytes() == before


def test_what_is_the_same_for_all_cannot_be_drawn_anew(tmp_path: Path) -> None:
    problem = '[[problem]]\nfamily = "conv2d-backprop"\nexample = "lecture"\n'
    course = drawn_course(tmp_path / "course", HEAD + problem)
    result = redraw(course, "101", "1", "why")
    assert result.exit_code == 2
    assert "problem 1 is the same for all, so that nothing can be drawn anew" in result.stderr


def test_a_changed_assignment_is_not_slipped_into_an_old_sheet(course: Course) -> None:
    course.write(HEAD + BY_HAND.replace("equivariance", "conv1d-compare"))
    before = course.variants.read_bytes()
    result = redraw(course, "101", "1", "why")
    assert result.exit_code == 2
    assert "write revision = 2" in result.stderr
    assert course.variants.read_bytes() == before
