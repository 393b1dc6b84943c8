"""Checks that are carried out several times in one process, so that a memory of theirs shows.

A function that keeps something from one call to the next may be right the first time it is called,
and the second. So each check is followed by the same calls again, in an order that differs from one
check to the next. A right program gives the same each time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from problems.probe import (
    Again,
    Call,
    Check,
    LoadParameters,
    ParameterShapes,
    Put,
    Reading,
    Step,
    Witness,
)

_ORDERS = ((1, 0, 1, 0, 0, 1), (1, 0, 0, 1, 0, 1), (1, 1, 0, 0, 0, 1), (1, 0, 1, 1, 0, 0))
"""Which of the two runs of a check comes when: the one that is shown (0) or the other (1).

The other comes first: what it gives in a fresh process is known if these are carried out in one.
"""
_ORDERS_OF_OBJECTS = ((1, 0, 1), (1, 0, 0), (1, 1, 0), (1, 0, 1, 0))
"""Fewer, since an object has to be made anew, and a model given its parameters."""


def made_often(shown: Check, hidden: Check, turn: int) -> Check:
    """A check of two runs, of which the second is not shown, and then both again several times.

    ``turn`` is the number of the check: each has another order.
    """
    halves = (shown.probe, hidden.probe)
    probe = shown.probe.followed_by_hidden(hidden.probe)
    if any(isinstance(step, ParameterShapes) for step in probe.steps):
        return replace(shown, probe=probe)
    is_one_call = sum(isinstance(step, Call) for step in shown.probe.steps) == 1
    orders = _ORDERS if is_one_call else _ORDERS_OF_OBJECTS
    probe.more_from = len(probe.steps)
    present, heard = 1, set()
    for half in orders[turn % len(orders)]:
        first = half * len(shown.probe.observations)
        steps = halves[half].steps
        probe.steps += _without_loading(steps) if half == present else steps
        readings = sum(isinstance(step, Reading) for step in steps)
        probe.more += [Again(first + number) for number in range(readings)]
        if half not in heard:
            probe.steps += halves[half].asides
            probe.more += [
                Witness(first + each.number, each.gives) for each in halves[half].witnesses
            ]
        heard.add(half)
        present = half
    return replace(shown, probe=probe)


def _without_loading(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps for a model that is there and has its parameters; all where there is no model."""
    loads = [at for at, step in enumerate(steps) if isinstance(step, LoadParameters)]
    last = loads[-1] if loads else -1
    for at, step in enumerate(steps):
        if at > last or isinstance(step, Put):
            yield step
