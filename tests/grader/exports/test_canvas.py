"""A gradebook of Canvas comes back with the marks in it, and with all else as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.course.assignment import Assignment
from grader.exports.canvas import filled_in_canvas
from grader.exports.gradebook import Filled, GradebookError
from tests.grader.exports.classes import (
    assignment_in,
    faulty,
    marked,
    missing,
    partly_faulty,
    student,
    unusable,
)

HEAD = [
    *("Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Notes"),
    *("Quiz 1 (11)", "Homework 3 (22)", "Assignments Current Score", "Final Score (2020)"),
]
MANUAL = [*[""] * 7, "Manual Posting", "", ""]
POSSIBLE = ["    Points Possible", *[""] * 5, "5.0", "9.00", "(read only)", "(read only)"]
ANA = ["Anić, Ana", "901", "100", "aanic", "A", "=note", "4", "", "80", "80"]
BO = ['="=Bee, Bo"', "902", "101", "bbee", "A and B", "", "", "3.0", "", ""]
CY = ["Dee, Cy", "903", "", "cy@example.org", "B", "", "", "", "", ""]
TEST = ["Student, Test", "999", "", "8a7f", "A", "", "", "", "", ""]
CLASS = (
    marked(student("100", "Ana Anić"), 7.255),
    missing(student("101")),
    unusable(student("102", email="cy@example.org")),
)


@pytest.fixture(scope="module")
def assignment(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    return assignment_in(tmp_path_factory.mktemp("canvas"))


def written(
    folder: Path, rows: Sequence[Sequence[str]], between: str = ",", mark: str = "", end: str = "\n"
) -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=between, lineterminator=end).writerows(rows)
    path = folder / "export.csv"
    path.write_bytes((mark + text.getvalue()).encode())
    return path


def read(text: str, between: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=between))


def whole(folder: Path, *students: Sequence[str], head: Sequence[str] = HEAD) -> Path:
    return written(folder, [head, MANUAL, POSSIBLE, *students], end="\r\n")


def text_of(filled: Filled) -> str:
    return "".join(filled.text)


def test_only_the_column_of_the_assignment_goes_back(
    assignment: Assignment, tmp_path: Path
) -> None:
    filled = filled_in_canvas(assignment, CLASS, whole(tmp_path, ANA, BO, CY, TEST))
    assert read(text_of(filled)) == [
        [*HEAD[:5], "Homework 3 (22)"],
        [*[""] * 5, "Manual Posting"],
        ["    Points Possible", *[""] * 4, "9.00"],
        [*ANA[:5], "7.26"],
        [*BO[:5], "0"],
        [*CY[:5], "0"],
        [*TEST[:5], ""],
    ]
    assert filled.told == ()


def test_with_all_columns_nothing_else_is_another(assignment: Assignment, tmp_path: Path) -> None:
    path = written(tmp_path, [HEAD, MANUAL, POSSIBLE, ANA, BO, CY, TEST], ";", "\ufeff", "\r\n")
    text = text_of(filled_in_canvas(assignment, CLASS, path, all_columns=True))
    assert text.startswith("\ufeffStudent;")
    assert text.count("\r\n") == text.count("\n") == 7
    found = read(text.removeprefix("\ufeff"), ";")
    changed = {
        (row, place)
        for row, (new, old) in enumerate(
            zip(found, [HEAD, MANUAL, POSSIBLE, ANA, BO, CY, TEST], strict=True)
        )
        for place, (one, other) in enumerate(zip(new, old, strict=True))
        if one != other
    }
    assert changed == {(3, 7), (4, 7), (5, 7)}


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(names=st.lists(CELLS, min_size=1, max_size=4), notes=st.lists(CELLS, min_size=4, max_size=4))
def test_cells_of_others_come_back_as_they_were(
    assignment: Assignment, tmp_path: Path, names: list[str], notes: list[str]
) -> None:
    rows = [
        [name, str(900 + n), f"1{n:02}", "", "A", note, "", "", "", ""]
        for n, (name, note) in enumerate(zip(names, notes, strict=False))
    ]
    standings = [missing(student(row[2])) for row in rows]
    path = whole(tmp_path, *rows)
    found = read(text_of(filled_in_canvas(assignment, standings, path, all_columns=True)))
    assert found == [HEAD, MANUAL, POSSIBLE, *[[*row[:7], "0", *row[8:]] for row in rows]]


def test_who_has_a_mark_and_is_not_there_has_everything_refused(
    assignment: Assignment, tmp_path: Path
) -> None:
    path = whole(tmp_path, ANA, TEST)
    with pytest.raises(GradebookError, match=r"nothing is written.*102 is not in it"):
        filled_in_canvas(assignment, CLASS, path)
    filled = filled_in_canvas(assignment, CLASS, path, only_found=True)
    assert filled.told == ("not written: 102 is not in it",)
    assert read(text_of(filled))[3] == [*ANA[:5], "7.26"]


def test_a_fault_of_ours_leaves_the_cell_as_it_is_and_is_told(
    assignment: Assignment, tmp_path: Path
) -> None:
    standings = (faulty(student("100")), partly_faulty(student("101")))
    filled = filled_in_canvas(assignment, standings, whole(tmp_path, ANA, BO))
    assert [row[-1] for row in read(text_of(filled))[3:]] == ["", "3.0"]
    assert "written for: 100, 101; mark them again" in filled.told[0]


def test_who_is_missing_may_be_left_without_a_mark(assignment: Assignment, tmp_path: Path) -> None:
    filled = filled_in_canvas(
        assignment, [missing(student("100"))], whole(tmp_path, ANA), missing="empty"
    )
    assert read(text_of(filled))[3][-1] == ""


def test_who_is_excused_or_not_set_it_gets_no_mark(assignment: Assignment, tmp_path: Path) -> None:
    excused, not_set = [*ANA[:7], "ex", *ANA[8:]], [*BO[:7], "N/A", *BO[8:]]
    standings = (marked(student("100"), 7), marked(student("101"), 8))
    path = whole(tmp_path, excused, not_set)
    with pytest.raises(GradebookError, match="101 is not set this assignment there"):
        filled_in_canvas(assignment, standings, path)
    filled = filled_in_canvas(assignment, standings, path, only_found=True)
    assert [row[-1] for row in read(text_of(filled))[3:]] == ["ex", "N/A"]
    assert "excused in Canvas, and left so: 100" in filled.told


def test_points_that_are_others_are_refused_or_scaled(
    assignment: Assignment, tmp_path: Path
) -> None:
    possible = [*POSSIBLE[:7], "100,00", *POSSIBLE[8:]]
    path = written(tmp_path, [HEAD, possible, ANA], ";")
    with pytest.raises(GradebookError, match=r"100 has 7\.26 of 9 points, but .* has 100 for it"):
        filled_in_canvas(assignment, CLASS[:1], path)
    filled = filled_in_canvas(assignment, CLASS[:1], path, scale=True)
    assert read(text_of(filled), ";")[2][-1] == "80.61"


def test_the_own_numbers_of_canvas_count_where_nothing_else_is_known(
    assignment: Assignment, tmp_path: Path
) -> None:
    head, possible = [*HEAD[:2], *HEAD[4:]], [*POSSIBLE[:2], *POSSIBLE[4:]]
    rows = [head, possible, [*ANA[:2], *ANA[4:]]]
    filled = filled_in_canvas(assignment, [marked(student("901"), 7)], written(tmp_path, rows))
    assert read(text_of(filled))[2] == ["Anić, Ana", "901", "A", "7"]


def test_a_number_of_canvas_that_happens_to_be_an_id_gives_nobody_elses_mark(
    assignment: Assignment, tmp_path: Path
) -> None:
    standings = (marked(student("100"), 7), marked(student("902"), 8))
    with pytest.raises(GradebookError, match="902 is not in it"):
        filled_in_canvas(assignment, standings, whole(tmp_path, ANA, BO))


def test_a_column_of_the_roster_may_have_the_numbers_of_canvas(
    assignment: Assignment, tmp_path: Path
) -> None:
    standings = [marked(student("x", canvas_id="902"), 8), CLASS[0]]
    filled = filled_in_canvas(assignment, standings, whole(tmp_path, ANA, BO))
    assert [row[-1] for row in read(text_of(filled))[3:]] == ["7.26", "8"]


def test_nobody_is_mixed_up(assignment: Assignment, tmp_path: Path) -> None:
    both = (marked(student("100"), 7), marked(student("z", login="AANIC"), 8))
    with pytest.raises(GradebookError, match=r"row 4 .* may be that of 100, z"):
        filled_in_canvas(assignment, both, whole(tmp_path, ANA))
    with pytest.raises(GradebookError, match="100 has two rows in the gradebook, 4 and 5"):
        filled_in_canvas(assignment, both[:1], whole(tmp_path, ANA, ANA))


def test_who_is_not_in_the_roster_is_left_alone_and_counted(
    assignment: Assignment, tmp_path: Path
) -> None:
    filled = filled_in_canvas(assignment, CLASS[:1], whole(tmp_path, ANA, BO, CY, TEST))
    assert [row[-1] for row in read(text_of(filled))[3:]] == ["7.26", "3.0", "", ""]
    assert filled.told == ("in the gradebook and not in the roster, and left as they are: 2",)


@pytest.mark.parametrize("named", ["22", "homework 3", "Homework 3 (22)", "11"])
def test_the_column_is_named_by_title_or_number(
    assignment: Assignment, tmp_path: Path, named: str
) -> None:
    filled = filled_in_canvas(
        assignment, CLASS[:1], whole(tmp_path, ANA), column=named, scale=named == "11"
    )
    assert read(text_of(filled))[0][-1] == ("Quiz 1 (11)" if named == "11" else "Homework 3 (22)")


BAD: dict[str, tuple[list[list[str]], str]] = {
    "another table": ([["student", "name"], ["100", "Ana"]], "a gradebook as Canvas exports it"),
    "nothing": ([], "a gradebook as Canvas exports it"),
    "no points": ([HEAD, ANA], "the row with the points possible was expected"),
    "read only": (
        [HEAD, [*POSSIBLE[:7], "(read only)", "", ""], ANA],
        "this column cannot be changed by an import",
    ),
    "no such assignment": (
        [[*HEAD[:7], "Other (22)"], [*POSSIBLE[:8]], ANA[:8]],
        r"named Domaća zadaća 3 or Homework 3 or hw3; say .* Quiz 1 \(11\), Other \(22\)",
    ),
    "twice": ([[*HEAD[:6], "hw3 (1)", "Homework 3 (2)"], POSSIBLE[:8]], "more than one column"),
    "a row too short": ([HEAD, POSSIBLE, ANA[:6]], "row 3 .* has 6 cells, but its first row 10"),
}


@pytest.mark.parametrize(("rows", "why"), BAD.values(), ids=BAD)
def test_what_is_no_gradebook_is_refused_with_why(
    assignment: Assignment, tmp_path: Path, rows: list[list[str]], why: str
) -> None:
    with pytest.raises(GradebookError, match=why):
        filled_in_canvas(assignment, CLASS[:1], written(tmp_path, rows))


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"Student,ID\n\xff\n", "not UTF-8"), (b'Student,"ID\n', "no row of CSV"), (None, "read")],
)
def test_what_cannot_be_read_is_refused_with_why(
    assignment: Assignment, tmp_path: Path, data: bytes | None, why: str
) -> None:
    path = tmp_path / "export.csv"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(GradebookError, match=why):
        filled_in_canvas(assignment, CLASS, path)


def test_a_row_above_the_students_that_is_too_long_is_cut(
    assignment: Assignment, tmp_path: Path
) -> None:
    """Canvas writes such rows where it leaves the totals out."""
    path = written(tmp_path, [HEAD, [*MANUAL, "", ""], POSSIBLE, ANA])
    text = text_of(filled_in_canvas(assignment, CLASS[:1], path))
    assert read(text)[1] == [*[""] * 5, "Manual Posting"]
