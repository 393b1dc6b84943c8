"""The probes of a problem in code, as the sandbox carries them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial

from grader.marking.observed import observed_in
from grader.sandbox.outside.outcome import Blank, Outcome
from grader.sandbox.outside.program import Probe
from grader.sheet.sheet import Problem
from problems.family import InCode
from problems.probe import Again, Check, Observation
from problems.probe import Probe as Script


def probes_of(problem: Problem, others: Sequence[Check] | None = None) -> Iterator[Probe]:
    """Those of a problem's checks, or of ``others``; none where it is answered by hand.

    What is right is worked out while the program is called again.
    """
    if isinstance(problem.variant.family.task, InCode):
        for check in problem.variant.checks if others is None else others:
            probe = check.probe
            first = len(probe.observations)
            alike = tuple(
                (each.number, first + at)
                for at, each in enumerate(probe.more)
                if isinstance(each, Again)
            )
            meanwhile = partial(_work_out, probe)
            steps = tuple(probe.steps)
            yield Probe(
                *(problem.key, check.name, steps, probe.more_from, alike, meanwhile),
                *(probe.last_from, partial(_is_settled, check)),
            )


def _is_settled(check: Check, seen: Sequence[Outcome]) -> bool:
    """Whether a value was right, so that nothing is made of the witnesses for all observations.

    ``seen`` is what came so far. What fails in judging it is told when the check is marked.
    """
    lacking = len(check.probe.observations) + len(check.probe.more) - len(seen)
    with suppress(Exception):
        return any(one.was_right_once for one in observed_in(check, [*seen, *[Blank()] * lacking]))
    return False


def _work_out(probe: Script) -> None:
    """Works out what a probe's observations ought to be, which they keep.

    What fails at it fails again when it is needed, and is told then.
    """
    for each in (*probe.observations, *probe.more):
        if isinstance(each, Observation):
            with suppress(Exception):
                each.true  # noqa: B018  (which is kept)
