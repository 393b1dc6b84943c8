"""Grading of one submission: its program is run apart, and each problem is marked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from grader.marking.answer import MOST_CELLS, Answer, NoValue, cells_in, read_answer
from grader.marking.by_hand import mark_by_hand
from grader.marking.failure import explained
from grader.marking.in_code import mark_code
from grader.marking.notation import in_notation
from grader.marking.result import FieldResult, Outcome, ProblemResult, Remark, SheetResult
from grader.sandbox.early import Prestarted
from grader.sandbox.execution import execute
from grader.sandbox.outcome import (
    Ended,
    Execution,
    Incident,
    OverLimit,
    PrintLog,
    Returned,
    SandboxFault,
)
from grader.sandbox.outcome import Outcome as Seen
from grader.sandbox.program import Limits, Probe, Wanted
from grader.sheet import Problem
from grader.submission import Submission, read_submission
from problems.family import ByHand, InCode
from problems.forms import shape_of
from problems.working import Asked


def grade_file(path: Path, *, limits: Limits | None = None) -> SheetResult:
    """Mark the submission in a file. Raises SheetError if nothing in it can be marked."""
    return grade(read_submission(path), limits=limits)


def grade(
    submission: Submission, *, limits: Limits | None = None, early: Prestarted | None = None
) -> SheetResult:
    """Mark a submission. A fault of ours shows in its fields, and costs the student nothing."""
    sheet = submission.sheet
    try:
        execution = _run(submission, limits, early)
    except SandboxFault as fault:
        problems = tuple(
            ProblemResult(p.key, p.variant.family.key, p.variant.level, faulty_fields(p, fault))
            for p in sheet.problems
        )
        return SheetResult(sheet.name, sheet.language, problems)
    return SheetResult(
        sheet.name,
        sheet.language,
        tuple(_marked(problem, execution) for problem in sheet.problems),
        (*map(_told, execution.incidents), *_told_of_printing(execution.printed)),
    )


def _run(submission: Submission, limits: Limits | None, early: Prestarted | None) -> Execution:
    sheet = submission.sheet
    return execute(
        submission.cells,
        [_wanted(p) for p in sheet.problems if isinstance(p.variant.family.task, ByHand)],
        [probe for p in sheet.problems for probe in _probes(p)],
        limits or Limits(),
        torch=sheet.uses_torch,
        prestarted=early,
    )


def _wanted(problem: Problem) -> Wanted:
    return Wanted(problem.key, tuple(asked.name for asked in problem.variant.working.asked))


def _probes(problem: Problem) -> Iterator[Probe]:
    if isinstance(problem.variant.family.task, InCode):
        for check in problem.variant.checks:
            yield Probe(problem.key, check.name, tuple(check.probe.steps))


def _marked(problem: Problem, execution: Execution) -> ProblemResult:
    """The marks of one problem. A fault of ours in it is said, and costs the student nothing."""
    variant = problem.variant
    try:
        fields = _fields(problem, execution)
    except Exception as error:  # whatever fails here is not the student's doing
        fields = faulty_fields(problem, error)
    return ProblemResult(problem.key, variant.family.key, variant.level, fields)


def faulty_fields(problem: Problem, error: Exception) -> tuple[FieldResult, ...]:
    """The fields of a problem that could not be marked through a fault of ours.

    They are taken out of the marks that there are.
    """
    remark = Remark("grader-fault", {"type": type(error).__name__, "message": str(error)})
    task = problem.variant.family.task
    if isinstance(task, ByHand):
        names = [asked.name for asked in problem.variant.working.asked]
    else:
        names = [check.name for check in problem.variant.checks]
        names += [rule.name for rule in task.style]
    return tuple(
        FieldResult(name, Outcome.GRADER_FAULT, 0.0, 0.0, remarks=(remark,)) for name in names
    )


def _fields(problem: Problem, execution: Execution) -> tuple[FieldResult, ...]:
    variant = problem.variant
    match variant.family.task:
        case ByHand():
            asked = variant.working.asked
            values = {each.name: execution.values[problem.key, each.name] for each in asked}
            answers = {each.name: _answer(problem, each, values[each.name]) for each in asked}
            written = {
                name: in_notation(value.value)
                for name, value in values.items()
                if isinstance(value, Returned)
            }
            return mark_by_hand(variant.working, answers, written)
        case InCode() as task:
            seen = {c.name: execution.observations[problem.key, c.name] for c in variant.checks}
            return mark_code(variant.checks, task.style, seen, execution.facts, problem.key)


def _answer(problem: Problem, asked: Asked, seen: Seen) -> Answer:
    if isinstance(seen, Returned):
        if cells_in(seen.value) <= MOST_CELLS:
            one_number = shape_of(problem.variant.truth[asked.name]) == ()
            return read_answer(asked.form, seen.value, one_number=one_number)
        seen = OverLimit("result", f"{MOST_CELLS} numbers")
    outcome, remark = explained(seen, what=asked.name)
    return NoValue(outcome, remark)


def _told_of_printing(printed: PrintLog) -> Iterator[Remark]:
    """A word on a flood of output, which is cut and costs nothing."""
    if printed.total_bytes > len(printed.text.encode()):
        yield Remark("printed", {"size": f"{printed.total_bytes / 1e6:.1f} MB"})


def _told(incident: Incident) -> Remark:
    details = {"place": incident.place, "message": incident.message, "type": incident.kind}
    match incident.outcome:
        case OverLimit(limit=limit, value=value):
            return Remark("over-limit", {**details, "limit": limit, "value": value})
        case Ended(detail=detail):
            return Remark("ended", {**details, "detail": detail})
        case _ if incident.kind in ("SyntaxError", "IndentationError", "TabError"):
            return Remark("syntax", details)
        case _:
            return Remark("raised", details)
