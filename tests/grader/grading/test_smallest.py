"""The smallest input that shows a mistake: few numbers, right by the rule, the same each time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.grading import smallest as smallest_inputs
from grader.grading.grade import grade_file
from grader.grading.smallest import MOST_NUMBERS
from grader.marking.result import ProblemResult
from grader.messages.remark import Remark
from grader.sheet.header import header_lines
from grader.sheet.sheet import draw_sheet
from problems.probe import Observation
from problems.rule import NotApplicableError
from reference.errors import ShapeError
from tests.warm import warm_sandbox

FUNCTION = draw_sheet("5", ["conv1d-code@lecture"], "en")
RIGHT = """\
import numpy as np
def conv1d(vector, kernel):
    n = len(vector) - len(kernel) + 1
    return np.array([vector[i : i + len(kernel)] @ kernel[::-1] for i in range(n)], dtype=float)
"""


CORRELATION = RIGHT.replace("kernel[::-1]", "kernel")


def graded(program: str, folder: Path) -> ProblemResult:
    path = folder / "submission.py"
    lines = [*header_lines(FUNCTION), "# %% problem 1", program]
    path.write_text("\n".join(lines), encoding="utf-8")
    (problem,) = grade_file(path, sandbox=warm_sandbox()).problems
    return problem


def smallest(problem: ProblemResult) -> list[Remark]:
    return [one for f in problem.fields for one in f.remarks if one.key == "smallest-input"]


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]


def called(remark: Remark, function: str, program: str) -> Any:
    """What a program gives for the inputs that are told."""
    names: dict[str, Any] = {}
    exec(program, names)  # noqa: S102  (a program of this test)
    inputs = {
        name: np.array(numbers(values))
        for name, values in re.findall(r"(\w+) = (\[[^]]*\])", remark.details["inputs"])
    }
    return names[function](**inputs)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("kernel[::-1]", "kernel"),
        ("+ 1\n", "\n"),
        ("vector[i : i + len(kernel)]", "(vector + (len(vector) > 2) / 7)[i : i + len(kernel)]"),
    ],
)
def test_it_shows_what_the_program_gives_and_what_is_right(
    right: str, wrong: str, tmp_path: Path
) -> None:
    assert right in RIGHT
    program = RIGHT.replace(right, wrong)
    (remark,) = smallest(graded(program, tmp_path))
    assert len(numbers(remark.details["inputs"])) <= MOST_NUMBERS
    for text, source in (("found", program), ("expected", RIGHT)):
        told = numbers(remark.details[text])
        assert np.allclose(told, np.ravel(called(remark, "conv1d", source)), rtol=1e-4)
    assert remark.details["found"] != remark.details["expected"]


def test_it_is_the_smallest_there_is(tmp_path: Path) -> None:
    (remark,) = smallest(graded(CORRELATION, tmp_path))
    assert len(numbers(remark.details["inputs"])) == 4  # a kernel of two on a vector of two


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    assert smallest(graded(CORRELATION, tmp_path)) == smallest(graded(CORRELATION, tmp_path))


@pytest.mark.parametrize(
    "program",
    [
        RIGHT,
        RIGHT.replace("return", "raise ValueError\n    return"),
        RIGHT.replace("return", "n += (len(vector) > 9) / 0\n    return"),
    ],
)
def test_there_is_none_where_all_is_right_or_nothing_comes(program: str, tmp_path: Path) -> None:
    assert smallest(graded(program, tmp_path)) == []


@pytest.mark.parametrize("error", [ShapeError, OverflowError, NotApplicableError])
def test_inputs_on_which_a_rule_has_no_value_are_passed_over(
    error: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = smallest(graded(CORRELATION, tmp_path))
    break_on_small_inputs(monkeypatch, error, most=4)
    (remark,) = smallest(graded(CORRELATION, tmp_path))
    assert len(numbers(remark.details["inputs"])) > 4 >= len(numbers(without[0].details["inputs"]))


@pytest.mark.parametrize("error", [IndexError, TypeError, KeyError])
def test_a_rule_that_breaks_on_a_small_input_is_a_fault_of_ours_and_costs_nothing(
    error: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = graded(CORRELATION, tmp_path)
    break_on_small_inputs(monkeypatch, error, most=4)
    after = graded(CORRELATION, tmp_path)
    faulty = {one.name for one in after.fields if one.outcome is Outcome.GRADER_FAULT}
    looked_into = {
        one.name for one in before.fields for r in one.remarks if r.key == "smallest-input"
    }
    assert faulty == looked_into == {"integers"}
    assert after.score == before.score
    assert after.max_score == before.max_score - 3
    (remark,) = next(one for one in after.fields if one.name == "integers").remarks
    assert (remark.key, remark.details["type"]) == ("grader-fault", error.__name__)


def break_on_small_inputs(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception], most: int
) -> None:
    """Have rules raise an error for small inputs that have so many numbers together, or fewer."""

    def small_ones(observation: Observation, values: Mapping[int, Any]) -> Mapping[str, Any]:
        if sum(map(np.size, values.values())) <= most:
            raise error("broken")
        return with_values(observation, values)

    with_values = smallest_inputs._inputs_with
    monkeypatch.setattr(smallest_inputs, "_inputs_with", small_ones)
