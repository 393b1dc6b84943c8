"""``%check`` tells of the problems and answers that it is asked for."""

from __future__ import annotations

import pytest

from grader.answers.outcome import Outcome
from grader.jupyter.asking import Asked, UnknownOptionError, asked_in, part_of
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.report.feedback import Level


def field(name: str) -> FieldResult:
    return FieldResult(name, Outcome.CORRECT, 1.0, 1.0)


RESULT = SheetResult(
    "practice-1",
    "en",
    (
        ProblemResult("1", "conv2d-backprop", "easy", (field("q1"), field("h"))),
        ProblemResult("2", "conv1d-code", "easy", (field("integers"), field("edges"))),
        ProblemResult("3", "conv2d-backprop", "easy", (field("q1"), field("h"))),
    ),
)
FUNCTIONS = {"1": ("q1", "h"), "2": ("conv1d",), "3": ("q1", "h")}


def told(*asked: str) -> list[str]:
    part, unknown = part_of(RESULT, asked, {"2": FUNCTIONS["2"]})
    assert unknown == []
    return [f"{problem.key}.{one.name}" for problem in part.problems for one in problem.fields]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ((), ["1.q1", "1.h", "2.integers", "2.edges", "3.q1", "3.h"]),
        (("2",), ["2.integers", "2.edges"]),
        (("q2",), ["2.integers", "2.edges"]),
        (("q1",), ["1.q1", "3.q1"]),  # which is a blank here
        (("3.h",), ["3.h"]),
        (("conv1d",), ["2.integers", "2.edges"]),
        (("h", "edges"), ["1.h", "2.edges", "3.h"]),
        (("2.e*",), ["2.edges"]),
    ],
)
def test_a_name_is_a_problem_a_blank_a_check_or_a_function(
    asked: tuple[str, ...], expected: list[str]
) -> None:
    assert told(*asked) == expected


def test_names_that_are_nothing_are_told() -> None:
    assert part_of(RESULT, ("h", "q9", "hh"), FUNCTIONS)[1] == ["q9", "hh"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", Asked((), Level.FULL)),
        ("1, h --hints", Asked(("1", "h"), Level.HINTS)),
        ("--score 2", Asked(("2",), Level.SCORE)),
        ("--full", Asked((), Level.FULL)),
    ],
)
def test_a_line_has_names_and_says_how_much_is_to_be_told(line: str, expected: Asked) -> None:
    assert asked_in(line) == expected


def test_an_option_that_there_is_not_is_refused() -> None:
    with pytest.raises(UnknownOptionError, match="--all"):
        asked_in("1 --all")
