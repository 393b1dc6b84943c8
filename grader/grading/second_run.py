"""Further runs of a program that has lost marks, which show what the rest of it is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from grader.marking.mended import Mended
from grader.marking.result import FieldResult
from grader.sandbox.outside.outcome import Execution, Outcome
from problems.family import InCode
from problems.probe import Check
from problems.variant import Variant

Run = Callable[[Mapping[str, Sequence[Check]], bool], Execution]
"""Runs the program again, with other checks for a problem, and perhaps with mistakes mended."""


def runs_mended(
    problem: str, variant: Variant, first: Sequence[FieldResult], run: Run
) -> Iterator[Mended]:
    """The runs that may show more than the first one has, each carried out when it is asked for.

    A mistake that comes to reading the exercise otherwise is no mistake in the checks of the one
    that was read. Others are mended in the child, which says of which kinds it has found any.
    """
    task = variant.family.task
    assert isinstance(task, InCode), "only a program is run again"
    named = {key for field in first if len(field.slips) == 1 for key in field.slips}
    for key, parameters in task.misread(variant.parameters).items():
        if key in named:
            checks = replace(variant, parameters=parameters).checks
            execution = run({problem: checks}, False)
            yield Mended((key,), checks, _seen(problem, checks, execution))
    execution = run({}, True)
    if found := execution.mended.get(problem, ()):
        yield Mended(found, variant.checks, _seen(problem, variant.checks, execution))


def _seen(
    problem: str, checks: Sequence[Check], execution: Execution
) -> Mapping[str, tuple[Outcome, ...]]:
    return {check.name: execution.observations[problem, check.name] for check in checks}
