"""Inputs that are not shown do not come back, whatever a program does to hand them back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from grader.grading.grade import grade_file
from grader.marking.result import SheetResult
from grader.render.script import model, script
from grader.report.as_json import as_data
from grader.report.junit import as_junit
from grader.report.terminal import print_result
from grader.sheet.header import header_lines
from grader.sheet.sheet import Sheet, draw_sheet
from problems.probe import Put, Step
from tests.warm import warm_sandbox

FUNCTION = draw_sheet("41", ["conv1d-code:hard"], "en")
LAYER = draw_sheet("41", ["conv1d-layer-code:standard"], "en")

KEEPS = """
import sys
import numpy as np
KEPT = []
def numbers():
    return [1000 * x for each in KEPT for x in each]
def {function}({arguments}):
    KEPT.append(list(map(float, {vector})))
    {ending}
"""

ENDINGS = [
    'raise ValueError("MARK" + repr(numbers()))',
    'raise type("MARK" + repr(numbers()), (Exception,), {})()',
    "return np.array(numbers())",
    "return np.zeros(int(sum(map(abs, KEPT[-1]))))",
    'return type("MARK" + repr(numbers()), (), {})()',
    'return "MARK" + repr(numbers())',
    "return np.zeros(3)[int(1000 * KEPT[-1][0]) + 77]",
    'sys.exit("MARK" + repr(numbers()))',
    'print("MARK", numbers(), file=sys.stderr); return np.zeros(2)',
    "return np.array(numbers()[-1:]) if len(KEPT) > 1 else np.zeros(2)",
    'if len(KEPT) > 2: raise OSError("MARK" + repr(numbers()))\n    return np.zeros(2)',
]


def put(steps: Sequence[Step], name: str) -> list[list[float]]:
    return [
        np.asarray(step.value, dtype=float).tolist()
        for step in steps
        if isinstance(step, Put) and step.name.startswith(name)
    ]


def vectors(sheet: Sheet, name: str) -> tuple[list[list[float]], list[list[float]]]:
    """The inputs of a name that are shown, and those that are not."""
    probes = [check.probe for check in sheet.problems[0].variant.checks]
    shown = [one for probe in probes for one in put(probe.shown_steps, name)]
    every = [one for probe in probes for one in put(probe.steps, name)]
    return shown, [one for one in every if one not in shown]


def every_output(result: SheetResult) -> Iterator[str]:
    console = Console(file=StringIO(), width=200)
    titles = {problem.key: "" for problem in result.problems}
    print_result(console, result, titles, verbose=True)
    assert isinstance(console.file, StringIO)
    yield console.file.getvalue()
    yield json.dumps(as_data(result))
    yield as_junit(result)


def marks(one: Sequence[float]) -> set[str]:
    """How the programs above put an input into a text."""
    return {
        ",".join(f"{1000 * x:g}" for x in one),
        f"({int(sum(map(abs, one)))},)",
        f"index{int(1000 * one[0]) + 77}is",
    }


def handed_back(
    hidden: Sequence[Sequence[float]], shown: Sequence[Sequence[float]], text: str
) -> list[Sequence[float]]:
    """The inputs that stand in a text and are none of those that are shown."""
    flat = text.replace("\n", "").replace(" ", "").replace(".0", "")
    known = {mark for one in shown for mark in marks(one)}
    long = [one for one in hidden if len(one) > 2]
    return [one for one in long if any(mark in flat for mark in marks(one) - known)]


def graded(sheet: Sheet, program: str, folder: Path) -> SheetResult:
    path = folder / "submission.py"
    lines = [*header_lines(sheet), "# %% problem 1", program]
    path.write_text("\n".join(lines), encoding="utf-8")
    return grade_file(path, sandbox=warm_sandbox())


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_function_hands_no_input_back_that_is_not_shown(ending: str, tmp_path: Path) -> None:
    shown, hidden = vectors(FUNCTION, "vector")
    assert hidden
    program = KEEPS.format(
        function="conv1d", arguments="vector, kernel", vector="vector", ending=ending
    )
    for text in every_output(graded(FUNCTION, program, tmp_path)):
        assert not handed_back(hidden, shown, text)


@pytest.mark.parametrize("ending", ENDINGS[:4])
def test_neither_does_a_layer(ending: str, tmp_path: Path) -> None:
    source = script(LAYER, model)
    assert "def fwd_pass(self, p):" in source
    body = KEEPS.format(
        function="kept", arguments="x", vector="x", ending=ending.replace("\n", "\n    ")
    )
    program = source.replace(
        "def fwd_pass(self, p):", "def fwd_pass(self, p):\n        return kept(p)\n"
    )
    path = tmp_path / "submission.py"
    path.write_text(program + body, encoding="utf-8")
    result = grade_file(path, sandbox=warm_sandbox())
    assert result.score < result.max_score
    shown, hidden = vectors(LAYER, "p")
    assert hidden
    for text in every_output(result):
        assert not handed_back(hidden, shown, text)


def test_what_is_shown_is_handed_back_so_that_the_test_can_fail(tmp_path: Path) -> None:
    shown, _ = vectors(FUNCTION, "vector")
    for ending in ENDINGS[0], ENDINGS[3], ENDINGS[6]:
        program = KEEPS.format(
            function="conv1d", arguments="vector, kernel", vector="vector", ending=ending
        )
        texts = list(every_output(graded(FUNCTION, program, tmp_path)))
        assert any(handed_back(shown, [], text) for text in texts)


def test_an_honest_mistake_is_told_with_its_values_in_every_check(tmp_path: Path) -> None:
    program = "import numpy as np\ndef conv1d(vector, kernel):\n    return np.zeros(3)"
    (problem,) = graded(FUNCTION, program, tmp_path).problems
    wrong = [one for one in problem.fields if one.inputs is not None]
    assert len(wrong) > 2
    assert all(one.found == "[0, 0, 0]" for one in wrong)
