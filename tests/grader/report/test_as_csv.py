"""One line per file, which no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from grader.report.as_csv import COLUMNS, as_csv
from grader.report.as_json import as_data
from grader.report.marked import Marked
from grader.sheet.drawn import AsDrawn
from tests.grader.report.results import BATCH, FOLDER, FULL, RESULT


def rows(lines: Iterable[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines))))


def test_the_columns_are_those_that_are_promised() -> None:
    assert list(as_csv((), FOLDER)) == [
        "file,sheet,problems,as_drawn,score,max_score,status,limits_met,message,versions\n",
    ]
    assert [",".join(COLUMNS) + "\n"] == list(as_csv((), FOLDER))


def test_every_file_has_a_line() -> None:
    found = [tuple(row.values()) for row in rows(as_csv(BATCH, FOLDER))]
    assert found == [
        (
            *("'=cmd|calc.py", "practice-8", "cnn-table:easy", "yes", "1", "1"),
            *("marked", "", "", "Python 3.13.0, NumPy 2.4.6"),
        ),
        ("a, b.py", *[""] * 5, "unusable", "", 'a, b.py: "no" sheet', ""),
        ("č/ž.ipynb", *[""] * 5, "grader-fault", "", "a fault", ""),
        (
            *("half.py", "practice-7", "cnn-table:standard conv1d-code:hard", "yes"),
            *("2.6667", "9", "grader-fault", "", "", ""),
        ),
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
    assert list(as_csv(BATCH, FOLDER)) == list(as_csv(BATCH, FOLDER))


@pytest.mark.parametrize(
    ("found", "word"),
    [
        ((AsDrawn.YES, AsDrawn.YES), "yes"),
        ((AsDrawn.YES, AsDrawn.OLDER), "older draw"),
        ((AsDrawn.NEWER, AsDrawn.OLDER), "newer draw"),
        ((AsDrawn.UNCHECKED, AsDrawn.OLDER), "draw not checked"),
        ((AsDrawn.OLDER, AsDrawn.NO), "no"),
    ],
)
def test_a_sheet_is_as_drawn_if_all_of_its_problems_are(
    found: tuple[AsDrawn, AsDrawn], word: str
) -> None:
    problems = tuple(
        replace(problem, as_drawn=each)
        for problem, each in zip(RESULT.problems, found, strict=True)
    )
    result = replace(RESULT, problems=problems)
    (row,) = rows(as_csv([Marked(Path("a.py"), result)], Path()))
    assert row["as_drawn"] == word
    data = as_data(result)
    assert data["as_drawn"] is {"yes": True, "no": False}.get(word)
    assert [each["draw"] for each in data["problems"]] == [each.value for each in found]


def test_a_published_example_is_told_from_a_variant_of_its_level() -> None:
    table, function = RESULT.problems
    result = replace(RESULT, problems=(replace(table, example="lecture"), function))
    (row,) = rows(as_csv([Marked(Path("a.py"), result)], Path()))
    assert row["problems"] == "cnn-table@lecture conv1d-code:hard"


def test_a_name_of_a_sheet_is_no_formula_and_has_one_line() -> None:
    (row,) = rows(as_csv([Marked(Path("a.py"), replace(FULL, sheet="=1\n2"))], Path()))
    assert row["sheet"] == "'=1\\n2"


def test_a_name_that_is_not_utf_8_is_spelled_out() -> None:
    (row,) = rows(as_csv([Marked(Path("\udce8.py"), FULL)], Path()))
    assert row["file"] == "\\xe8.py"


def test_a_mark_that_a_limit_has_touched_says_so() -> None:
    touched = replace(FULL, limits_met=("memory", "time"))
    (row,) = rows(as_csv([Marked(Path("a.py"), touched)], Path()))
    assert (row["limits_met"], row["status"]) == ("memory time", "marked")
