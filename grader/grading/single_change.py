"""Runs of a program with one place changed, where that alone makes it give what it should.

A mistake that costs much, and that no slip explains, is looked for in the program itself: changes
of one place are tried on one check that is lost, and a program that then gives what is right there
is put through all checks. What it is worth apart from that place shows so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from itertools import islice
from typing import Protocol

from grader.marking.mended import CHANGES, ONE_PLACE, Mended
from grader.marking.observed import observed_in
from grader.marking.result import FieldResult
from grader.sandbox.outside.outcome import Execution, NotReached, Outcome, Raised, Returned
from grader.sandbox.outside.program import Cell
from problems.forms import Shapes
from problems.probe import CHANGED, Call, Change, Check, LoadParameters, Probe, Read, Use

MOST_CHANGES = 540
"""So many are tried of a program; it seldom has more."""
MOST_OF_MODELS = 135
"""The same where each takes a model to be made; the likeliest come first."""
_TOGETHER = 45
"""So many of them in one run."""
_MOST_RUNS = 3
"""Through all checks."""
_NO_SLIPS = frozenset(("ended", "check-complex", "check-type"))
"""What is told of programs that end their process, or give no numbers: none is looked into."""
MOST_SECONDS = 60.0
"""When a program has used so much time in these runs, no more is looked for."""


class Run(Protocol):
    """Runs the program again, with other checks for a problem, and perhaps mistakes mended.

    A ``hasty`` run has little time for each call.
    """

    def __call__(
        self, checks: Mapping[str, Sequence[Check]], mending: bool, /, *, hasty: bool = False
    ) -> Execution:
        """What comes of it."""


def runs_changed(
    problem: str,
    checks: Sequence[Check],
    run: Run,
    cells: Sequence[Cell],
    fields: Sequence[FieldResult],
) -> Iterator[Mended]:
    """The runs that may show more than the first one, each carried out when it is asked for.

    ``cells`` are those of the program, and ``fields`` the marks of its first run.
    """
    told = {remark.key for one in fields for remark in one.remarks}
    unseen = {one.name for one in fields if any(r.key == "other-inputs" for r in one.remarks)}
    lost = [
        check
        for check, one in zip(checks, fields, strict=True)
        if one.score < one.max_score and not check.secondary and not _is_of_shapes(check)
    ]
    seen_to_be_lost = [check for check in lost if check.name not in unseen]
    if not lost or not _NO_SLIPS.isdisjoint(told):
        return
    names = _called(lost)
    # the heaviest of those that look at most, and are wrong in what a run has to look at
    tried = max(seen_to_be_lost or lost, key=lambda check: (_count_of_rules(check), check.marks))
    budget = _Budget(run)
    for number, place in islice(_found(problem, tried, names, budget), _MOST_RUNS):
        changed = [_changed(check, Change(number, names)) for check in checks]
        came = budget.run({problem: changed}, hasty=False).observations
        seen_in_all = {check.name: came[problem, check.name] for check in changed}
        told_place, kind = _told(place, cells)
        yield Mended((ONE_PLACE,), changed, seen_in_all, place=told_place, kind=kind)
        if budget.is_spent:
            return


class _Budget:
    """Runs a program again, and knows when it has used up what it may use in all these runs."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._seconds = 0.0

    @property
    def is_spent(self) -> bool:
        return self._seconds >= MOST_SECONDS

    def run(self, checks: Mapping[str, Sequence[Check]], *, hasty: bool) -> Execution:
        execution = self._run(checks, False, hasty=hasty)
        self._seconds += execution.charged_seconds
        return execution


def _found(
    problem: str, check: Check, names: tuple[str, ...], budget: _Budget
) -> Iterator[tuple[int, object]]:
    """The changes after which a check is right, with their places."""
    is_of_model = any(isinstance(step, LoadParameters) for step in check.probe.steps)
    for begin in range(0, MOST_OF_MODELS if is_of_model else MOST_CHANGES, _TOGETHER):
        if budget.is_spent:
            return
        numbers = range(begin, begin + _TOGETHER)
        tries = [_tried(check, Change(number, names)) for number in numbers]
        execution = budget.run({problem: tries}, hasty=True)
        for number, tried in zip(numbers, tries, strict=True):
            place, *seen = execution.observations[problem, tried.name]
            if isinstance(place, NotReached) or _is_beyond(place):
                return
            if isinstance(place, Returned) and _is_right(check, seen):
                yield number, place.value


def _told(place: object, cells: Sequence[Cell]) -> tuple[str, str]:
    """A cell and line as they are told, and the kind of change; empty where a child has none."""
    match place:
        case (int(number), int(line), str(kind)) if 0 <= number < len(cells) and type(line) is int:
            cell = cells[number]
            if 0 <= line - cell.first_line < len(cell.source.splitlines()):
                return cell.place_of(line), kind if kind in CHANGES else ""
    return "", ""


def _is_beyond(place: Outcome) -> bool:
    """Whether there are not so many changes, as the child says it (`inside.changing`)."""
    return isinstance(place, Raised) and place.type == "NoSuchChangeError"


def _count_of_rules(check: Check) -> int:
    return len({one.rule.key for one in check.probe.observations})


def _is_of_shapes(check: Check) -> bool:
    return any(isinstance(one.form, Shapes) for one in check.probe.observations)


def _called(checks: Sequence[Check]) -> tuple[str, ...]:
    """The functions and classes of the program that checks call."""
    found: dict[str, None] = {}
    for check in checks:
        made = {step.result for step in check.probe.steps if isinstance(step, Call)}
        made |= {step.name for step in check.probe.steps if isinstance(step, Use)}
        heads = [
            step.function.partition(".")[0] for step in check.probe.steps if isinstance(step, Call)
        ]
        found |= dict.fromkeys(head for head in heads if head not in made)
    return tuple(found)


def _tried(check: Check, change: Change) -> Check:
    """What a check looks at in any case, after a change of which the place is looked at first."""
    probe = Probe()
    probe.steps = [change, Read(CHANGED), *check.probe.steps[: check.probe.more_from]]
    return Check(f"{check.name} {change.number}", probe)


def _changed(check: Check, change: Change) -> Check:
    """A check of the program as changed."""
    probe = copy(check.probe)
    probe.steps = [change, *probe.steps]
    if probe.more_from is not None:
        probe.more_from += 1
    if probe.hidden_from is not None:
        probe.hidden_from += 1
    return replace(check, probe=probe)


def _is_right(check: Check, seen: Sequence[Outcome]) -> bool:
    required = copy(check.probe)
    required.steps, required.more = required.steps[: required.more_from], []
    return all(one.is_right for one in observed_in(Check(check.name, required), seen))
