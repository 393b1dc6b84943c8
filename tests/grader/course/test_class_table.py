"""The marks of a class as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from grader.course.assignment import Assignment, read_assignment
from grader.course.class_table import as_csv, as_json
from grader.course.counting import MarkedFile, Standing
from grader.course.handed import Handed
from grader.course.matching import Match
from grader.course.record import Sitting
from grader.course.roster import Student
from tests.grader.course.courses import BY_HAND, HEAD

WHEN = datetime(2026, 12, 15, 23, 58, tzinfo=ZoneInfo("Europe/Zagreb"))
DATA = {
    "score": 7.25,
    "max_score": 20,
    "deducted": 1.5,
    "problems": [{"score": 3.75}, {"score": 5}],
}
ANA = Student("100", "Ana Anić", others={"group": "A"})
MARKED = Standing(
    ANA, MarkedFile(Handed("100/hw3.py", Match("100", Sitting(1, "100", 2)), WHEN), DATA)
)
MISSING = Standing(Student("101", "=1+1", others={"group": "B"}))


@pytest.fixture
def assignment(tmp_path: Path) -> Assignment:
    (tmp_path / "assignment.toml").write_text(HEAD + BY_HAND, encoding="utf-8")
    return read_assignment(tmp_path)


def rows(lines: Iterable[str], between: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines)), delimiter=between))


def test_a_line_has_the_columns_of_the_roster_and_one_for_each_problem(
    assignment: Assignment,
) -> None:
    ana, _ = rows(as_csv(assignment, [MARKED, MISSING]))
    assert ana == {
        **{"student": "100", "name": "Ana Anić", "group": "A", "problem 1": "3.75"},
        **{"problem 2": "5", "late": "-1.5", "score": "7.25", "max_score": "20"},
        **{"status": "marked", "attempt": "2", "handed_in": "2026-12-15 23:58+01:00"},
        **{"file": "100/hw3.py", "notes": ""},
    }


def test_who_has_handed_in_nothing_has_zeros_and_the_word_for_it(assignment: Assignment) -> None:
    _, missing = rows(as_csv(assignment, [MARKED, MISSING]))
    assert (missing["problem 1"], missing["score"], missing["status"]) == ("0", "0", "missing")


def test_a_name_is_no_formula_for_a_spreadsheet(assignment: Assignment) -> None:
    _, missing = rows(as_csv(assignment, [MARKED, MISSING]))
    assert missing["name"] == "'=1+1"


def test_a_fault_of_ours_is_no_zero(assignment: Assignment) -> None:
    handed = Handed("100/hw3.py", Match("100", Sitting(1, "100", 1)))
    faulty = Standing(ANA, None, (MarkedFile(handed, None, "a fault", is_our_fault=True),))
    (row,) = rows(as_csv(assignment, [faulty]))
    assert (row["status"], row["score"], row["problem 1"]) == ("grader-fault", "", "")


def test_spreadsheets_with_decimal_commas_get_semicolons_and_a_mark(
    assignment: Assignment,
) -> None:
    text = "".join(as_csv(assignment, [MARKED], for_spreadsheets=True))
    assert text.startswith("\ufeffstudent;name;")
    (row,) = rows(text.removeprefix("\ufeff"), ";")
    assert (row["problem 1"], row["score"]) == ("3,75", "7,25")


def test_all_of_it_is_in_the_json(assignment: Assignment) -> None:
    told = json.loads("".join(as_json(assignment, [MARKED, MISSING], ["stray.py: no header"])))
    assert (told["format"], told["version"]) == ("grader-class", 1)
    assert (told["assignment"], told["revision"]) == ("hw3", 1)
    assert told["unmatched"] == ["stray.py: no header"]
    ana, missing = told["students"]
    assert (ana["result"], ana["file"], ana["attempt"]) == (DATA, "100/hw3.py", 2)
    assert (missing["status"], missing["result"]) == ("missing", None)
