"""Marks that a person has set are kept, and the last one for a place counts."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from grader.course.overrides import (
    Override,
    OverrideError,
    add_override,
    overrides_of,
    read_overrides,
)

FIRST = Override("ana", 2, 1, "3", "q", Fraction(5, 3), "read otherwise")


def test_what_was_set_is_read_again_exactly(tmp_path: Path) -> None:
    add_override(tmp_path, FIRST)
    assert read_overrides(tmp_path) == (FIRST,)
    path = tmp_path / "private" / "overrides.jsonl"
    assert path.stat().st_mode & 0o077 == 0


def test_the_last_one_for_a_place_counts_and_the_first_is_kept(tmp_path: Path) -> None:
    second = FIRST._replace(points=Fraction(2), reason="after all")
    other = FIRST._replace(field="")
    for each in (FIRST, other, second):
        add_override(tmp_path, each)
    assert set(read_overrides(tmp_path)) == {other, second}
    text = (tmp_path / "private" / "overrides.jsonl").read_text(encoding="utf-8")
    assert "read otherwise" in text


def test_one_that_is_taken_back_is_no_longer_there(tmp_path: Path) -> None:
    add_override(tmp_path, FIRST)
    add_override(tmp_path, FIRST._replace(points=None))
    assert read_overrides(tmp_path) == ()


def test_those_of_one_sheet_are_those_of_its_revision_and_attempt() -> None:
    others = [
        FIRST._replace(student="bo"),
        FIRST._replace(revision=1),
        FIRST._replace(attempt=2),
    ]
    assert overrides_of([*others, FIRST], "ana", 2, 1) == {("3", "q"): FIRST}


def test_where_nothing_was_set_there_is_nothing(tmp_path: Path) -> None:
    assert read_overrides(tmp_path) == ()


@pytest.mark.parametrize(
    "line", ["", "{}", "nonsense", '{"student": "ana", "points": "1/0"}', "[1]"]
)
def test_a_damaged_line_is_refused_with_its_number(tmp_path: Path, line: str) -> None:
    add_override(tmp_path, FIRST)
    path = tmp_path / "private" / "overrides.jsonl"
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(OverrideError, match=r"overrides\.jsonl, line 2: a record of the grader"):
        read_overrides(tmp_path)


def test_what_was_being_written_when_the_machine_stopped_is_left_out(tmp_path: Path) -> None:
    add_override(tmp_path, FIRST)
    path = tmp_path / "private" / "overrides.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:30])
    assert read_overrides(tmp_path) == (FIRST,)
    other = FIRST._replace(student="bo")
    add_override(tmp_path, other)
    assert read_overrides(tmp_path) == (FIRST, other)


def test_where_it_cannot_be_written_this_is_said(tmp_path: Path) -> None:
    (tmp_path / "private").write_text("a file", encoding="utf-8")
    with pytest.raises(OverrideError, match=r"overrides\.jsonl: cannot be written"):
        add_override(tmp_path, FIRST)
