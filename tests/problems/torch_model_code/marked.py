"""What models in PyTorch earn, each handed in as a sheet of its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from grader.answers.outcome import Outcome
from grader.grading.grade import grade_file
from grader.marking.result import FieldResult
from grader.render.script import SECTION, preamble
from grader.report.wording import message_of
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import folder
from problems.torch_model_code.family import FLATTEN, RELU, Parameters, affine, conv, pool
from problems.variant import Variant
from tests.warm import warm_sandbox

KEY = "torch-model-code"
SEEDS = range(4)

SMALL: Parameters = {
    "input": [2, 8, 12],
    "layers": [conv(4, 3), RELU, pool("max-pool", 2, 2), FLATTEN, affine(7), RELU, affine(5)],
}

SLIPS = sorted(path.name.removesuffix(".py.j2") for path in (folder(KEY) / "slips").iterdir())

Fields = Mapping[str, FieldResult]


def marked(variants: list[Variant], programs: list[str], path: Path) -> list[Fields]:
    """The fields of each program, by the names of the checks; each runs as a sheet of its own."""
    found: list[Fields] = []
    for variant, program in zip(variants, programs, strict=True):
        header = preamble(Sheet("1", "en", (Problem("1", variant),)))
        text = f"{header}\n\n{SECTION.format(key='1')}\n{program}\n"
        path.write_text(text, encoding="utf-8")
        result = grade_file(path, sandbox=warm_sandbox())
        assert {remark.key for remark in result.incidents} <= {"not-as-drawn"}
        found.append({field.name: field for field in result.problems[0].fields})
    return found


def lost(fields: Fields) -> set[str]:
    return {name for name, field in fields.items() if field.outcome is not Outcome.CORRECT}


def without_full_marks(fields: Fields) -> set[str]:
    return {name for name, field in fields.items() if field.score < field.max_score}


def said(field: FieldResult) -> str:
    return message_of(field, KEY, "en")
