"""A grading worksheet of Moodle comes back with marks in it; and a table for its gradebook."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.course.assignment import Assignment
from grader.exports.gradebook import Filled, GradebookError
from grader.exports.moodle import filled_in_moodle, moodle_table
from tests.grader.exports.classes import (
    assignment_in,
    faulty,
    file_of,
    marked,
    missing,
    partly_faulty,
    student,
    unusable,
)

HEAD = [
    *("Identifier", "Full name", "ID number", "Email address", "Status", "Grade", "Maximum grade"),
    *("Grade can be changed", "Last modified (submission)", "Online text"),
    *("Last modified (grade)", "Feedback comments"),
]
REST = ["Yes", "Tuesday, 15 December 2026, 11:58 PM", "=SUM(1)\nme", "-", ""]
ANA = ["Participant 51", "Ana Anić", "100", "ana@example.org", "Submitted", "", "9.00", *REST]
BO = ["Participant 52", "Bo Bee", "", "bo@example.org", "No submission", "", "9.00", *REST]
CY = ["Participant 53", "Cy Dee", "", "", "Submitted", "3.00", "9.00", *REST[:4], "<p>Good!</p>"]
RUSSIAN = [
    *("Идентификатор", "Полное имя", "Индивидуальный номер", "Почта", "Состояние", "Оценка"),
    *("Максимальная оценка", "Оценка может быть изменена", "Изменено", "Ответ в виде текста"),
    *("Последнее изменение (оценка)", "Отзыв в виде комментария"),
]
PLAIN: dict[str, Any] = {"score": 7, "max_score": 9, "deducted": 0, "problems": []}
CLASS = (
    marked(student("100", "Ana Anić"), 7.255),
    missing(student("101", email="Bo@example.org")),
    replace(
        marked(student("102")),
        counted=file_of("102", "Cy Dee_53_assignsubmission_file_/a.py", {**PLAIN, "score": 8}),
    ),
)


@pytest.fixture(scope="module")
def assignment(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    return assignment_in(tmp_path_factory.mktemp("moodle"))


def written(folder: Path, *rows: Sequence[str], head: Sequence[str] = HEAD) -> Path:
    text = io.StringIO()
    csv.writer(text).writerows([head, *rows])
    path = folder / "worksheet.csv"
    path.write_bytes(("\ufeff" + text.getvalue()).encode())
    return path


def read(filled: Filled) -> list[list[str]]:
    text = "".join(filled.text).removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_marks_and_comments_are_filled_in_and_nothing_else(
    assignment: Assignment, tmp_path: Path
) -> None:
    filled = filled_in_moodle(assignment, CLASS, written(tmp_path, ANA, BO, CY))
    head, ana, bo, cy = read(filled)
    assert head == HEAD
    assert ana == [*ANA[:5], "7.26", *ANA[6:-1], "1: 2.67/6; 2: 0/3"]
    assert bo == [*BO[:5], "0", *BO[6:]]
    assert cy == [*CY[:5], "8", *CY[6:]]
    assert filled.told == ()


def test_the_names_of_columns_may_be_in_another_language(
    assignment: Assignment, tmp_path: Path
) -> None:
    path = written(tmp_path, ANA, BO, CY, head=RUSSIAN)
    assert [row[5] for row in read(filled_in_moodle(assignment, CLASS, path))[1:]] == [
        *("7.26", "0", "8"),
    ]
    odd = ["Tunniste", *RUSSIAN[1:5], "Arvosana", *RUSSIAN[6:]]
    path = written(tmp_path, ANA, BO, CY, head=odd)
    with pytest.raises(GradebookError, match=r"say with --column what it is called.*Tunniste"):
        filled_in_moodle(assignment, CLASS, path)
    assert read(filled_in_moodle(assignment, CLASS, path, column="arvosana"))[1][5] == "7.26"


def test_who_is_hidden_is_known_by_the_number_in_the_path(
    assignment: Assignment, tmp_path: Path
) -> None:
    head = [HEAD[0], *HEAD[4:]]
    rows = [[row[0], *row[4:]] for row in (ANA, CY)]
    with pytest.raises(GradebookError, match="100 is not in it"):
        filled_in_moodle(assignment, CLASS, written(tmp_path, *rows, head=head))
    path = written(tmp_path, *rows, head=head)
    assert read(filled_in_moodle(assignment, CLASS[2:], path))[2][2] == "8"


def test_a_fault_of_ours_leaves_everything_of_its_row(
    assignment: Assignment, tmp_path: Path
) -> None:
    standings = [partly_faulty(student("100")), faulty(student("101", email="bo@example.org"))]
    filled = filled_in_moodle(assignment, standings, written(tmp_path, ANA, BO))
    assert read(filled)[1:] == [ANA, BO]
    assert "written for: 100, 101; mark them again" in filled.told[0]


def test_what_being_late_has_cost_is_told_in_the_language_of_the_student(
    assignment: Assignment, tmp_path: Path
) -> None:
    who = replace(student("100"), languages=("hr",))
    problems = [{"key": "1", "score": 2.5, "max_score": 6}]
    late = replace(
        marked(who), counted=file_of("100", data={**PLAIN, "deducted": 1.5, "problems": problems})
    )
    comment = read(filled_in_moodle(assignment, [late], written(tmp_path, ANA)))[1][-1]
    assert comment == "1: 2.5/6; kašnjenje: −1.5"


def test_what_moodle_would_pass_over_is_refused(assignment: Assignment, tmp_path: Path) -> None:
    less = [*ANA[:6], "8,00", *ANA[7:]]
    with pytest.raises(GradebookError, match=r"100 has 7\.26 of 9 points, but .* has 8 for it"):
        filled_in_moodle(assignment, CLASS[:1], written(tmp_path, less))
    filled = filled_in_moodle(assignment, CLASS[:1], written(tmp_path, less), scale=True)
    assert read(filled)[1][5] == "6.45"
    locked = [*ANA[:7], "No", *ANA[8:]]
    with pytest.raises(GradebookError, match="the mark of 100 is locked there"):
        filled_in_moodle(assignment, CLASS[:1], written(tmp_path, locked))
    filled = filled_in_moodle(assignment, CLASS[:1], written(tmp_path, locked), only_found=True)
    assert read(filled)[1] == locked
    assert filled.told == ("not written: the mark of 100 is locked there",)


BAD: dict[str, tuple[list[list[str]], str]] = {
    "a scale": ([[*ANA[:6], "Poor\nGood", *ANA[7:]]], "in points, and not by a scale"),
    "no number": ([["Ana", *ANA[1:]]], "the number of a participant was expected.*'Ana' came"),
    "a short row": ([ANA[:5]], "row 2 of the worksheet has 5 cells, but its first row 12"),
    "one student twice": ([ANA, ["Participant 9", *ANA[1:]]], "100 has two rows .* 2 and 3"),
    "one row of two": ([[*ANA[:3], "bo@example.org", *ANA[4:]]], "may be that of 100, 101"),
}


@pytest.mark.parametrize(("rows", "why"), BAD.values(), ids=BAD)
def test_what_is_no_worksheet_is_refused_with_why(
    assignment: Assignment, tmp_path: Path, rows: list[list[str]], why: str
) -> None:
    with pytest.raises(GradebookError, match=why):
        filled_in_moodle(assignment, CLASS[:2], written(tmp_path, *rows))


def test_a_table_for_the_gradebook_has_a_row_for_each_mark(assignment: Assignment) -> None:
    standings = (*CLASS[:2], faulty(student("104")), unusable(student("105")))
    filled = moodle_table(assignment, standings)
    assert read(filled) == [
        ["ID number", "Email address", "Homework 3"],
        ["100", "", "7.26"],
        ["101", "Bo@example.org", "0"],
        ["105", "", "0"],
    ]
    assert "nothing is written for: 104" in filled.told[0]


def test_no_row_takes_a_mark_away(assignment: Assignment) -> None:
    filled = moodle_table(assignment, CLASS[:2], missing="empty")
    assert [row[0] for row in read(filled)] == ["ID number", "100"]
    assert filled.told == ("left out, since no file came from them: 101",)


def test_an_id_that_is_a_formula_is_refused(assignment: Assignment) -> None:
    with pytest.raises(GradebookError, match=r"'-1'.* a spreadsheet takes it for a formula"):
        moodle_table(assignment, [marked(student("-1"), 5)])
