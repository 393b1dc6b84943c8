"""The one file that is marked is told apart from those that were left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.grading.grade import grade
from grader.intake.program import Program, named
from grader.intake.submission import read_submission
from grader.messages.remark import Remark
from grader.report.wording import incidents_of
from tests.grader.intake.archives import SOLUTION, zipped


def test_what_was_left_out_is_remarked_on_with_a_few_names(tmp_path: Path) -> None:
    names = ["a\x1b[2J.txt", *(f"{number}.csv" for number in range(7))]
    path = zipped(tmp_path / "a.zip", {"work.py": SOLUTION, **dict.fromkeys(names, b"")})
    (remark,) = read_submission(path).remarks
    files = "a\\x1b[2J.txt, 0.csv, 1.csv, 2.csv, 3.csv, …"
    assert remark == Remark("left-out", {"file": "work.py", "files": files})
    (said,) = incidents_of(grade(read_submission(path)))
    assert f"{files}." in said


def test_nothing_is_remarked_on_where_nothing_was_left_out(tmp_path: Path) -> None:
    assert read_submission(zipped(tmp_path / "a.zip", {"a.py": SOLUTION})).remarks == ()


def test_a_program_in_an_archive_is_called_after_both() -> None:
    assert Program("work.py", b"").title == "work.py"
    assert Program("b/work.py", b"", archive="ana.zip").title == "ana.zip: b/work.py"


@pytest.mark.parametrize(
    ("name", "is_notebook", "kilobytes"),
    [("a.py", False, 1024), ("a.ipynb.PY", False, 1024), ("b.py/a.IPYNB", True, 16 * 1024)],
)
def test_what_a_program_may_be_is_told_by_its_last_suffix(
    name: str, is_notebook: bool, kilobytes: int
) -> None:
    program = Program(name, b"")
    assert (program.is_notebook, program.most_bytes) == (is_notebook, kilobytes * 1024)


def test_five_names_are_told_and_dots_for_the_others() -> None:
    assert named([*"abcde"]) == "a, b, c, d, e"
    assert named([*"abcdefg"]) == "a, b, c, d, e, …"
