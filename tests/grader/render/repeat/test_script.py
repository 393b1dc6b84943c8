"""The script of a check tells what the grader tells: on right programs, and on wrong ones."""

from __future__ import annotations

import contextlib
import io
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from grader.render.repeat.script import script
from grader.render.script import model
from grader.render.script import script as sheet_script
from grader.sheet.sheet import Sheet, draw_sheet
from problems.catalogue import family, family_keys
from problems.family import InCode
from problems.probe import Check

IN_CODE = [key for key in family_keys() if isinstance(family(key).task, InCode)]


@cache
def sheet_of(key: str, level: str = "standard") -> Sheet:
    return draw_sheet("5", [f"{key}:{level}"], "en")


def checks_of(sheet: Sheet) -> list[Check]:
    return [*sheet.problems[0].variant.checks]


def carried_out(text: str, program: Path) -> tuple[int, str]:
    """The exit status of a script, and what it prints; in this process."""
    names: dict[str, Any] = {"__name__": "script"}
    exec(compile(text, "repeat.py", "exec"), names)  # noqa: S102  (a script of ours)
    told = io.StringIO()
    before = sys.argv
    sys.argv = ["repeat.py", str(program)]
    try:
        with contextlib.redirect_stdout(told):
            status = names["main"]()
    finally:
        sys.argv = before
    return status, told.getvalue()


@pytest.mark.parametrize("level", ["easy", "standard", "hard"])
@pytest.mark.parametrize("key", IN_CODE)
def test_the_model_program_is_right_in_the_script_of_every_check(
    key: str, level: str, tmp_path: Path
) -> None:
    sheet = sheet_of(key, level)
    program = tmp_path / "solution.py"
    program.write_text(sheet_script(sheet, model), encoding="utf-8")
    for check in checks_of(sheet):
        status, told = carried_out(script(sheet, sheet.problems[0], check), program)
        assert status == 0, f"{check.name}: {told[-2000:]}"
        assert told.count("right:") >= len(check.probe.observations)
