"""What an export of Gradescope says of its submissions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from grader.course.gradescope import NAME, exported_in, told_by

EXPORT = """\
---
submission_101:
  :submitters:
  - :name: Ana Uzorak
    :sid: '0036512345'
    :email: ana.uzorak@example.org
  :created_at: 2026-12-15 22:58:01.123456789 Z
  :score: 10.0
  :history:
  - :id: 99
    :created_at: 2026-12-01 08:00:00.000000000 Z
    :submitters:
    - :name: Somebody Else
submission_102:
  :submitters:
  - :name: Pat Sample
    :email: "pat@example.org"
  :created_at: 2026-12-15 14:58:01 -0800
submission_103:
  :submitters: []
"""


def written(folder: Path) -> Path:
    (folder / NAME).write_text(EXPORT, encoding="utf-8")
    return folder


def test_names_numbers_and_addresses_of_who_handed_in_are_read(tmp_path: Path) -> None:
    found = exported_in(written(tmp_path))

    assert found["submission_101"].names == ("Ana Uzorak", "0036512345", "ana.uzorak@example.org")
    assert found["submission_102"].names == ("Pat Sample", "pat@example.org")
    assert found["submission_103"].names == ()


def test_the_time_is_that_of_the_submission_and_not_of_an_earlier_one(tmp_path: Path) -> None:
    found = exported_in(written(tmp_path))

    assert found["submission_101"].created == datetime(2026, 12, 15, 22, 58, 1, tzinfo=UTC)
    pacific = timezone(timedelta(hours=-8))
    assert found["submission_102"].created == datetime(2026, 12, 15, 14, 58, 1, tzinfo=pacific)
    assert found["submission_103"].created is None


def test_a_file_is_looked_up_by_the_folder_that_it_lies_in(tmp_path: Path) -> None:
    found = exported_in(written(tmp_path))

    assert told_by(found, "submission_102/hw1.py") is found["submission_102"]
    assert told_by(found, "s-001/hw1.py") is None


def test_a_folder_that_is_no_export_says_nothing(tmp_path: Path) -> None:
    assert exported_in(tmp_path) == {}
