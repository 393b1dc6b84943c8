"""From the marks of a file to what its student gets: points, overrides, lateness, feedback."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path

from grader.answers.outcome import Outcome
from grader.course.assignment import Assignment, read_assignment
from grader.course.feedback_pages import pages_of
from grader.course.handed import Handed
from grader.course.issue import weighed
from grader.course.lateness import Lateness, Timing, after_lateness
from grader.course.overrides import Override, overrides_of
from grader.course.points import with_points
from grader.grading.batch import Finished
from grader.marking.marks import exact, written
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import Remark
from grader.render.statement import marks_of
from grader.report.feedback import as_told
from grader.sheet.set_sheet import SetSheet
from grader.sheet.sheet import Sheet
from problems.frozen import frozen


@frozen(eq=False)
class Finisher:
    """What is done with each result where it is made, in whichever process that is.

    ``source`` is the assignment, or where it is, and ``handed`` has the files by their paths.
    Feedback is made where it is wanted.
    """

    source: Path | Assignment
    handed: Mapping[Path, Handed]
    overrides: Sequence[Override]
    makes_pages: bool = False

    def sheet(self, sheet: SetSheet) -> SetSheet:
        """A sheet with what its blanks are worth."""
        return weighed(_assignment(self.source), sheet)

    def __call__(self, path: Path, result: SheetResult, sheet: Sheet) -> Finished:
        """The result in points, with its feedback."""
        handed = self.handed[path]
        assignment = _assignment(self.source)
        finished = finish(result, assignment, handed, self.overrides, sheet)
        if not self.makes_pages:
            return Finished(finished)
        told = as_told(finished, assignment.feedback)
        return Finished(finished, pages_of(told, sheet, assignment.feedback))


@cache
def _assignment(source: Path | Assignment) -> Assignment:
    return read_assignment(source) if isinstance(source, Path) else source


def finish(
    result: SheetResult,
    assignment: Assignment,
    handed: Handed,
    overrides: Sequence[Override],
    sheet: Sheet | None = None,
) -> SheetResult:
    """The result of a file in the points of the assignment, with what changes them and why.

    First come the points, then what a person has set, and then what lateness costs. By the
    ``sheet`` it is known how many points there are for what could not be marked through a fault of
    ours, where a person has set them.
    """
    sitting = handed.sitting
    assert sitting is not None
    own = overrides_of(overrides, sitting.student, sitting.revision, sitting.attempt)
    found = with_points(_counted_again(result, own, sheet), assignment)
    found = replace(
        found, problems=tuple(_with_overrides(problem, own) for problem in found.problems)
    )
    incidents = [
        Remark("set-by-hand", {"place": one.about, "points": _told(one), "reason": one.reason})
        for one in own.values()
    ]
    if handed.lateness is not None:
        of = exact(found.max_score)
        left = after_lateness(exact(found.score), of, handed.lateness)
        lost = exact(found.score) - left
        incidents += _told_of_lateness(handed.lateness, lost)
        found = replace(found, deducted=float(lost))
    return replace(found, incidents=(*incidents, *found.incidents))


def _counted_again(
    result: SheetResult, own: Mapping[tuple[str, str], Override], sheet: Sheet | None
) -> SheetResult:
    """The result with the marks that there are for what met a fault of ours and is set by hand."""
    variants = {each.key: each.variant for each in sheet.problems} if sheet else {}

    def counted(problem: ProblemResult, field: FieldResult) -> FieldResult:
        is_set = (problem.key, field.name) in own or (problem.key, "") in own
        if field.outcome is not Outcome.GRADER_FAULT or not is_set or problem.key not in variants:
            return field
        return replace(field, max_score=float(marks_of(variants[problem.key])[field.name]))

    return replace(
        result,
        problems=tuple(
            replace(problem, fields=tuple(counted(problem, field) for field in problem.fields))
            for problem in result.problems
        ),
    )


def _with_overrides(
    problem: ProblemResult, own: Mapping[tuple[str, str], Override]
) -> ProblemResult:
    fields = tuple(
        _set(field, own[problem.key, field.name]) if (problem.key, field.name) in own else field
        for field in problem.fields
    )
    whole = own.get((problem.key, ""))
    points = None if whole is None or whole.points is None else float(whole.points)
    return replace(problem, fields=fields, set_by_hand=points)


def _set(field: FieldResult, override: Override) -> FieldResult:
    assert override.points is not None
    told = Remark("set-by-hand", {"reason": override.reason})
    return replace(field, score=float(override.points), remarks=(*field.remarks, told))


def _told(override: Override) -> str:
    return written(override.points or Fraction(0))


def _told_of_lateness(lateness: Lateness, lost: Fraction) -> list[Remark]:
    match lateness.timing:
        case Timing.LATE:
            assert lateness.late is not None
            key = "late-days" if lateness.late.unit.days else "late-hours"
            return [Remark(key, {"units": lateness.units, "lost": written(lost)})]
        case Timing.TOO_LATE:
            return [Remark("too-late")]
    return []
