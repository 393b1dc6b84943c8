"""Worked values: read from a file, and held against what a rule gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems.forms import Reasoned
from problems.rule import Rule
from problems.worked import WorkedValueError, worked_values


def padded(kernel: int) -> Reasoned:
    return Reasoned("yes", "odd" if kernel % 2 else "even")


def written(folder: Path, text: str) -> Path:
    (folder / "worked.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        ('["yes", "odd"]', True),
        ('["yes", "even"]', False),
        ('["no", "odd"]', False),
        ('["yes"]', False),
        ('"yes"', False),
    ],
)
def test_a_choice_with_a_reason_holds_where_both_do(
    value: str, holds: bool, tmp_path: Path
) -> None:
    entry = f'[[padded-size]]\nsource = "a book"\nkernel = 3\nvalue = {value}\n'
    (worked,) = worked_values("padded-size", written(tmp_path, entry))
    assert worked.is_value_of(Rule("padded-size", padded)) == holds


@pytest.mark.parametrize("entry", ["value = 3", 'source = " "\nvalue = 3', 'source = "a book"'])
def test_an_entry_without_a_source_or_a_value_is_refused(entry: str, tmp_path: Path) -> None:
    with pytest.raises(WorkedValueError, match=r"worked\.toml: .*'padded-size' needs a source"):
        worked_values("padded-size", written(tmp_path, f"[[padded-size]]\n{entry}\n"))
