"""One line per file, which no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from grader.report.as_csv import COLUMNS, as_csv, status
from grader.report.marked import Marked
from tests.grader.report.results import BATCH, FOLDER, FULL, RESULT


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_columns_are_those_that_are_promised() -> None:
    assert COLUMNS == ("file", "sheet", "score", "max_score", "status", "message", "versions")
    assert as_csv((), FOLDER) == "file,sheet,score,max_score,status,message,versions\n"


def test_every_file_has_a_line() -> None:
    found = [tuple(row.values()) for row in rows(as_csv(BATCH, FOLDER))]
    assert found == [
        ("'=cmd|calc.py", "practice-8", "1", "1", "marked", "", "Python 3.13.0, NumPy 2.4.6"),
        ("a, b.py", "", "", "", "unusable", 'a, b.py: "no" sheet', ""),
        ("č/ž.ipynb", "", "", "", "grader-fault", "a fault", ""),
        ("half.py", "practice-7", "2.6667", "9", "grader-fault", "", ""),
    ]


@pytest.mark.parametrize("sign", list("=+-@"))
def test_no_name_and_no_message_is_a_formula(sign: str) -> None:
    name = f"{sign}HYPERLINK(1).py"
    (row,) = rows(as_csv([Marked(Path(name), error=f"{name}: no")], Path()))
    assert row["file"] == f"'{name}"
    assert row["message"] == f"'{name}: no"


@pytest.mark.parametrize(("name", "shown"), [("a\nb.py", "a\\nb.py"), ("\t=1.py", "\\t=1.py")])
def test_control_characters_in_a_name_are_spelled_out(name: str, shown: str) -> None:
    (row,) = rows(as_csv([Marked(Path(name), FULL)], Path()))
    assert row["file"] == shown


def test_the_same_results_give_the_same_bytes() -> None:
    assert as_csv(BATCH, FOLDER) == as_csv(BATCH, FOLDER)


def test_a_status_is_one_of_three() -> None:
    path = Path("a.py")
    assert status(Marked(path, FULL)) == "marked"
    assert status(Marked(path, error="no")) == "unusable"
    assert status(Marked(path, error="no", is_our_fault=True)) == "grader-fault"
    assert status(Marked(path, RESULT)) == "grader-fault"


def test_a_name_that_is_not_utf_8_is_spelled_out() -> None:
    (row,) = rows(as_csv([Marked(Path("\udce8.py"), FULL)], Path()))
    assert row["file"] == "\\xe8.py"
