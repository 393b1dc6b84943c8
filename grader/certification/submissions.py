"""What students might hand in of a variant, written as they would write it, and marked for real.

The file of a sheet is rendered, read and marked by the very functions that do it for students.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from grader.answers.answer import Answer, NoValue, read_answer
from grader.answers.outcome import Outcome
from grader.grading.grade import grade_file
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import Remark
from grader.render.notebook import notebook
from grader.render.script import Work, script
from grader.sandbox.outside.sandbox import Sandbox
from grader.sheet.sheet import Problem, Sheet
from problems.quantity import Values
from problems.sentences import Language
from problems.variant import Variant, published_elsewhere

Writer = Callable[[Sheet, Callable[[Problem], Work]], str]

AS_SCRIPT: Writer = script


def as_notebook(sheet: Sheet, work: Callable[[Problem], Work]) -> str:
    """The notebook of a sheet with ``work(problem)`` in its cells."""
    return notebook(sheet, "submission.ipynb", work)


WRITERS: Mapping[str, Writer] = {".py": script, ".ipynb": as_notebook}
"""How a sheet is written for each kind of file that may be handed in."""


class HandingIn:
    """A folder and a sandbox in which one submission after the other is written and marked."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._folder = tempfile.TemporaryDirectory(prefix="certification-")

    def __enter__(self) -> HandingIn:
        return self

    def __exit__(self, *error: object) -> None:
        self._folder.cleanup()

    def result(
        self,
        variant: Variant,
        work: Callable[[Problem], Work],
        language: Language,
        suffix: str = ".py",
    ) -> SheetResult:
        """What a sheet with this variant alone gets. May raise SheetError, as for a student."""
        sheet = Sheet(variant.seed, language, (Problem("1", variant),))
        path = Path(self._folder.name) / f"submission{suffix}"
        path.write_text(WRITERS[suffix](sheet, work), encoding="utf-8")
        return grade_file(path, sandbox=self._sandbox)


def marked_in_place(variant: Variant, values: Values) -> tuple[FieldResult, ...]:
    """The marks of values by hand, without a file: those that are missing are left blank."""
    blank = NoValue(Outcome.UNANSWERED, Remark("blank"))
    answers = {
        asked.name: read_answer(asked.form, values[asked.name]) if asked.name in values else blank
        for asked in variant.working.asked
    }
    return marked(variant, answers)


def marked(variant: Variant, answers: Mapping[str, Answer]) -> tuple[FieldResult, ...]:
    """The marks of answers by hand, without a file.

    Mistakes and guesses often lead to the same answers, of which each sheet is marked once.
    """
    known, published = _marks_of(variant)
    written = repr([(name, _in_full(answer)) for name, answer in sorted(answers.items())])
    if written not in known:
        known[written] = mark_by_hand(variant.working, answers, published=published)
    return known[written]


@lru_cache(maxsize=2)
def _marks_of(
    variant: Variant,
) -> tuple[dict[str, tuple[FieldResult, ...]], Mapping[str, Sequence[Any]]]:
    """The marks of what was marked of a variant so far, and what anybody may copy."""
    return {}, published_elsewhere(variant)


def _in_full(answer: Answer) -> Any:
    """An answer such that no other one is written alike: arrays shown in full, with their kind."""
    if isinstance(answer, np.ndarray):
        return answer.dtype, answer.shape, answer.tolist()
    return answer


def lost(fields: Sequence[FieldResult]) -> float:
    """The marks that were not earned."""
    return sum(field.max_score - field.score for field in fields)


def told_of(problem: ProblemResult) -> str:
    """What did not get full marks, in one line for the author."""
    parts = [
        f"{f.name} is {f.outcome.value}"
        + (f" ({', '.join(f.slips)})" if f.slips else "")
        + (f", {f.found} came" if f.found is not None else "")
        for f in problem.fields
        if f.score < f.max_score or f.outcome is not Outcome.CORRECT
    ]
    return "; ".join(parts[:3]) + ("; …" if len(parts) > 3 else "")
