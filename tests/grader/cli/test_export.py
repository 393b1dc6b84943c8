"""Marks of the last batch go to gradebooks and other systems, from the store."""

from __future__ import annotations

import base64
import csv
import json
from pathlib import Path

import pytest
from junitparser import JUnitXml

from grader.render.script import model, script
from grader.sheet.sheet import draw_sheet
from tests.grader.cli.commands import grader
from tests.grader.course.courses import Course, drawn_course, marked_here

CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Homework 3 (22),Final Score
    Points Possible,,,,,19,(read only)
"Anić, Ana",901,100,aanic,A,,90
"Bee, Bo",902,101,bbee,A,,90
"Dee, Cy",903,102,cdee,A,3,90
"Student, Test",999,,x,A,,
"""
MOODLE = """Identifier,Full name,ID number,Grade,Maximum grade,Changed,Feedback comments
Participant 51,Ana Anić,100,,19.00,-,
Participant 52,Bo Bee,101,,19.00,-,
"""
PRACTICE = script(draw_sheet("7", ["equivariance:easy"], "en"), model)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Ana has handed in right answers, Bo a practice sheet, and Cy nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("grader.cli.marking.mark_all", marked_here)
        course = drawn_course(tmp_path_factory.mktemp("export") / "hw3")
        course.hand_in("100/hw3.py", course.solved("100"))
        course.hand_in("101/hw3.py", PRACTICE)
        assert course.batch().exit_code == 1
    return course


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_gradebook_of_canvas_is_filled_in(course: Course, tmp_path: Path) -> None:
    (tmp_path / "canvas.csv").write_text(CANVAS, encoding="utf-8")
    out = tmp_path / "marks.csv"
    result = grader(
        "export", "canvas", course.folder, "--gradebook", tmp_path / "canvas.csv", "--out", out
    )
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{out}\n", "")
    assert [(row[2], row[5]) for row in rows(out)] == [
        *(("SIS User ID", "Homework 3 (22)"), ("", "19"), ("100", "19"), ("101", "0")),
        *(("102", "0"), ("", "")),
    ]


def test_a_gradebook_that_lacks_somebody_is_refused_and_nothing_is_written(
    course: Course, tmp_path: Path
) -> None:
    (tmp_path / "canvas.csv").write_text("".join(CANVAS.splitlines(keepends=True)[:3]))
    out = tmp_path / "marks.csv"
    command = ("export", "canvas", course.folder, "--gradebook", tmp_path / "canvas.csv")
    result = grader(*command, "--out", out)
    assert result.exit_code == 2
    assert "nothing is written" in result.stderr
    assert "101 is not in it" in result.stderr
    assert not out.exists()
    result = grader(*command, "--out", out, "--only-found", "--missing", "empty")
    assert (result.exit_code, result.stderr) == (0, "not written: 101 is not in it\n")
    assert rows(out)[-1][5] == "19"


def test_a_worksheet_of_moodle_is_filled_in(course: Course, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text(MOODLE, encoding="utf-8")
    out = tmp_path / "marks.csv"
    command = ("export", "moodle", course.folder, "--grading-worksheet", tmp_path / "sheet.csv")
    assert grader(*command, "--out", out).exit_code == 0
    assert [(row[3], row[6]) for row in rows(out)] == [
        *(("Grade", "Feedback comments"), ("19", "1: 9/9; 2: 10/10"), ("0", "")),
    ]


def test_a_table_for_moodle_needs_no_worksheet(course: Course, tmp_path: Path) -> None:
    out = tmp_path / "marks.csv"
    assert grader("export", "moodle", course.folder, "--out", out).exit_code == 0
    assert rows(out) == [["ID number", "Homework 3"], ["100", "19"], ["101", "0"], ["102", "0"]]
    result = grader("export", "moodle", course.folder, "--out", out, "--scale")
    assert result.exit_code == 2
    assert "go with --grading-worksheet" in result.stderr


def test_a_class_is_written_as_junit(course: Course, tmp_path: Path) -> None:
    out = tmp_path / "class.xml"
    assert grader("export", "junit", course.folder, "--out", out).exit_code == 0
    names = [suite.name for suite in JUnitXml.fromfile(str(out))]
    assert names == ["100: 1 equivariance", "100: 2 conv1d-hand", "101", "102"]


@pytest.mark.parametrize("name", ["assignment.toml", "roster.csv", "course.key"])
def test_what_makes_an_assignment_is_not_written_over(course: Course, name: str) -> None:
    path = course.folder / name
    before = path.read_bytes()
    result = grader("export", "junit", course.folder, "--out", path)
    assert result.exit_code == 2
    assert "would be overwritten" in result.stderr
    assert path.read_bytes() == before


def test_the_gradebook_itself_is_not_written_over(course: Course, tmp_path: Path) -> None:
    path = tmp_path / "canvas.csv"
    path.write_text(CANVAS, encoding="utf-8")
    result = grader("export", "canvas", course.folder, "--gradebook", path, "--out", path)
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (2, CANVAS)


def test_where_nothing_was_marked_this_is_said(tmp_path: Path) -> None:
    course = drawn_course(tmp_path / "hw3")
    result = grader("export", "junit", course.folder, "--out", tmp_path / "class.xml")
    assert result.exit_code == 2
    assert "there is no store yet; 'grader batch'" in " ".join(result.stderr.split())
    assert not (tmp_path / "class.xml").exists()


def test_a_folder_that_is_not_there_is_said(course: Course, tmp_path: Path) -> None:
    result = grader("export", "junit", course.folder, "--out", tmp_path / "no" / "class.xml")
    assert result.exit_code == 2
    assert "cannot be written (No such file or directory)" in result.stderr


def test_the_points_of_a_practice_sheet_go_to_github_classroom(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(PRACTICE, encoding="utf-8")
    printed = grader("check", tmp_path / "a.py", "--json").stdout
    (tmp_path / "result.json").write_text(printed, encoding="utf-8")
    result = grader("export", "classroom", tmp_path / "result.json")
    name, _, value = result.stdout.rstrip("\n").partition("=")
    told = json.loads(base64.b64decode(value))
    assert (name, told["status"], told["max_score"]) == ("result", "pass", 9)
    (tmp_path / "result.json").write_text("{}")
    assert grader("export", "classroom", tmp_path / "result.json").exit_code == 2


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--with-key",), "go with an assignment, and not with a sheet"),
        ((), "notes.py: "),
    ],
)
def test_no_autograder_is_made_of_what_is_no_sheet(
    tmp_path: Path, options: tuple[str, ...], why: str
) -> None:
    (tmp_path / "notes.py").write_text("x = 1\n")
    out = tmp_path / "autograder.zip"
    result = grader("export", "gradescope", tmp_path / "notes.py", "--out", out, *options)
    assert result.exit_code == 2
    assert why in result.stderr
    assert not out.exists()


def test_no_autograder_of_an_assignment_is_made_without_a_word_for_its_key(
    course: Course, tmp_path: Path
) -> None:
    out = tmp_path / "autograder.zip"
    result = grader("export", "gradescope", course.folder, "--out", out)
    assert result.exit_code == 2
    assert "say --with-key" in " ".join(result.stderr.split())
    result = grader(
        "export", "gradescope", course.folder, "--out", out, "--with-key", "--feedback-level=full"
    )
    assert result.exit_code == 2
    assert not out.exists()
