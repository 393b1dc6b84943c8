"""A small course on disk, with sheets that were drawn, and files that answer them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from grader.cli.cases import course_in
from grader.course.case import case_of
from grader.course.key import new_key
from grader.render.script import model, script
from grader.sheet.sheet import Sheet
from tests.grader.cli.commands import grader

ASSIGNMENT = """\
id = "hw3"
revision = 1
languages = ["en", "hr"]

[title]
en = "Homework 3"
hr = "Domaća zadaća 3"

[handing-in]
deadline = 2026-12-15T23:59:00
zone = "Europe/Zagreb"
attempts = 2

[late]
per = "day"
costs = "10%"

[feedback]
level = "hints"

[[problem]]
family = "cnn-table"
level = "easy"
points = 10

[[problem]]
family = "conv1d-code"
level = "easy"
points = 15
"""
ROSTER = "student,name,language\n100,Ana Anić,hr\n101,Bo Bee,\n102,Cy Dee,\n"
BLANK = "conv1_shape"
"""The first blank of the first problem, on which others rest."""


def drawn_course(folder: Path) -> Path:
    """The folder of an assignment whose sheets were drawn."""
    home = folder / "hw3"
    home.mkdir()
    (home / "assignment.toml").write_text(ASSIGNMENT, encoding="utf-8")
    (home / "roster.csv").write_text(ROSTER, encoding="utf-8")
    new_key(home / "course.key")
    result = grader("generate", home, "--out", home / "sheets", "--format", "py", "--jobs", "1")
    assert result.exit_code == 0, result.output
    return home


def sheet_of(home: Path, student: str, attempt: int | None = None) -> Sheet:
    """The sheet that was drawn for a student."""
    course = course_in(home)
    who = next(each for each in course.students if each.id == student)
    return case_of(course, who, attempt).set_sheet.sheet()


def answered(home: Path, student: str, file: Path, **answers: str) -> Path:
    """A file with the first sheet of a student solved, but for some answers."""
    return answered_at(1, home, student, file, answers)


_NONE: Mapping[str, str] = {}


def answered_at(
    attempt: int, home: Path, student: str, file: Path, answers: Mapping[str, str] = _NONE
) -> Path:
    """The same for the sheet of an attempt."""
    text = script(sheet_of(home, student, attempt), model)
    for name, answer in answers.items():
        text, number = re.subn(rf"^{name} = .*$", f"{name} = {answer}", text, flags=re.MULTILINE)
        assert number == 1, name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
