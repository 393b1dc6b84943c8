"""What a program gives for the inputs that are shown, in a process that has seen no others.

A program may keep an input that is not shown, and hand it back when it is called with one that is.
So what it gives is told only if it gives the same where there was nothing to keep.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from grader.grading.single_change import Run
from grader.marking.result import FieldResult
from grader.marking.withheld import cut_to_kind, tells_of_program
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Outcome, Returned
from grader.sandbox.outside.probing import are_the_same
from problems.probe import Check, Probe


def without_kept_inputs(
    problem: str,
    checks: Sequence[Check],
    seen: Mapping[str, Sequence[Outcome]],
    fields: Sequence[FieldResult],
    run: Run,
) -> tuple[FieldResult, ...]:
    """The fields of a problem in code, of which those are cut that may tell what was kept.

    ``seen`` is what came of the checks, in which inputs that are not shown come before those of all
    checks but the first. The program is run again only where anything of it is told.
    """
    names = {check.name for check in checks[1:]}
    asked = {field.name for field in fields if field.name in names and tells_of_program(field)}
    if not asked:
        return tuple(fields)
    halves = [_shown_half(check) for check in checks if check.name in asked]
    came = run({problem: halves}, False).observations
    kept = {
        half.name
        for half in halves
        if not all(map(_are_alike, came[problem, half.name], seen[half.name]))
    }
    return tuple(_cut(field) if field.name in kept else field for field in fields)


def _shown_half(check: Check) -> Check:
    """The steps of a check with the inputs that are shown."""
    half = Probe()
    end = check.probe.hidden_from
    half.steps = check.probe.steps[: check.probe.more_from if end is None else end]
    half.observations = [one for one in check.probe.observations if one.shown]
    return replace(check, probe=half)


def _are_alike(one: Outcome, other: Outcome) -> bool:
    both = isinstance(one, Returned) and isinstance(other, Returned)
    return are_the_same(one, other) if both else one == other


def _cut(field: FieldResult) -> FieldResult:
    cut = cut_to_kind(field)
    return replace(cut, inputs=field.inputs, remarks=(*cut.remarks, Remark("check-kept")))
