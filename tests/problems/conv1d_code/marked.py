"""What programs for a 1D convolution earn, each handed in as a sheet of its own."""

from __future__ import annotations

from grader.grading.grade import grade
from grader.intake.submission import Submission
from grader.marking.result import FieldResult, ProblemResult
from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import Problem, Sheet
from problems.variant import Variant, example_variant
from tests.warm import warm_sandbox

LECTURE = example_variant("conv1d-code", "lecture")
VALUES = ("integers", "decimals", "integer-vector", "kernel-of-one", "shortest-vector")
"""The checks of values."""


def mark(*handed_in: tuple[Variant, str]) -> list[ProblemResult]:
    """What each program earns; each is handed in as a sheet of its own."""
    return [mark_one(variant, source) for variant, source in handed_in]


def mark_one(variant: Variant, source: str) -> ProblemResult:
    sheet = Sheet("conv1d", "en", (Problem("1", variant),))
    cells = (Cell("import numpy as np\n"), Cell(source, None, 1, "1"))
    result = grade(Submission(sheet, cells), sandbox=warm_sandbox())
    assert {incident.key for incident in result.incidents} <= {"not-as-drawn"}
    return result.problems[0]


def fields(result: ProblemResult) -> dict[str, FieldResult]:
    return {field.name: field for field in result.fields}


def named(result: ProblemResult) -> set[str]:
    return {key for field in result.fields for key in field.slips}


def lost(result: ProblemResult) -> set[str]:
    """The checks that have lost marks."""
    return {field.name for field in result.fields if field.score < field.max_score}


def is_full(result: ProblemResult) -> bool:
    return result.score == result.max_score > 0
