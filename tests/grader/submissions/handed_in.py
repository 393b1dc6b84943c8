"""What students hand in: sheets of one published example many times over, each copy filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from grader.grading.grade import grade
from grader.intake.submission import read_submission
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.render.blanks import in_python
from grader.render.statement import points
from grader.report.wording import message_of
from grader.sandbox.outside.program import Limits
from grader.sheet.header import header_lines
from grader.sheet.sheet import Problem, Sheet, draw_sheet
from tests.warm import warm_sandbox

TABLE, BACKPROP, FUNCTION = "cnn-table@lecture", "conv2d-backprop@lecture", "conv1d-code@lecture"

SHORT = Limits(call_seconds=1.0)

CONV1D = '''\
def conv1d(vector, kernel):
    """1D convolution."""
    out = np.zeros(len(vector) - len(kernel) + 1)
    for i in range(len(out)):
        out[i] = np.sum(vector[i : i + len(kernel)] * kernel[::-1])
    return out
'''


def full_marks(request: str) -> int:
    """The marks that there are for one problem."""
    (problem,) = copies(request, 1).problems
    return int(points(problem))


def copies(request: str, number: int) -> Sheet:
    """A sheet of ``number`` problems that are all the same."""
    return draw_sheet("7", [request] * number, "en")


def right_lines(problem: Problem) -> dict[str, str]:
    """The line of each blank, as a student with everything right writes it."""
    values = problem.variant.working.solve_in_symbols()
    asked = [asked.name for asked in problem.variant.working.asked]
    return {name: f"{name} = {in_python(values[name])}" for name in asked}


def filled_in(problem: Problem, changed: Mapping[str, str]) -> str:
    """The blanks of a problem, all right but for those whose line is given."""
    return "\n".join({**right_lines(problem), **changed}.values())


def script_of(sheet: Sheet, works: Iterable[str], *, before: str = "", after: str = "") -> str:
    """The file of a sheet: the header, and what was written for each problem."""
    sections = [
        f"# %% problem {problem.key}\n{work}\n"
        for problem, work in zip(sheet.problems, works, strict=True)
    ]
    return "\n".join([*header_lines(sheet), before, "import numpy as np", *sections, after]) + "\n"


def marked(path: Path, source: str, limits: Limits = SHORT) -> SheetResult:
    """The marks of a file of this text."""
    path.write_text(source, encoding="utf-8")
    return grade(read_submission(path), limits=limits, sandbox=warm_sandbox())


def field_of(problem: ProblemResult, name: str) -> FieldResult:
    """One field of a problem."""
    return next(field for field in problem.fields if field.name == name)


def said_of(problem: ProblemResult, field: FieldResult) -> str:
    """What the student reads about a field, in English."""
    return message_of(field, problem.family, "en")
