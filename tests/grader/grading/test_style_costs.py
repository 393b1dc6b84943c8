"""What a breach of style costs is the lecturer's to say; marks for it are told apart."""

from __future__ import annotations

import pytest

from grader.answers.outcome import Outcome
from grader.grading.grade import grade_file
from grader.grading.style_costs import (
    StyleCost,
    StyleCostError,
    parse_style_cost,
    rules_of,
    with_style_costs,
)
from grader.marking.result import FieldResult, SheetResult
from grader.report.as_json import as_data
from grader.sheet.header import header_lines
from grader.sheet.sheet import draw_sheet
from tests.warm import warm_sandbox

SHEET = draw_sheet("5", ["conv1d-code@lecture"], "en")
READY_MADE = """\
import numpy as np
def conv1d(vector, kernel):
    return np.convolve(vector, kernel, "valid")
"""
OWN = """\
import numpy as np
def conv1d(vector, kernel):
    n = len(vector) - len(kernel) + 1
    return np.array([vector[i : i + len(kernel)] @ kernel[::-1] for i in range(n)], dtype=float)
"""


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SheetResult]:
    """The results of a program that may not be written so, and of one that may."""
    found = {}
    for name, program in {"ready-made": READY_MADE, "own": OWN}.items():
        path = tmp_path_factory.mktemp(name) / "submission.py"
        lines = [*header_lines(SHEET), "# %% problem 1", program]
        path.write_text("\n".join(lines), encoding="utf-8")
        found[name] = grade_file(path, sandbox=warm_sandbox())
    return found


def style_of(result: SheetResult) -> list[FieldResult]:
    return [field for field in result.problems[0].fields if field.is_style]


def test_marks_for_style_are_told_apart_from_those_for_results(
    graded: dict[str, SheetResult],
) -> None:
    result = graded["ready-made"]
    (problem,) = as_data(result)["problems"]
    assert (problem["style_score"], problem["style_max_score"]) == (1, 2)
    assert [field["name"] for field in problem["fields"] if field["style"]] == [
        field.name for field in style_of(result)
    ]


def test_without_costs_the_marks_are_those_of_the_exercise(graded: dict[str, SheetResult]) -> None:
    result = graded["ready-made"]
    assert with_style_costs(result, ()) is result
    assert (result.score, result.max_score) == (9, 10)


@pytest.mark.parametrize(("cost", "score", "of"), [("0", 9, 9), ("1", 9, 10), ("4", 9, 13)])
def test_a_breach_costs_so_many_marks(
    cost: str, score: float, of: float, graded: dict[str, SheetResult]
) -> None:
    costs = [parse_style_cost(f"own-code={cost}")]
    told = with_style_costs(graded["ready-made"], costs)
    assert (told.score, told.max_score) == (score, of)
    kept = with_style_costs(graded["own"], costs)
    assert kept.score == kept.max_score == of


def test_a_breach_may_cost_all_that_the_problem_earns(graded: dict[str, SheetResult]) -> None:
    costs = [parse_style_cost("conv1d-code:own-code=all")]
    told = with_style_costs(graded["ready-made"], costs)
    assert (told.score, told.max_score) == (0, 10)
    lost = told.problems[0].fields[0]
    assert lost.outcome is Outcome.SLIP
    assert lost.remarks[0].key == "style-forfeits"
    assert with_style_costs(graded["own"], costs) == graded["own"]


def test_the_last_cost_that_fits_counts_and_that_of_another_family_does_not(
    graded: dict[str, SheetResult],
) -> None:
    costs = [StyleCost("*", 3.0), StyleCost("own-code", 5.0), StyleCost("*", None, "other-code")]
    told = with_style_costs(graded["own"], costs)
    assert {field.name: field.max_score for field in style_of(told)} == {
        "one-loop": 3.0,
        "own-code": 5.0,
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("own-code", "no cost of a breach"),
        ("own-code=-1", "no cost of a breach"),
        ("own-code=none", "no cost of a breach"),
        ("own-code=1e9", "no cost of a breach"),
        ("own-code=99999", "at most 1000 marks"),
        ("conv-code:own-code=1", "no family 'conv-code'"),
        ("cnn-table:own-code=1", "no rule of style 'own-code'; there are none"),
        ("own=1", "no rule of style 'own'; there are conv2d-no-loop"),
    ],
)
def test_what_is_no_cost_or_of_no_rule_is_refused(text: str, said: str) -> None:
    with pytest.raises(StyleCostError, match=said):
        parse_style_cost(text)


def test_the_rules_of_a_family_are_known() -> None:
    assert rules_of("conv1d-code") == ["one-loop", "own-code"]
    assert rules_of("cnn-table") == []
