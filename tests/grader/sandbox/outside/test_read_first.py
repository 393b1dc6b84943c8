"""A sheet by hand is marked alike whether its program is run or only read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from grader.grading.grade import grade_file
from grader.marking.result import SheetResult
from grader.messages.remark import Remark
from grader.render.notebook import notebook
from grader.render.script import Work, blank, mistaken, model, script
from grader.sandbox.outside.own_machine import OwnMachine
from grader.sandbox.outside.plain_process import PlainProcess
from grader.sheet.sheet import Problem, draw_sheet
from problems.catalogue import family, family_keys
from problems.family import ByHand
from tests.turns import in_this_run
from tests.warm import warm_sandbox

BY_HAND = tuple(key for key in family_keys() if isinstance(family(key).task, ByHand))
MOST_SLIPS = 40
MOST_NOTEBOOKS = 6
SEED = "5"


def problem(key: str) -> Problem:
    (found,) = draw_sheet(SEED, [key], "en").problems
    return found


def slips_in_this_run() -> list[str]:
    every = (f"{key}/{slip}" for key in BY_HAND for slip in problem(key).variant.working.slip_keys)
    return in_this_run(every, MOST_SLIPS)


def without_the_level(result: SheetResult) -> str:
    """The result but for the level and the time, as a text, since no two errors are equal."""
    problems = tuple(
        replace(each, fields=tuple(replace(field, seconds=0.0) for field in each.fields))
        for each in result.problems
    )
    incidents = tuple(
        one for one in result.incidents if one.key not in ("unconfined-here", "reduced")
    )
    rest = replace(result, problems=problems, incidents=incidents, confinement="", seconds=0.0)
    return repr(rest)


def marked(path: Path) -> tuple[SheetResult, int]:
    """The result of a file that is read first, and how many processes that took."""
    started = 0
    start = PlainProcess.__init__

    def noted(self: PlainProcess, *arguments: object) -> None:
        nonlocal started
        started += 1
        start(self, *arguments)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch, OwnMachine() as machine:
        patch.setattr(PlainProcess, "__init__", noted)
        return grade_file(path, sandbox=machine), started


def assert_alike(path: Path, *, is_run: bool = False) -> SheetResult:
    """Read first or run in a sandbox, a file has the same result; whether it had to be run."""
    found, started = marked(path)
    assert Remark("unconfined-here") in found.incidents
    expected = grade_file(path, sandbox=warm_sandbox())
    assert without_the_level(found) == without_the_level(expected)
    assert (started > 0) == is_run
    return found


def file(folder: Path, key: str, work: Work) -> Path:
    path = folder / "submission.py"
    path.write_text(script(draw_sheet(SEED, [key], "en"), lambda _: work), encoding="utf-8")
    return path


@pytest.mark.parametrize("key", BY_HAND)
def test_a_sheet_that_is_right_or_empty_is_marked_alike(tmp_path: Path, key: str) -> None:
    right = assert_alike(file(tmp_path, key, model(problem(key))))
    assert right.score == right.max_score
    assert assert_alike(file(tmp_path, key, blank(problem(key)))).score == 0


@pytest.mark.parametrize("name", slips_in_this_run())
def test_a_sheet_with_a_slip_is_marked_alike(tmp_path: Path, name: str) -> None:
    key, slip = name.split("/")
    assert_alike(file(tmp_path, key, mistaken(problem(key), slip)))


@pytest.mark.parametrize("key", in_this_run(BY_HAND, MOST_NOTEBOOKS))
def test_a_notebook_is_marked_alike(tmp_path: Path, key: str) -> None:
    path = tmp_path / "submission.ipynb"
    path.write_text(notebook(draw_sheet(SEED, [key], "en"), path.name, model), encoding="utf-8")
    right = assert_alike(path)
    assert right.score == right.max_score


CNN = "cnn-table"
ANSWERS = (
    "conv1_rf = 2 + 3",
    "conv1_rf = 5  # as in the lecture",
    "conv1_rf = −5",
    "conv1_rf = '5'; conv1_rf = 3",
    "conv1_rf = 5,",
    "conv1_rf = ",
    "conv1_rf = 5\nconv1_rf = 3 * 5 * 5 + 1",
    "conv1_rf = 2.0 ** 3 / 7 - -1",
    "conv1_rf = [5, [2, 3 * 4], ('x', None, True)]",
    "conv1_rf = '\\d'",
    "import math\nfrom fractions import Fraction\nconv1_rf = 5",
    "import numpy as np\nk = np.array([[1, 2], [3, 4]])\nconv1_rf = 5",
    "def halved(x):\n    return x / 2\n\nconv1_rf = 5",
    "'''The first layer.'''\nconv1_rf = 5",
    "    conv1_rf = 5",
    "conv1_rf = (5",
    "conv1_rf = 1_000_000 * 1_000_000 * 1_000_000",
    "from math import pi as conv1_rf",
)
MUST_RUN = (
    "conv1_rf == 5",
    "conv1_rf : 5",
    "In [3]: conv1_rf = 5",
    "conv1_rf = int('5')",
    "conv1_rf = conv1_shape",
    "conv1_rf = [1] * 5",
    "x = 2\nconv1_rf = x + 3",
    "conv1_rf = 5\nprint(conv1_rf)",
    "conv1_rf = 5\nconv1_rf += 1",
    "conv1_rf = 1 / 0",
    "conv1_rf = 9 ** 99999 % 7",
    "conv1_rf = np.zeros(3).size",
    "import no_such_module\nconv1_rf = 5",
    "from math import no_such_name\nconv1_rf = 5",
    "import os; os._exit(3)\nconv1_rf = 5",
    "raise SystemExit\nconv1_rf = 5",
    "conv1_rf = [int(x) for x in '5']",
    "def conv1_rf():\n    return 5",
    "if __name__ == '__main__':\n    conv1_rf = 5",
    "conv1_rf: int = 5",
    "x = " + "[" * 60 + "]" * 60 + "\nconv1_rf = 5",
    f"x = '{5000 * 'x'}'\nconv1_rf = 5",
    "np = 3\nk = np.array([1])\nconv1_rf = 5",
)


def answered(folder: Path, answer: str, below: str = "") -> Path:
    """The table with all right but for one answer, as it is typed here."""
    text = script(draw_sheet(SEED, [CNN], "en"), model)
    lines = text.splitlines()
    (at,) = (number for number, line in enumerate(lines) if line.startswith("conv1_rf = "))
    lines[at] = answer
    path = folder / "submission.py"
    path.write_text("\n".join([*lines, below]), encoding="utf-8")
    return path


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_that_is_written_out_is_read_as_it_would_be_run(
    tmp_path: Path, answer: str
) -> None:
    assert_alike(answered(tmp_path, answer))


@pytest.mark.parametrize("answer", MUST_RUN)
def test_an_answer_that_only_a_run_can_give_is_run(tmp_path: Path, answer: str) -> None:
    assert_alike(answered(tmp_path, answer), is_run=True)


@pytest.mark.parametrize("below", ["conv1_rf = 5", "conv1_rf = ...", "conv1_rf = 4 + 1"])
def test_an_answer_at_the_end_is_read_as_it_would_be_run(tmp_path: Path, below: str) -> None:
    assert_alike(answered(tmp_path, "conv1_rf = ...", below))


def test_of_two_problems_only_what_has_to_be_run_makes_a_process_start(tmp_path: Path) -> None:
    path = tmp_path / "submission.py"
    path.write_text(script(draw_sheet(SEED, [CNN, "conv1d-code"], "en"), model), encoding="utf-8")
    assert_alike(path, is_run=True)


def test_nothing_of_the_graders_own_process_is_changed_by_reading(tmp_path: Path) -> None:
    import sys

    before = sys.modules["__main__"], sys.getrecursionlimit(), list(sys.argv)
    marked(answered(tmp_path, "conv1_rf = 5"))
    assert (sys.modules["__main__"], sys.getrecursionlimit(), list(sys.argv)) == before
    assert "submission" not in sys.modules
