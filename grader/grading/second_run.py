"""Further runs of a program that has lost marks, which show what the rest of it is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace

from grader.grading.single_change import Run
from grader.marking.mended import Mended, as_found
from grader.marking.result import FieldResult
from grader.marking.surplus import without_surplus
from grader.marking.table_forms import with_rows
from grader.sandbox.outside.mendable import FIRST_TURN, OVER_THE_END
from grader.sandbox.outside.outcome import Execution, Missing, Outcome
from problems.family import InCode
from problems.probe import Call, Check, LoadParameters, Probe, Read, Step
from problems.variant import Variant

Observed = Mapping[str, tuple[Outcome, ...]]
"""What came of the checks, by their names."""


ALSO_CALLED: Mapping[str, frozenset[str]] = {
    "fwd": frozenset({"forward"}),
    "fwd_pass": frozenset({"forward", "forward_pass", "fwd"}),
    "bwd_pass": frozenset({"backward", "backward_pass", "bwd"}),
}
"""Names of methods that are as good as the one that the sheet asks for."""

NAMED_OTHERWISE = "named-otherwise"
STANDS_INSIDE = "stands-inside"
_MOST_RUNS = 3
"""Over which names that are missing are found: a method may be looked for after another one."""


def runs_mended(
    problem: str, variant: Variant, seen: Observed, first: Sequence[FieldResult], run: Run
) -> Iterator[Mended]:
    """The runs that may show more than the first one has, each carried out when it is asked for.

    ``seen`` and ``first`` are what came of the first one, and its marks.

    A mistake that comes to reading the exercise otherwise is no mistake in the checks of the one
    that was read. A function or method of another name is called by that. Others are mended in the
    child, which says of which kinds it has found any. If all that it has found is a loop that fails
    in its first turn, there is a run without mistakes.
    """
    task = variant.family.task
    assert isinstance(task, InCode), "only a program is run again"
    named = {key for field in first if len(field.slips) == 1 for key in field.slips}
    misread = task.misread(variant.parameters)
    for key in [each for each in misread if each in named]:
        for parameters in misread[key]:
            checks = replace(variant, parameters=parameters).checks
            execution = run({problem: checks}, False)
            yield Mended((key,), checks, _seen(problem, checks, execution))
    for key, rows in with_rows(variant.checks, seen):
        yield Mended((key,), variant.checks, rows)
    names = names_found(seen)
    execution = run({problem: renamed(variant.checks, names)}, True)
    for _ in range(_MOST_RUNS - 1):
        more = names_found(_seen(problem, variant.checks, execution))
        if not names or more.keys() <= names.keys():
            break
        names |= more
        execution = run({problem: renamed(variant.checks, names)}, True)
    kinds = (STANDS_INSIDE if "." in name else NAMED_OTHERWISE for name in names.values())
    mended = [key for key in execution.mended.get(problem, ()) if key != FIRST_TURN]
    found = as_found((*dict.fromkeys(kinds), *mended))
    came = _seen(problem, variant.checks, execution)
    if OVER_THE_END in mended:
        came = without_surplus(variant.checks, came)
    if found or FIRST_TURN in execution.mended.get(problem, ()):
        yield Mended(found, variant.checks, came, names)


def as_called(
    problem: str, checks: Sequence[Check], seen: Observed, run: Run
) -> tuple[Observed, Run]:
    """What came of the checks by the names that the program has, where these are as good.

    And how it is run again by those names.
    """
    called: dict[str, str] = {}

    def by_its_names(
        asked: Mapping[str, Sequence[Check]], mending: bool, *, hasty: bool = False
    ) -> Execution:
        own = {key: renamed(some, called) for key, some in asked.items()}
        return run(own, mending, hasty=hasty)

    for _ in range(_MOST_RUNS):
        found = names_found(seen)
        more = {name: own for name, own in found.items() if own in ALSO_CALLED.get(name, ())}
        if more.keys() <= called.keys():
            break
        called |= more
        seen = _seen(problem, checks, by_its_names({problem: checks}, False))
    return seen, by_its_names


def names_found(seen: Observed) -> dict[str, str]:
    """The names that are missing in a program, and what is there in place of each."""
    missing = [one for outcomes in seen.values() for one in outcomes if isinstance(one, Missing)]
    return {one.name: one.similar[0] for one in missing if one.similar}


def renamed(checks: Sequence[Check], names: Mapping[str, str]) -> Sequence[Check]:
    """The same checks of functions, methods and attributes that have other names."""
    if not names:
        return checks

    def path(old: str) -> str:
        return ".".join(names.get(part, part) for part in old.split("."))

    def step(old: Step) -> Step:
        match old:
            case Call():
                return replace(old, function=path(old.function))
            case Read():
                return replace(old, path=path(old.path))
            case LoadParameters():
                return replace(old, forward=path(old.forward))
            case _:
                return old

    def probe(old: Probe) -> Probe:
        new = copy(old)
        new.steps = list(map(step, old.steps))
        return new

    return [replace(check, probe=probe(check.probe)) for check in checks]


def _seen(problem: str, checks: Sequence[Check], execution: Execution) -> Observed:
    return {check.name: execution.observations[problem, check.name] for check in checks}
