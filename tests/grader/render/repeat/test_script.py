"""The script of a check tells what the grader tells: on right programs, and on wrong ones."""

from __future__ import annotations

import ast
import contextlib
import io
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from grader.answers.outcome import Outcome
from grader.grading.grade import grade_file
from grader.render.repeat.script import script
from grader.render.repeat.statements import Statements
from grader.render.script import mistaken, model
from grader.render.script import script as sheet_script
from grader.sheet.sheet import Sheet, draw_sheet
from problems.catalogue import family, family_keys, folder
from problems.family import InCode
from problems.kit import slip_programs
from problems.probe import Change, Check, Probe, Read, Step
from tests.turns import in_this_run, levels_in_this_run
from tests.warm import warm_sandbox

IN_CODE = [key for key in family_keys() if isinstance(family(key).task, InCode)]
SLIPS = [f"{key}/{slip}" for key in IN_CODE for slip in slip_programs(family(key), folder(key))]
_LEVELS, _PROGRAMS = 10, 10
"""So many of each in a run."""


@cache
def sheet_of(key: str, level: str = "standard") -> Sheet:
    return draw_sheet("5", [f"{key}:{level}"], "en")


def checks_of(sheet: Sheet) -> list[Check]:
    return [*sheet.problems[0].variant.checks]


def carried_out(text: str, program: Path) -> tuple[int, str]:
    """The exit status of a script, and what it prints; in this process."""
    names: dict[str, Any] = {"__name__": "script"}
    exec(compile(text, "repeat.py", "exec"), names)  # noqa: S102
    told = io.StringIO()
    before = sys.argv
    sys.argv = ["repeat.py", str(program)]
    try:
        with contextlib.redirect_stdout(told):
            status = names["main"]()
    finally:
        sys.argv = before
    return status, told.getvalue()


@pytest.mark.parametrize(("key", "level"), levels_in_this_run(IN_CODE, _LEVELS))
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


@pytest.mark.parametrize("name", in_this_run(SLIPS, _PROGRAMS))
def test_a_wrong_program_differs_in_the_checks_that_the_grader_finds_wrong(
    name: str, tmp_path: Path
) -> None:
    key, _, slip = name.partition("/")
    sheet = sheet_of(key)
    program = tmp_path / "program.py"
    try:
        program.write_text(sheet_script(sheet, lambda problem: mistaken(problem, slip)))
    except LookupError:
        pytest.skip("nobody can make this mistake at this level")
    result = grade_file(program, sandbox=warm_sandbox())
    fields = {field.name: field for field in result.problems[0].fields}
    for check in checks_of(sheet):
        field = fields[check.name]
        status, told = carried_out(script(sheet, sheet.problems[0], check), program)
        if field.outcome is not Outcome.NOT_JUDGED:
            assert (status == 0) is (field.outcome is Outcome.CORRECT), f"{check.name}: {told}"


def test_the_difference_is_the_one_that_the_grader_tells(tmp_path: Path) -> None:
    sheet = sheet_of("conv1d-code")
    program = tmp_path / "program.py"
    right = sheet_script(sheet, model)
    wrong = right.replace("np.sum(", "2 * np.sum(")
    assert wrong != right
    program.write_text(wrong)
    (field, *_) = grade_file(program, sandbox=warm_sandbox()).problems[0].fields
    (remark,) = (one for one in field.remarks if one.key == "check-value")
    status, told = carried_out(script(sheet, sheet.problems[0], checks_of(sheet)[0]), program)
    assert status == 1
    lines = dict(line.strip().split(":", 1) for line in told.splitlines()[:3])
    for name, line in (("found", "came"), ("expected", "expected")):
        assert ast.literal_eval(lines[line].strip()) == ast.literal_eval(remark.details[name])


@pytest.mark.parametrize("key", IN_CODE)
def test_a_script_needs_nothing_of_ours(key: str) -> None:
    sheet = sheet_of(key)
    found = set()
    for check in checks_of(sheet)[:2]:
        for node in ast.walk(ast.parse(script(sheet, sheet.problems[0], check))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add(str(node.module).partition(".")[0])
    assert found - set(sys.stdlib_module_names) <= {"numpy", "torch"}
    assert ("torch" in found) is bool(getattr(family(key).task, "torch", False))


def test_a_program_that_fails_in_part_is_loaded_as_far_as_it_goes(tmp_path: Path) -> None:
    sheet = sheet_of("conv1d-code")
    program = tmp_path / "program.py"
    text = sheet_script(sheet, model).replace("# %% problem 1", "undefined\n# %% problem 1", 1)
    program.write_text(
        f"{text}\nexit()\n# %% problem 2\ndef conv1d(vector, kernel):\n    return 0\n"
    )
    status, told = carried_out(script(sheet, sheet.problems[0], checks_of(sheet)[0]), program)
    assert status == 0, told
    assert "passed over, NameError: name 'undefined' is not defined" in told
    assert "passed over, SystemExit" in told


def test_an_error_of_the_program_is_told(tmp_path: Path) -> None:
    sheet = sheet_of("conv1d-code")
    program = tmp_path / "program.py"
    program.write_text("def conv1d(vector, kernel):\n    return vector[99]\n")
    status, told = carried_out(script(sheet, sheet.problems[0], checks_of(sheet)[0]), program)
    assert status == 1
    assert "IndexError: index 99 is out of bounds" in told
    assert "DIFFERS: the program has raised an error" in told


def test_a_memory_shows(tmp_path: Path) -> None:
    sheet = sheet_of("conv1d-code")
    program = tmp_path / "program.py"
    text = sheet_script(sheet, model)
    program.write_text(
        f"{text}\nright = conv1d\nkept = {{}}\ndef conv1d(vector, kernel):\n"
        "    return kept.setdefault(len(kernel), right(vector, kernel))\n"
    )
    status, told = carried_out(script(sheet, sheet.problems[0], checks_of(sheet)[0]), program)
    assert status == 1, told


def test_a_step_that_no_check_has_is_refused() -> None:
    probe = Probe()
    steps: list[Step] = [Change(1, ("conv1d",)), Read("changed")]
    probe.steps += steps
    with pytest.raises(TypeError, match="no statement for the step Change"):
        Statements(probe)
