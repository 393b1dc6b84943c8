"""The table of a folder is the same whether it is printed at once or so many rows at a time."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from grader.report import files
from grader.report.files import print_files
from grader.report.marked import Marked
from tests.grader.report.results import BATCH, FOLDER

MANY = [
    *(
        replace(one, path=FOLDER / f"{number}-漢字" / one.path.name)
        for number in range(9)
        for one in BATCH
    ),
    Marked(FOLDER / "empty.py", error="no"),
]


def printed(marked: list[Marked], width: int) -> str:
    text = io.StringIO()
    print_files(Console(file=text, width=width, highlight=False), marked, FOLDER)
    return text.getvalue()


@pytest.mark.parametrize("count", [0, 1, 4, 5, len(MANY)])
def test_a_table_in_parts_is_that_of_all_rows(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = printed(MANY[:count], 1000)
    monkeypatch.setattr(files, "_ROWS_AT_A_TIME", 5)
    assert printed(MANY[:count], 1000) == whole
    assert whole.count("\n") == count + 1
    assert whole.split()[:2] == ["file", "marks"]


def test_where_rows_are_folded_all_are_laid_out_together(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = printed(MANY, 40)
    monkeypatch.setattr(files, "_ROWS_AT_A_TIME", 5)
    assert printed(MANY, 40) == whole
    assert whole.count("\n") > len(MANY) + 1


def test_a_name_of_any_length_is_shown_in_part(tmp_path: Path) -> None:
    name = "a" * 150 + "b" * 150
    assert files.shown(name) == f"{'a' * 50} … {'b' * 100}"
