"""No mutant of a model solution gets full marks, but for those that are right all the same."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.grading import grade as grading
from grader.intake.submission import Submission
from grader.marking.result import ProblemResult
from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import family, family_keys
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.variant import Variant
from tests.submissions.handed_in import IMPORTS
from tests.submissions.mutants import Mutant, mutants
from tests.turns import ALL, in_this_run
from tests.warm import warm_sandbox

SEED = "1"
OF_A_LEVEL = 60
IN_A_RUN = 4
"""So many levels are looked at in an ordinary run."""
FEWER = 8
"""So many mutants of each of them."""
OTHER_INPUTS = 200
"""With so many other inputs a program of NumPy is called ten thousand times and more."""

EQUIVALENT: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("equivalent.toml").read_text(encoding="utf-8")
)
"""By family: the changed lines of mutants that are right, and why they are."""

LEVELS_IN_CODE = [
    f"{key}:{level}" for key in family_keys() if family(key).kind == "code" for level in LEVELS
]


@pytest.fixture(autouse=True)
def _found_out_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is looked for in a mutant beyond whether it passes."""
    for name in ("runs_mended", "runs_changed"):
        monkeypatch.setattr(grading, name, lambda *_, **__: ())
    yield


def marked(variant: Variant, source: str) -> ProblemResult:
    sheet = Sheet(SEED, "en", (Problem("1", variant),))
    cells = (Cell(IMPORTS[sheet.uses_torch]), Cell(source, None, 1, "1"))
    return grading.grade(Submission(sheet, cells), sandbox=warm_sandbox()).problems[0]


def survivors(variant: Variant, most: int) -> list[Mutant]:
    return [
        mutant
        for mutant in mutants(variant, most)
        if (result := marked(variant, mutant.source)).score == result.max_score
    ]


@pytest.mark.parametrize("request_", in_this_run(LEVELS_IN_CODE, IN_A_RUN))
def test_no_mutant_of_a_model_solution_passes_but_those_that_are_right(request_: str) -> None:
    key, level = request_.split(":")
    chosen: Level = next(each for each in LEVELS if each == level)
    variant = draw_variant(key, chosen, SEED)
    known = EQUIVALENT.get(key, {})
    found = survivors(variant, OF_A_LEVEL if ALL else FEWER)
    assert [mutant.line for mutant in found if mutant.line not in known] == []


@pytest.mark.skipif(not ALL, reason="it takes minutes: `make certify` does it")
@pytest.mark.parametrize("request_", LEVELS_IN_CODE)
def test_a_mutant_that_is_said_to_be_right_passes_on_other_inputs_too(request_: str) -> None:
    key, level = request_.split(":")
    chosen: Level = next(each for each in LEVELS if each == level)
    variant = draw_variant(key, chosen, SEED)
    for mutant in mutants(variant, OF_A_LEVEL):
        if mutant.line in EQUIVALENT.get(key, {}):
            for seed in range(OTHER_INPUTS):
                other = replace(variant, seed=f"inputs {seed}")  # the same exercise, other inputs
                result = marked(other, mutant.source)
                assert result.score == result.max_score, mutant.line


def test_a_family_has_forty_mutants_at_least() -> None:
    for key in {request.partition(":")[0] for request in LEVELS_IN_CODE}:
        assert sum(len(mutants(draw_variant(key, level, SEED), 40)) for level in LEVELS) >= 40


def test_every_line_that_is_said_to_be_right_has_its_reason() -> None:
    assert all(reason.strip() for lines in EQUIVALENT.values() for reason in lines.values())
    assert set(EQUIVALENT) <= {request.partition(":")[0] for request in LEVELS_IN_CODE}
