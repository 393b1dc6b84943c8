"""Grading of one submission: its program is run apart, and each problem is marked."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from grader.answers.answer import Answer, NoValue
from grader.answers.notation import in_notation
from grader.answers.python_error import what_to_do
from grader.grading.corrections import (
    answers_read,
    corrected,
    told_of_corrections,
    told_of_doubled,
    told_of_redefinition,
    told_of_repetition,
)
from grader.grading.limits import LimitChanges, strictest
from grader.grading.lost import Lost, lost_answers
from grader.grading.probes import probes_of
from grader.grading.sealed import fields_as_read, without_marks
from grader.grading.second_run import as_called, runs_mended
from grader.grading.shown_alone import without_kept_inputs
from grader.grading.single_change import Run, runs_changed
from grader.grading.smallest import with_smallest
from grader.grading.typed import Typed, incidents_but, told_of_typed, typed_answers
from grader.grading.unfinished import told_of_unfinished
from grader.intake.submission import Submission, read_submission
from grader.marking.by_hand import mark_by_hand
from grader.marking.failure import hint_of
from grader.marking.in_code import mark_code
from grader.marking.result import FieldResult, ProblemResult, SheetResult, faulty_field
from grader.messages.fault import fault_remark
from grader.messages.remark import HINT, Remark
from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.nursery import Nursery
from grader.sandbox.outside.outcome import (
    Ended,
    Execution,
    Incident,
    OverLimit,
    PassedOver,
    PrintLog,
    Raised,
    Replacement,
    Returned,
    SandboxFault,
)
from grader.sandbox.outside.program import Cell, Limits, Wanted
from grader.sandbox.outside.sandbox import Sandbox
from grader.sandbox.outside.versions import marking_versions
from grader.sandbox.wire.frames import size_text
from grader.sandbox.wire.level import NONE, REDUCED
from grader.sheet.drawn import AsDrawn, as_drawn, example_of
from grader.sheet.set_sheet import SetSheet
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import folder
from problems.family import ByHand, Family, InCode
from problems.probe import Check
from problems.variant import published_elsewhere

_FAMILIES_OWN = LimitChanges()
_MOST_INCIDENTS = 50


def grade_file(
    path: Path,
    *,
    limits: Limits | LimitChanges = _FAMILIES_OWN,
    sandbox: Nursery | None = None,
    set_sheet: SetSheet | None = None,
) -> SheetResult:
    """Mark the submission in a file. Raises SheetError if nothing in it can be marked.

    It is marked by ``set_sheet``, if that is given, and else by its own header.
    """
    return grade(read_submission(path, set_sheet), limits=limits, sandbox=sandbox)


def grade(
    submission: Submission,
    *,
    limits: Limits | LimitChanges = _FAMILIES_OWN,
    sandbox: Nursery | None = None,
) -> SheetResult:
    """Mark a submission. A fault of ours shows in its fields, and costs the student nothing.

    ``limits`` hold for every problem, or change those of the families. The program runs in
    ``sandbox``, or in one for this submission alone. Where there is no PyTorch, the problems that
    need it are taken out of the marks. When the result is there nothing of the program runs any
    more. Raises NoSandboxError where the program cannot be run apart
    from the machine, and MissingModuleError where there is no NumPy.
    """
    if sandbox is None:
        with Sandbox() as own:
            return grade(submission, limits=limits, sandbox=own)
    began = time.monotonic()
    sheet = submission.sheet
    faults: dict[str, Exception] = {}
    run = partial(_run, submission, limits, sandbox)
    try:
        try:
            execution = run()
        except MissingModuleError as missing:
            faults = dict.fromkeys(sheet.needing_torch, missing)
            if not faults:
                raise
            run = partial(run, without=frozenset(faults))
            execution = run()
    except SandboxFault as fault:
        problems = tuple(_faulty(problem, fault) for problem in sheet.problems)
        return _with_draws(sheet, SheetResult(sheet.name, sheet.language, problems))
    run = partial(run, slow=frozenset(execution.stopped))
    names = {problem.key: problem.names for problem in sheet.problems}
    lost = lost_answers(names, submission.cells, execution.facts)
    typed: dict[str, dict[str, Typed]] = {}
    read: dict[str, Mapping[str, Answer]] = {}
    for problem in sheet.problems:
        if problem.key in faults:
            continue
        try:
            read[problem.key] = answers_read(problem, execution, lost)
            typed[problem.key] = _typed(problem, execution, read[problem.key])
        except Exception as error:  # whatever fails here is not the student's doing
            faults[problem.key] = error
    incidents = incidents_but(_of_what_is_marked(execution.incidents, faults), typed)
    result = SheetResult(
        sheet.name,
        sheet.language,
        tuple(
            _faulty(problem, faults[problem.key])
            if problem.key in faults
            else _marked(
                *(problem, execution, lost, read[problem.key], typed[problem.key]),
                *(run, submission.cells),
            )
            for problem in sheet.problems
        ),
        (
            *_told_of_confinement(sandbox),
            *([Remark("sealed")] if sheet.is_sealed else []),
            *submission.remarks,
            *(r for p in sheet.problems for r in told_of_corrections(p, execution)),
            *(
                r
                for one in execution.doubled
                if not any((problem.key, one.name) in lost for problem in sheet.problems)
                for r in told_of_doubled(one)
            ),
            *(
                told_of_typed(name, one)
                for own in typed.values()
                for name, one in own.items()
                if one.is_read
            ),
            *_told_of_blanks(execution.passed_over),
            *map(told_of_redefinition, execution.redefined),
            *(  # which was read says nothing where nobody can tell whose it is
                told_of_repetition(one)
                for one in execution.repeated
                if not any((problem.key, one.name) in lost for problem in sheet.problems)
            ),
            *(
                Remark("overwritten", {"name": one.name, "place": one.place})
                for one in execution.overwritten
            ),
            *map(_told_of_replacement, execution.replacements[:_MOST_INCIDENTS]),
            *map(_told, incidents[:_MOST_INCIDENTS]),
            *_told_of_more(incidents),
            *_told_of_sparing(execution),
            *_told_of_printing(execution.printed, _limits_of_program(sheet, limits).log_bytes),
        ),
        sandbox.level,
        limits_met=execution.limits_met,
        versions=_versions(submission),
    )
    sandbox.wait_for_ends()
    return replace(_with_draws(sheet, result), seconds=time.monotonic() - began)


def _with_draws(sheet: Sheet, result: SheetResult) -> SheetResult:
    """The result, with a word on each problem on whether it is what its seed draws.

    What was issued is marked as it was recorded, whatever a seed draws today.
    """
    if sheet.issued is not None:
        return without_marks(result) if sheet.is_sealed else result
    found = as_drawn(sheet)
    examples = {problem.key: example_of(problem) for problem in sheet.problems}
    problems = tuple(
        replace(each, as_drawn=found[each.key], example=examples[each.key])
        for each in result.problems
    )
    forged = [
        f"{each.key}, {each.variant.family.key}:{each.variant.level}"
        for each in sheet.problems
        if found[each.key] is AsDrawn.NO
    ]
    told = [Remark("not-as-drawn", {"problems": "; ".join(forged)})] if forged else []
    return replace(result, problems=problems, incidents=(*result.incidents, *told))


_OPTIONAL = ("torch", "scipy")


def _versions(submission: Submission) -> dict[str, str]:
    """What marks: Python and NumPy, and of other libraries those that the sheet or program has."""
    sources = [cell.source for cell in submission.cells]
    mentioned = {name for name in _OPTIONAL if any(name in source for source in sources)}
    return marking_versions(mentioned | ({"torch"} if submission.sheet.uses_torch else set()))


def _run(
    submission: Submission,
    limits: Limits | LimitChanges,
    sandbox: Nursery,
    only: str | None = None,
    checks: Mapping[str, Sequence[Check]] = MappingProxyType({}),
    mending: bool = False,
    without: Set[str] = frozenset(),
    *,
    hasty: bool = False,
    slow: frozenset[tuple[int, int]] = frozenset(),
) -> Execution:
    """Runs the program; again for ``only`` one problem, with other ``checks`` or mended.

    ``without`` are problems for which it is not run. A ``hasty`` run has little time for each call,
    and ``slow`` statements, which have been stopped before, have little in any.
    """
    sheet = submission.sheet
    problems = [problem for problem in sheet.problems if problem.key not in without]
    return execute(
        submission.cells,
        [_wanted(p) for p in problems if isinstance(p.variant.family.task, ByHand)],
        [probe for p in problems for probe in probes_of(p, checks.get(p.key))],
        _limits_of_program(sheet, limits),
        limits_of={
            p.key: own.in_haste() if hasty else own
            for p in problems
            for own in (_limits(limits, p.variant.family),)
        },
        torch=any(problem.uses_torch for problem in problems),
        sandbox=sandbox,
        mending=mending,
        only=only,
        slow=slow,
    )


def _limits_of_program(sheet: Sheet, limits: Limits | LimitChanges) -> Limits:
    """The limits under which values are read: the program is run once for all that are asked.

    Where none are, they are those of the first problem in code, for which the program runs first.
    """
    families = [problem.variant.family for problem in sheet.problems]
    asking = [family for family in families if isinstance(family.task, ByHand)] or families[:1]
    return strictest([_limits(limits, family) for family in asking], torch=sheet.uses_torch)


def _limits(limits: Limits | LimitChanges, family: Family) -> Limits:
    return limits if isinstance(limits, Limits) else limits.of(family)


def _wanted(problem: Problem) -> Wanted:
    return Wanted(problem.key, problem.names)


def _marked(
    problem: Problem,
    execution: Execution,
    lost: Lost,
    read: Mapping[str, Answer],
    typed: Mapping[str, Typed],
    run: Callable[..., Execution],
    cells: Sequence[Cell],
) -> ProblemResult:
    """The marks of one problem. A fault of ours in it is said, and costs the student nothing.

    ``read`` has its answers by hand, and ``typed`` those that are meant otherwise. ``run`` runs the
    program, which is in ``cells``, again, for what its first run does not show.
    """
    variant = problem.variant
    try:
        again = partial(run, problem.key)
        fields = _fields(problem, execution, lost, read, typed, again, cells)
        as_typed = {name for name, one in typed.items() if one.is_read}
        fields = told_of_unfinished(problem, fields, execution, as_typed)
        fields = tuple(
            replace(field, seconds=execution.seconds.get((problem.key, field.name), 0.0))
            for field in fields
        )
    except Exception as error:  # whatever fails here is not the student's doing
        fields = faulty_fields(problem, error)
    return ProblemResult(problem.key, variant.family.key, variant.level, fields)


def _faulty(problem: Problem, error: Exception) -> ProblemResult:
    """A problem that could not be marked through a fault of ours."""
    variant = problem.variant
    fields = faulty_fields(problem, error)
    return ProblemResult(problem.key, variant.family.key, variant.level, fields)


def faulty_fields(problem: Problem, error: Exception) -> tuple[FieldResult, ...]:
    """The fields of a problem that could not be marked through a fault of ours.

    They are taken out of the marks that there are.
    """
    is_missing = isinstance(error, MissingModuleError)
    remark = fault_remark(error, "no-torch" if is_missing else "grader-fault")
    return tuple(faulty_field(name, remark) for name in _marks(problem))


def _lost_fields(problem: Problem, lost: NoValue) -> tuple[FieldResult, ...]:
    """The fields of a problem in code whose function or class is not known to be its own."""
    return tuple(
        FieldResult(name, lost.outcome, 0.0, marks, remarks=(lost.remark,))
        for name, marks in _marks(problem).items()
    )


def _marks(problem: Problem) -> dict[str, int]:
    """The marks that there are for each field."""
    if isinstance(problem.variant.family.task, InCode):
        checks = {check.name: check.marks for check in problem.variant.checks}
        return checks | {rule.name: rule.marks for rule in problem.variant.style}
    return {asked.name: asked.marks for asked in problem.variant.working.asked}


def _typed(problem: Problem, execution: Execution, read: Mapping[str, Answer]) -> dict[str, Typed]:
    """The answers of a problem that Python reads otherwise than they are meant, or not at all."""
    if not isinstance(problem.variant.family.task, ByHand):
        return {}
    in_place = corrected(problem, execution)
    in_section = {name: answer for name, answer in read.items() if name not in in_place}
    return typed_answers(problem, in_section, execution.written)


def _fields(
    problem: Problem,
    execution: Execution,
    lost: Lost,
    read: Mapping[str, Answer],
    typed: Mapping[str, Typed],
    run: Run,
    cells: Sequence[Cell],
) -> tuple[FieldResult, ...]:
    variant = problem.variant
    match variant.family.task:
        case ByHand():
            asked = variant.working.asked
            values = {each.name: execution.values[problem.key, each.name] for each in asked}
            values |= corrected(problem, execution)
            gone = {each.name: lost.get((problem.key, each.name)) for each in asked}
            meant = {name: one.answer for name, one in typed.items()}
            answers = {name: gone[name] or read[name] for name in gone} | meant
            written = {
                name: in_notation(value.value)
                for name, value in values.items()
                if isinstance(value, Returned) and (problem.key, name) not in lost
                if name not in typed
            }
            written |= {
                name: in_notation(one.in_a_line) for name, one in typed.items() if one.is_read
            }
            if problem.is_sealed:
                return fields_as_read(problem, answers, written)
            return mark_by_hand(
                variant.working,
                answers,
                written,
                folder(variant.family.key),
                published_elsewhere(variant),
            )
        case InCode():
            for name in variant.functions:
                if (problem.key, name) in lost:
                    return _lost_fields(problem, lost[problem.key, name])
            seen = {c.name: execution.observations[problem.key, c.name] for c in variant.checks}
            if execution.cut_short is not None:  # it has used up what it may use
                return mark_code(variant.checks, variant.style, seen, execution.facts, problem.key)
            came, run = as_called(problem.key, variant.checks, seen, run)
            again = partial(runs_mended, problem.key, variant, came, run=run)
            changed = partial(runs_changed, problem.key, variant.checks, run, cells)
            marked = mark_code(
                variant.checks, variant.style, came, execution.facts, problem.key, again, changed
            )
            told = without_kept_inputs(problem.key, variant.checks, came, marked, run)
            return with_smallest(problem.key, variant.checks, came, told, run)


def _of_what_is_marked(
    incidents: Sequence[Incident], faults: Mapping[str, Exception]
) -> Sequence[Incident]:
    """The incidents without those that come of a library that is not there for a problem.

    Its own frame imports it, so that nobody is to do without it; the field says whose it is.
    """
    lacking = {key for key, fault in faults.items() if isinstance(fault, MissingModuleError)}
    if not lacking:
        return incidents
    return [
        incident
        for incident in incidents
        if incident.problem not in lacking and not _NO_TORCH.search(incident.message)
    ]


_NO_TORCH = re.compile(r"No module named 'torch(?:\.\w+)*'")


def _told_of_blanks(passed_over: Sequence[PassedOver]) -> Iterator[Remark]:
    """The blanks in the stead of which an answer was read: in a word where they stand together."""
    below: dict[str, list[str]] = {}
    for blank in passed_over:
        if blank.outside is None:
            problem_names = below.setdefault(blank.problem, [])
            problem_names.append(f"{blank.name} ({blank.place})")
        else:
            yield Remark("read-outside", {"name": blank.name, "place": blank.outside})
    for names in below.values():
        yield Remark("blank-below", {"names": ", ".join(dict.fromkeys(names))})


def _told_of_more(incidents: Sequence[Incident]) -> Iterator[Remark]:
    if len(incidents) > _MOST_INCIDENTS:
        yield Remark("more", {"number": len(incidents) - _MOST_INCIDENTS})


def _told_of_sparing(execution: Execution) -> Iterator[Remark]:
    """A word on a program of which not all was run, since it had used up what it may use."""
    if execution.cut_short is not None:
        yield Remark("cut-short", {"place": execution.guilty or execution.cut_short.place})
        if execution.left_out:
            yield Remark("never-run", {"place": execution.left_out})


def _told_of_confinement(sandbox: Nursery) -> Iterator[Remark]:
    """A word on a level at which less is promised than at the best ones."""
    if sandbox.is_for_own_files:
        yield Remark("unconfined-here")
    elif sandbox.level == NONE:
        yield Remark("unconfined")
    elif sandbox.level in REDUCED:
        yield Remark("reduced", {"level": sandbox.level})


def _told_of_printing(printed: PrintLog, limit_bytes: int) -> Iterator[Remark]:
    """A word on a flood of output, which is cut and costs nothing."""
    if printed.total_bytes > len(printed.text.encode()):
        size = f"{printed.total_bytes / 1e6:.1f} MB"
        yield Remark("printed", {"size": size, "kept": size_text(limit_bytes)})


def _told_of_replacement(one: Replacement) -> Remark:
    """A character that was read as another, or not at all; it costs nothing."""
    details = {
        "place": one.place,
        "position": one.position,
        "code": " ".join(f"U+{ord(character):04X}" for character in one.found),
    }
    if not one.read_as:
        return Remark("character-left-out", details)
    if one.read_as == " ":
        return Remark("read-as-blank", details)
    details |= {"found": one.found, "read": one.read_as}
    return Remark("read-as" if len(one.read_as) == 1 else "read-as-signs", details)


def _what_to_do(outcome: Raised | Ended | OverLimit) -> Remark | None:
    """What is told beside Python's own words where no more is known of an error."""
    return what_to_do(outcome.type, outcome.message) if isinstance(outcome, Raised) else None


def _told(incident: Incident) -> Remark:
    details = {
        "place": incident.place,
        "message": incident.message,
        "type": incident.kind,
        HINT: hint_of(incident.outcome) or _what_to_do(incident.outcome),
    }
    match incident.outcome:
        case OverLimit(limit=limit, value=value):
            return Remark("over-limit", {**details, "limit": limit, "value": value})
        case Ended(detail=detail):
            return Remark("ended", {**details, "detail": detail})
        case _ if incident.kind in ("SyntaxError", "IndentationError", "TabError"):
            return Remark("syntax", details)
        case _:
            return Remark("raised", details)
